import assert from "node:assert/strict";
import { TuoError } from "@tuodossier/sdk";
import { Document } from "@tuodossier/sdk/contract";
import * as v from "valibot";
import { recordConsent } from "../consents/record.ts";
import { openPortal } from "../testing/portal.ts";
import { rawSender } from "../testing/raw.ts";
import { pdfOf, publish } from "./room.testing.ts";

const MINUTE = 60_000;
const problem = (code: string) => (error: unknown) => error instanceof TuoError && error.code === code;
const withoutInstance = async (response: Response) =>
  (await response.text()).replace(/"instance":"[^"]+"/, "") + JSON.stringify([...response.headers].sort());

Deno.test("a patient reads a report: the bytes that were published, marked as read, traced before", async () => {
  await using portal = await openPortal();
  const { patientId, codiceFiscale } = await portal.addPatient();
  const id = await publish(portal.tenant, { patientId, number: 1 });
  const tuo = await portal.signIn(codiceFiscale);
  const document = v.parse(Document, await tuo.documents.get(id));
  assert.equal(document.unread, true);
  const blob = await tuo.documents.content(id);
  assert.deepEqual(new Uint8Array(await blob.arrayBuffer()), pdfOf(1));
  assert.equal(blob.type, "application/pdf");
  assert.deepEqual(await tuo.documents.get(id), { ...document, unread: false });
  const { items } = await tuo.accesses.list();
  assert.deepEqual(items.filter(({ objectId }) => objectId === id).map(({ act }) => act), ["read", "import"]);
});

Deno.test("HEAD tells about a report what GET does, sends nothing and reads nothing", async () => {
  await using portal = await openPortal();
  const { patientId, codiceFiscale } = await portal.addPatient();
  const id = await publish(portal.tenant, { patientId, number: 1 });
  const tuo = await portal.signIn(codiceFiscale);
  const send = await rawSender(portal);
  const path = `/v1/documents/${id}/content`;
  const head = await send({ method: "HEAD", path });
  assert.equal((await tuo.documents.get(id)).unread, true);
  const get = await send({ method: "GET", path });
  for (const name of ["Content-Type", "Content-Length", "Content-Disposition", "Cache-Control"]) {
    assert.equal(head.headers.get(name), get.headers.get(name), name);
  }
  assert.equal(head.headers.get("Content-Length"), String(pdfOf(1).length));
  assert.equal(head.headers.get("Content-Disposition"), 'attachment; filename="referto-2025-06-01.pdf"');
  assert.equal(head.headers.get("Cache-Control"), "no-store");
  assert.equal((await head.bytes()).length, 0);
});

Deno.test("another patient's document answers like one that never was, on every route", async () => {
  await using portal = await openPortal();
  const [owner, stranger] = [await portal.addPatient(), await portal.addPatient()];
  const id = await publish(portal.tenant, { patientId: owner.patientId, number: 1 });
  await portal.signIn(stranger.codiceFiscale);
  const send = await rawSender(portal);
  const never = crypto.randomUUID();
  const routes = [["GET", ""], ["HEAD", ""], ["GET", "/content"], ["PUT", "/obscured"]] as const;
  for (const [method, path] of routes) {
    const more = method === "PUT"
      ? { body: '{"obscured":true}', headers: { "Content-Type": "application/json", "If-Match": '"1"' } }
      : {};
    const answers = [];
    for (const asked of [id, never, "x", "%00", "..%2f"]) {
      const answer = await send({ method, path: `/v1/documents/${asked}${path}`, ...more });
      assert.equal(answer.status, 404);
      answers.push(await withoutInstance(answer));
    }
    assert.equal(new Set(answers).size, 1);
  }
  const row = await portal.tenant.db.selectFrom("documents").selectAll().executeTakeFirstOrThrow();
  assert.deepEqual([row.obscured_at, row.read_at, row.revision], [null, null, 1]);
  assert.equal((await (await send({ method: "GET", path: "/v1/documents" })).json()).total, 0);
});

