import assert from "node:assert/strict";
import { openPortal } from "../../testing/portal.ts";
import { openBlocklist } from "./blocklist.ts";
import { requireGoodPassword } from "./judgement.ts";
import { Problem } from "../../http/problem.ts";

async function listOf(content: string | Uint8Array<ArrayBuffer>) {
  const path = await Deno.makeTempFile();
  await (typeof content === "string" ? Deno.writeTextFile(path, content) : Deno.writeFile(path, content));
  try {
    return await openBlocklist(path);
  } finally {
    await Deno.remove(path);
  }
}

Deno.test("a listed password is known whatever its case, accents and spaces, and no other is", async () => {
  const lines = ["cavallo batteria", "PERCHÉ NO perché sì", "tramontana1", "corta", "", "última línea"];
  for (const end of ["\n", "\r\n"]) {
    const isListed = await listOf(lines.join(end));
    for (
      const password of [
        "cavallobatteria",
        "Cavallo  BATTERIA",
        "perche no perche si",
        "TRAMONTANA1",
        "ultima linea",
      ]
    ) {
      assert.ok(isListed(password), password);
    }
    for (const password of ["", "corta", "cavallo", "cavallobatteriA2", "tramontana", "batteria"]) {
      assert.ok(!isListed(password), password);
    }
  }
});

Deno.test("a list may be empty, huge in one line, or no text at all", async () => {
  assert.equal((await listOf(""))("cavallo batteria"), false);
  assert.equal((await listOf("x".repeat(3_000_000)))("cavallo batteria"), false);
  const noise = new Uint8Array(200_000).map((_, i) => (i * 7919) % 256);
  assert.equal((await listOf(noise))("cavallo batteria"), false);
  await assert.rejects(
    openBlocklist("/nowhere/list.txt"),
    /The list of passwords \/nowhere\/list.txt cannot be read/,
  );
});

Deno.test("half a million lines are all found", async () => {
  const line = (i: number) => `parola numero ${i * 31} di tante`;
  const isListed = await listOf(Array.from({ length: 500_000 }, (_, i) => line(i)).join("\n"));
  for (let i = 0; i < 500_000; i += 997) assert.ok(isListed(line(i)));
  for (let i = 500_000; i < 600_000; i += 97) assert.ok(!isListed(line(i)));
});

Deno.test("what the operator lists is refused as common", async () => {
  await using portal = await openPortal();
  const isListed = await listOf("mulino azzurro 29 vele\n");
  const facts = { tenant: portal.tenant, account: undefined, isListed };
  assert.throws(
    () => requireGoodPassword({ ...facts, password: "Mulino Azzurro 29 Vele" }),
    new Problem("auth.password-weak", { reason: "common" }),
  );
  requireGoodPassword({ ...facts, password: "mulino azzurro 30 vele" });
});
