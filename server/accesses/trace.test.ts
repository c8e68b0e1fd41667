import assert from "node:assert/strict";
import { sql } from "kysely";
import { openPortal, type TestPortal } from "../testing/portal.ts";
import { firstBrokenEntry, trace } from "./trace.ts";

const read = { actor: "patient", act: "read", room: "documents" } as const;

async function entriesOf({ tenant }: TestPortal) {
  return await tenant.db.selectFrom("accesses").selectAll().orderBy("sequence").execute();
}

/** What no query of ours can do: somebody at the database itself. */
const unlock = async ({ tenant }: TestPortal) => {
  await sql`DROP TRIGGER accesses_no_update`.execute(tenant.db);
  await sql`DROP TRIGGER accesses_no_delete`.execute(tenant.db);
};

Deno.test("fifty traces at once make one chain", async () => {
  await using portal = await openPortal();
  const ids = Array.from({ length: 50 }, () => crypto.randomUUID());
  await Promise.all(ids.map((objectId) => trace(portal.tenant, { ...read, patientId: null, objectId })));
  const entries = await entriesOf(portal);
  assert.deepEqual(entries.map(({ sequence }) => sequence), ids.map((_, at) => at + 1));
  assert.deepEqual(new Set(entries.map(({ object_id }) => object_id)), new Set(ids));
  for (const [at, { previous_hash }] of entries.entries()) {
    assert.equal(previous_hash, at === 0 ? "" : entries[at - 1].hash);
  }
  assert.equal(await firstBrokenEntry(portal.tenant), null);
});

Deno.test("whatever is changed in an entry, the chain names it", async () => {
  await using portal = await openPortal();
  const { db } = portal.tenant;
  for (let at = 0; at < 12; at++) {
    const facts = {
      patientId: crypto.randomUUID(),
      objectId: crypto.randomUUID(),
      sessionId: crypto.randomUUID(),
    };
    await trace(portal.tenant, { ...read, ...facts, who: "Dott. Rossi", purpose: "cura" });
  }
  await assert.rejects(db.updateTable("accesses").set({ who: "x" }).execute());
  await unlock(portal);
  const [, , , , , , victim] = await entriesOf(portal);
  const put = (row: Partial<typeof victim>) =>
    db.updateTable("accesses").set(row).where("sequence", "=", victim.sequence).execute();
  for (const [column, value] of Object.entries(victim)) {
    if (column === "sequence") continue;
    const text = String(value);
    for (let at = 0; at < text.length; at++) {
      const flipped = String.fromCharCode(text.charCodeAt(at) ^ 1);
      await put({ [column]: text.slice(0, at) + flipped + text.slice(at + 1) });
      assert.equal(await firstBrokenEntry(portal.tenant), victim.sequence, `${column}, byte ${at}`);
    }
    await put({ [column]: null }).catch(() => {});
    await put({ [column]: value });
  }
  assert.equal(await firstBrokenEntry(portal.tenant), null);
});

Deno.test("an entry taken out, put in or moved breaks the chain where it was", async () => {
  await using portal = await openPortal();
  const { db } = portal.tenant;
  for (let at = 0; at < 6; at++) {
    await trace(portal.tenant, { ...read, patientId: null, objectId: crypto.randomUUID() });
  }
  await unlock(portal);
  const entries = await entriesOf(portal);
  const restore = async () => {
    await db.deleteFrom("accesses").execute();
    await db.insertInto("accesses").values(entries).execute();
  };
  await db.deleteFrom("accesses").where("sequence", "=", 3).execute();
  assert.equal(await firstBrokenEntry(portal.tenant), 3);
  await restore();
  await db.deleteFrom("accesses").where("sequence", "=", 1).execute();
  assert.equal(await firstBrokenEntry(portal.tenant), 1);
  await restore();
  await db.updateTable("accesses").set({ object_id: entries[4].object_id }).where("sequence", "=", 4)
    .execute();
  await db.updateTable("accesses").set({ object_id: entries[3].object_id }).where("sequence", "=", 5)
    .execute();
  assert.equal(await firstBrokenEntry(portal.tenant), 4);
  await restore();
  await db.insertInto("accesses").values({ ...entries[5], sequence: 7 }).execute();
  assert.equal(await firstBrokenEntry(portal.tenant), 7);
});

Deno.test("one session's readings of one thing are one entry, another purpose or session is another", async () => {
  await using portal = await openPortal();
  const facts = { ...read, patientId: null, objectId: "o", sessionId: "s" };
  await Promise.all(Array.from({ length: 20 }, () => trace(portal.tenant, facts)));
  await trace(portal.tenant, { ...facts, purpose: "cura" });
  await trace(portal.tenant, { ...facts, sessionId: "t" });
  await trace(portal.tenant, { ...facts, act: "obscure" });
  await trace(portal.tenant, { ...facts, act: "obscure" });
  assert.equal((await entriesOf(portal)).length, 5);
});

Deno.test("a professional's access fails when its trace cannot be written; a patient's waits in the spool", async () => {
  await using portal = await openPortal();
  const { tenant } = portal;
  await sql`CREATE TRIGGER full BEFORE INSERT ON accesses BEGIN SELECT RAISE(ABORT, 'full'); END`.execute(
    tenant.db,
  );
  const facts = { ...read, patientId: "p", sessionId: "s" };
  await assert.rejects(trace(tenant, { ...facts, actor: "professional", who: "Dott. Rossi", objectId: "1" }));
  await assert.rejects(trace(tenant, { ...facts, act: "obscure", objectId: "1" }));
  await Promise.all(["1", "2", "3"].map((objectId) => trace(tenant, { ...facts, objectId })));
  const spooledAt = new Date(tenant.now()).toISOString();
  portal.advance(60_000);
  await sql`DROP TRIGGER full`.execute(tenant.db);
  await trace(tenant, { ...facts, objectId: "4" });
  const entries = await entriesOf(portal);
  assert.deepEqual(entries.map(({ object_id }) => object_id).toSorted(), ["1", "2", "3", "4"]);
  assert.equal(entries[0].at, spooledAt);
  assert.equal(entries[3].object_id, "4");
  assert.equal(await firstBrokenEntry(tenant), null);
});