Deno.test("without adhesion nothing is on line, and nothing tells what there would be", async () => {
  await using portal = await openPortal();
  const { patientId, codiceFiscale } = await portal.addPatient({ consents: false });
  const entry = {
    kind: "consent",
    type: "portal-activation",
    date: "2025-01-01",
    textVersion: "1",
    decisions: [{ code: "portal-activation", given: true }],
  } as const;
  await recordConsent(portal.tenant, {
    patientId,
    entry: { ...entry, decisions: [...entry.decisions] },
    pdf: pdfOf(0),
  });
  const id = await publish(portal.tenant, { patientId, number: 1 });
  const tuo = await portal.signIn(codiceFiscale);
  const attempts = [
    () => tuo.documents.list(),
    () => tuo.documents.get(id),
    () => tuo.documents.get(crypto.randomUUID()),
    () => tuo.documents.content(id),
    () => tuo.documents.setObscured({ id, etag: '"1"' }, true),
  ];
  for (const attempt of attempts) await assert.rejects(attempt(), problem("documents.no-adhesion"));
});

Deno.test("what is not published yet is not there", async () => {
  await using portal = await openPortal();
  const { patientId, codiceFiscale } = await portal.addPatient();
  const id = await publish(portal.tenant, { patientId, number: 1 });
  await portal.tenant.db.updateTable("documents").set({ published_at: "2027-01-01T00:00:00.000Z" }).execute();
  const tuo = await portal.signIn(codiceFiscale);
  await assert.rejects(tuo.documents.get(id), problem("request.not-found"));
  const { items, total, facets } = await tuo.documents.list();
  assert.deepEqual([items, total, facets], [[], 0, { types: [], facilities: [] }]);
});

Deno.test("oscura and deoscura ask for the version that was seen", async () => {
  await using portal = await openPortal();
  const { patientId, codiceFiscale } = await portal.addPatient();
  const id = await publish(portal.tenant, { patientId, number: 1 });
  const tuo = await portal.signIn(codiceFiscale);
  const send = await rawSender(portal);
  const put = (headers: Record<string, string>, body = '{"obscured":true}') =>
    send({
      method: "PUT",
      path: `/v1/documents/${id}/obscured`,
      body,
      headers: { ...headers, "Content-Type": "application/json" },
    });
  assert.equal((await put({})).status, 428);
  assert.equal((await put({ "If-Match": "*" })).status, 428);
  for (const wrong of ['"2"', 'W/"1"', "1", '""']) {
    assert.equal((await put({ "If-Match": wrong })).status, 412);
  }
  const seen = await tuo.documents.get(id);
  await tuo.documents.content(id);
  const hidden = await tuo.documents.setObscured(seen, true);
  assert.ok(hidden.obscuredAt);
  assert.notEqual(hidden.etag, seen.etag);
  await assert.rejects(tuo.documents.setObscured(seen, false), problem("request.precondition-failed"));
  const shown = await put({ "If-Match": `"9", ${hidden.etag}` }, '{"obscured":false}');
  assert.equal(shown.headers.get("ETag"), (await tuo.documents.get(id)).etag);
  const { items } = await tuo.accesses.list();
  const acts = items.filter(({ objectId, act }) => objectId === id && act !== "read").map(({ act }) => act);
  assert.deepEqual(acts, ["restore", "obscure", "import"]);
});

Deno.test("of twenty oscura or deoscura of one version at once, one is done; hidden wins", async () => {
  await using portal = await openPortal();
  const { patientId, codiceFiscale } = await portal.addPatient();
  const id = await publish(portal.tenant, { patientId, number: 1 });
  const tuo = await portal.signIn(codiceFiscale);
  const race = async (wishes: boolean[]) => {
    const seen = await tuo.documents.get(id);
    const results = await Promise.allSettled(wishes.map((wish) => tuo.documents.setObscured(seen, wish)));
    for (const result of results) {
      if (result.status === "rejected") assert.equal(result.reason.code, "request.precondition-failed");
    }
    const done = wishes.filter((_, at) => results[at].status === "fulfilled");
    return { done, hidden: (await tuo.documents.get(id)).obscuredAt !== null };
  };
  const twenty = Array.from({ length: 20 }, (_, at) => at);
  assert.deepEqual(await race(twenty.map(() => true)), { done: [true], hidden: true });
  assert.deepEqual(await race(twenty.map(() => false)), { done: [false], hidden: false });
  for (let round = 0; round < 3; round++) {
    await tuo.documents.setObscured(await tuo.documents.get(id), round % 2 === 0);
    const { done, hidden } = await race(twenty.map((at) => at % 2 === 0));
    // Showing what is not hidden changes nothing, so it may be answered often; hiding is never lost.
    assert.ok(done.filter((wish) => wish).length <= 1);
    if (done.includes(true)) assert.equal(hidden, true);
  }
});

