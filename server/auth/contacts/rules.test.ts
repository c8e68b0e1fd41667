import assert from "node:assert/strict";
import { normalizeEmail, usableContact } from "./rules.ts";

Deno.test("an address is one address, and no header of a mail", () => {
  assert.equal(normalizeEmail(" Anna.Rossi@Example.ORG "), "Anna.Rossi@example.org");
  const not = [
    "anna",
    "anna@",
    "@example.org",
    "anna@example",
    "a b@example.org",
    "anna@example.org,eve@example.com",
    "anna@example.org\r\nBcc: eve@example.com",
    "Anna <anna@example.org>",
    `${"a".repeat(65)}@example.org`,
    `a@${"b".repeat(260)}.org`,
  ];
  for (const text of not) assert.equal(normalizeEmail(text), null, text);
});

Deno.test("the contact on file and telephones of other countries are refused", () => {
  const phone = { kind: "phone", present: "+393331234567", smsPrefixes: ["+39"] } as const;
  assert.equal(usableContact("333 1234567", phone), null);
  assert.equal(usableContact("+41791234567", phone), null);
  assert.equal(usableContact("+41791234567", { ...phone, smsPrefixes: ["+39", "+41"] }), "+41791234567");
  for (const typed of ["+39 899 123456", "06 1234 5678", "+39 4784 123456", "+39 333 12345", "800 123456"]) {
    assert.equal(usableContact(typed, { ...phone, smsPrefixes: ["+39", "+398"] }), null, typed);
  }
  const email = { kind: "email", present: "Anna@example.org", smsPrefixes: ["+39"] } as const;
  assert.equal(usableContact("anna@EXAMPLE.org", email), null);
  assert.equal(usableContact("anna@example.com", { ...email, present: null }), "anna@example.com");
});
