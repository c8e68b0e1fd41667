import assert from "node:assert/strict";
import { newId } from "../keys/uuid.ts";
import { openPortal } from "../testing/portal.ts";
import { addBlob, knownBlobs, newestBlob } from "./store.ts";
import { sweepBlobs } from "./sweep.ts";

const HOUR = 3_600_000;

Deno.test("what a killed program left is swept; what has a row, is young or is not ours stays", async () => {
  await using portal = await openPortal();
  const { db, blobs, clinic, now } = portal.tenant;
  const folder = `${portal.folder}/clinics/${clinic.id}/blobs`;
  const pathOf = (id: string) => `${folder}/${id.slice(-2)}/${id}`;
  const isThere = (id: string) => Deno.stat(pathOf(id)).then(() => true, () => false);
  const put = (text: string) => blobs.put(new TextEncoder().encode(text), "text/plain");
  const known = (ids: readonly string[]) => knownBlobs(db, ids);
  const sweep = () => sweepBlobs({ folder, known, newest: () => newestBlob(db), now: now() }).done;

  const kept = await put("kept");
  await addBlob(db, kept, now());
  const orphans = await Promise.all(Array.from({ length: 20 }, (_, i) => put(`orphan ${i}`)));
  const half = pathOf(newId(now())) + ".part";
  await Deno.mkdir(half.slice(0, half.lastIndexOf("/")), { recursive: true });
  await Deno.writeTextFile(half, "half");
  const stranger = `${pathOf(kept.id)}.txt`;
  await Deno.writeTextFile(stranger, "a note of the operator's");

  portal.advance(HOUR - 1);
  const young = await put("young");
  await sweep();
  await assert.rejects(Deno.stat(half), Deno.errors.NotFound);
  for (const { id } of orphans) assert.ok(await isThere(id));
  portal.advance(2);
  await sweep();
  // No row is newer: the database may be a copy of before.
  for (const { id } of orphans) assert.ok(await isThere(id));
  await addBlob(db, await put("a later file"), now());
  await sweep();
  for (const { id } of orphans) assert.equal(await isThere(id), false);
  for (const { id } of [kept, young]) assert.ok(await isThere(id));
  await Deno.stat(stranger);
  assert.equal((await Array.fromAsync(blobs.read(kept))).length, 1);
});

Deno.test("a sweep that cannot ask what has a row removes nothing, and one that is stopped ends", async () => {
  await using portal = await openPortal();
  const { blobs, clinic, now } = portal.tenant;
  const folder = `${portal.folder}/clinics/${clinic.id}/blobs`;
  const { id } = await blobs.put(new Uint8Array(1), "text/plain");
  const newest = () => Promise.resolve("f");
  portal.advance(2 * HOUR);
  const known = () => Promise.reject(new Error("The database is gone"));
  await sweepBlobs({ folder, known, newest, now: now() }).done;
  const nothing = () => Promise.resolve(new Set<string>());
  await sweepBlobs({ folder, known: nothing, newest, now: now() }).stop();
  await Deno.stat(`${folder}/${id.slice(-2)}/${id}`);
});