Deno.test("deoscura asks for a recent sign-in, but for an undo; oscura never does", async () => {
  await using portal = await openPortal();
  const { patientId, codiceFiscale } = await portal.addPatient();
  const id = await publish(portal.tenant, { patientId, number: 1 });
  const tuo = await portal.signIn(codiceFiscale);
  portal.advance(16 * MINUTE);
  const hidden = await tuo.documents.setObscured(await tuo.documents.get(id), true);
  portal.advance(9 * MINUTE);
  const undone = await tuo.documents.setObscured(hidden, false);
  assert.equal(undone.obscuredAt, null);
  const again = await tuo.documents.setObscured(undone, true);
  portal.advance(9 * MINUTE);
  // Hiding what is hidden does not start the time of the undo anew.
  const still = await tuo.documents.setObscured(again, true);
  portal.advance(2 * MINUTE);
  await assert.rejects(tuo.documents.setObscured(still, false), problem("auth.step-up"));
  const fresh = await portal.signIn(codiceFiscale);
  assert.equal((await fresh.documents.setObscured(still, false)).obscuredAt, null);
});

Deno.test("hiding one document of an order hides its addenda, and showing shows them", async () => {
  await using portal = await openPortal();
  const { patientId, codiceFiscale } = await portal.addPatient();
  const order = { accession: "A/1" };
  const first = await publish(portal.tenant, { patientId, number: 1, entry: order });
  const second = await publish(portal.tenant, { patientId, number: 2, entry: order });
  const other = await publish(portal.tenant, { patientId, number: 3, entry: { accession: "A/2" } });
  const tuo = await portal.signIn(codiceFiscale);
  const state = async () =>
    (await Promise.all([first, second, other].map((id) => tuo.documents.get(id)))).map(({ obscuredAt }) =>
      obscuredAt !== null
    );
  await tuo.documents.setObscured(await tuo.documents.get(second), true);
  assert.deepEqual(await state(), [true, true, false]);
  await tuo.documents.setObscured(await tuo.documents.get(first), false);
  assert.deepEqual(await state(), [false, false, false]);
});

Deno.test("a stored file with one bit changed is an error, not a file", async () => {
  await using portal = await openPortal();
  const { patientId, codiceFiscale } = await portal.addPatient();
  const id = await publish(portal.tenant, { patientId, number: 1 });
  const tuo = await portal.signIn(codiceFiscale);
  await portal.tenant.db.updateTable("blobs").set({ sha256: "00".repeat(32) }).execute();
  await assert.rejects(tuo.documents.content(id), problem("documents.damaged"));
  assert.equal((await tuo.documents.get(id)).unread, true);
});

Deno.test("a patient's reading goes on when the trace cannot be written; hiding does not", async () => {
  await using portal = await openPortal();
  const { db } = portal.tenant;
  const { patientId, codiceFiscale } = await portal.addPatient();
  const id = await publish(portal.tenant, { patientId, number: 1 });
  const tuo = await portal.signIn(codiceFiscale);
  const seen = await tuo.documents.get(id);
  await db.schema.alterTable("accesses").renameTo("accesses_away").execute();
  assert.equal((await tuo.documents.list()).total, 1);
  assert.equal((await tuo.documents.content(id)).size, pdfOf(1).length);
  await assert.rejects(tuo.documents.setObscured(seen, true), problem("server.failed"));
  await db.schema.alterTable("accesses_away").renameTo("accesses").execute();
  assert.equal((await tuo.documents.get(id)).obscuredAt, null);
  const { items } = await tuo.accesses.list();
  assert.equal(items.filter(({ room, act }) => room === "documents" && act === "list").length, 1);
});
