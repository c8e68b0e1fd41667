import assert from "node:assert/strict";
import { newKey } from "../keys/derive.ts";
import { openSpool } from "./spool.ts";
import type { Entry } from "./store.ts";

const entry = (objectId: string): Entry => ({
  at: "2026-01-15T09:00:00.000Z",
  actor: "patient",
  who: null,
  act: "read",
  room: "documents",
  patientId: "patient-canary",
  objectId,
  sessionId: null,
  purpose: null,
});

async function withFile(act: (path: string) => Promise<void>): Promise<void> {
  const folder = await Deno.makeTempDir({ prefix: "tuo-" });
  await act(`${folder}/trace.spool`).finally(() => Deno.remove(folder, { recursive: true }));
}

const drained = async (spool: Awaited<ReturnType<typeof openSpool>>) => {
  const ids: (string | null)[] = [];
  await spool.drain((one) => Promise.resolve(void ids.push(one.objectId)));
  return ids;
};

Deno.test("entries outlive the process, are unreadable on the disk, and are handed on once", () =>
  withFile(async (path) => {
    const key = newKey();
    const before = await openSpool({ path, key });
    await Promise.all(["1", "2", "3"].map((id) => before.add(entry(id))));
    assert.doesNotMatch(await Deno.readTextFile(path), /canary|documents/);
    const after = await openSpool({ path, key });
    assert.deepEqual(await drained(after), ["1", "2", "3"]);
    assert.deepEqual(await drained(after), []);
    assert.deepEqual(await drained(await openSpool({ path, key })), []);
  }));

Deno.test("a line cut off by a crash costs itself alone", () =>
  withFile(async (path) => {
    const key = newKey();
    const spool = await openSpool({ path, key });
    await spool.add(entry("1"));
    const whole = await Deno.readTextFile(path);
    await Deno.writeTextFile(path, whole + whole.slice(0, 40));
    await spool.add(entry("2"));
    assert.deepEqual(await drained(spool), ["1", "2"]);
  }));

Deno.test("what could not be handed on waits for the next time", () =>
  withFile(async (path) => {
    const spool = await openSpool({ path, key: newKey() });
    await spool.add(entry("1"));
    await assert.rejects(spool.drain(() => Promise.reject(new Error("full"))));
    assert.deepEqual(await drained(spool), ["1"]);
  }));
