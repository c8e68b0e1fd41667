import assert from "node:assert/strict";
import { segmentsOf } from "../../sms/gsm7.ts";
import { codeText, newCode } from "./codes.ts";

const person = { givenName: "Maria", familyName: "Rossi", code: "123456" };

Deno.test("a code's SMS keeps to one segment on long sites, and its last line is whole", () => {
  const sites = [
    ["https://a.example", "https://b.example"],
    ["https://www.poliambulatorio-san-giovanni.example", "https://portale.diagnostica-riunita.example"],
    [
      "https://prenotazioni.poliambulatorio-san-giovanni-al-colle.example",
      "https://portale.tuodossier.example",
    ],
  ];
  for (const [origin, baseUrl] of sites) {
    const text = codeText({ ...person, origin, baseUrl });
    assert.equal(segmentsOf(text), 1, text);
    assert.match(text, /M\.R\. è 123456\./);
    assert.equal(
      text.split("\n").at(-1),
      `@${new URL(origin).hostname} #123456 @${new URL(baseUrl).hostname}`,
    );
  }
});

Deno.test("a site longer than a segment costs two, and never its line", () => {
  const host = `${"a".repeat(60)}.${"b".repeat(60)}.example`;
  const text = codeText({ ...person, origin: `https://${host}`, baseUrl: "https://portal.example" });
  assert.ok(text.endsWith(`@${host} #123456 @portal.example`));
});

Deno.test("the code for the portal's own page names one site, so that it is offered there", () => {
  const text = codeText({ ...person, origin: "https://p.example", baseUrl: "https://p.example" });
  assert.ok(text.endsWith("\n@p.example #123456"));
});

Deno.test("codes are six digits, and each of the first digits comes up", () => {
  const codes = Array.from({ length: 2000 }, newCode);
  assert.ok(codes.every((code) => /^\d{6}$/.test(code)));
  assert.equal(new Set(codes.map((code) => code[0])).size, 10);
});
