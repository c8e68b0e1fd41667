import assert from "node:assert/strict";
import type { SeriesPlan } from "@tuodossier/sdk/contract";
import { TuoError } from "@tuodossier/sdk";
import { openPortal, type TestPortal } from "../testing/portal.ts";
import { rawSender, type Send } from "../testing/raw.ts";
import { imageFile, type TestImage } from "./dicom.testing.ts";
import { ingestInstance } from "./ingest.ts";

const problem = (code: string) => (error: unknown) => error instanceof TuoError && error.code === code;

async function withSeries(portal: TestPortal, images: readonly TestImage[]) {
  const { patientId, codiceFiscale } = await portal.addPatient();
  for (const image of images) await ingestInstance(portal.tenant, { patientId, bytes: imageFile(image) });
  const tuo = await portal.signIn(codiceFiscale);
  const { items: [study] } = await tuo.imaging.allStudies();
  const plan = await tuo.imaging.plan(study.series[0].id);
  return { patientId, codiceFiscale, tuo, study, plan };
}

/** Three slices that came in backwards. */
const SLICES = [3, 2, 1].map((number) => ({ number, place: number, instance: `2.25.1.1.${number}` }));

Deno.test("a plan's frames lead to the pixels, files in the order they are shown", async () => {
  await using portal = await openPortal();
  const { tuo, plan, study } = await withSeries(portal, SLICES);
  assert.deepEqual(plan.instances.map(({ instanceNumber }) => instanceNumber), [1, 2, 3]);
  assert.equal(plan.byteLength, study.bytes);
  for (const { pixels } of plan.instances) {
    const bytes = await tuo.imaging.bytes(plan, pixels!.frames[0][0]);
    assert.deepEqual(bytes.subarray(0, 6), new Uint8Array([0, 0, 1, 0, 2, 0]));
    assert.equal(bytes.length, 128);
  }
  const whole = await tuo.imaging.bytes(plan, [0, plan.byteLength]);
  const [first] = SLICES.slice(-1).map(imageFile);
  assert.deepEqual(whole.subarray(0, first.length), first);
});

Deno.test("a document's studies are listed, and a study alone answers as in the list", async () => {
  await using portal = await openPortal();
  const { tuo, study } = await withSeries(portal, SLICES);
  const { items: [document] } = await tuo.documents.list();
  assert.deepEqual(await tuo.imaging.studies(document.id), { items: [study] });
  assert.deepEqual(await tuo.imaging.study(study.id), study);
  assert.deepEqual([study.state, study.modalities, study.date], ["available", ["CT"], "2024-05-01"]);
  assert.deepEqual(study.series.map(({ instances, frames }) => [instances, frames]), [[3, 3]]);
});

Deno.test("another patient's study, series, plan and bytes are not there", async () => {
  await using portal = await openPortal();
  const { study, plan } = await withSeries(portal, SLICES);
  const stranger = await portal.signIn((await portal.addPatient()).codiceFiscale);
  const { items } = await stranger.imaging.allStudies();
  assert.deepEqual(items, []);
  await assert.rejects(stranger.imaging.study(study.id), problem("request.not-found"));
  await assert.rejects(stranger.imaging.plan(plan.id), problem("request.not-found"));
  await assert.rejects(stranger.imaging.bytes(plan, [0, 10]), problem("request.not-found"));
});

Deno.test("without the dossier's consent no image is on line", async () => {
  await using portal = await openPortal();
  const { tuo, study, plan, patientId } = await withSeries(portal, SLICES);
  await portal.tenant.db.insertInto("consent_events").values({
    id: "withdrawn",
    patient_id: patientId,
    code: "dse-adhesion",
    given: 0,
    at: "2026-01-15T08:00:00.000Z",
    who: "patient",
    channel: "portal",
    document_id: null,
    text_version: "1",
  }).execute();
  for (
    const read of [
      () => tuo.imaging.allStudies(),
      () => tuo.imaging.study(study.id),
      () => tuo.imaging.plan(plan.id),
      () => tuo.imaging.bytes(plan, [0, 10]),
    ]
  ) await assert.rejects(read, problem("documents.no-adhesion"));
});

Deno.test("looking at a study leaves one entry a session, however many frames are read", async () => {
  await using portal = await openPortal();
  const { tuo, study, plan } = await withSeries(portal, SLICES);
  for (const { pixels } of plan.instances) await tuo.imaging.bytes(plan, pixels!.frames[0][0]);
  await tuo.imaging.study(study.id);
  const entries = await portal.tenant.db.selectFrom("accesses").select("object_id").where("act", "=", "read")
    .where("room", "=", "imaging").execute();
  assert.deepEqual(entries, [{ object_id: study.id }]);
});

async function asking(portal: TestPortal, images: readonly TestImage[] = SLICES) {
  const { plan } = await withSeries(portal, images);
  const send = await rawSender(portal);
  const ask = (headers: Record<string, string>, method = "GET") =>
    send({ method, path: `/v1/series/${plan.id}/bytes`, headers });
  return { plan, send, ask } satisfies { plan: SeriesPlan; send: Send; ask: unknown };
}

Deno.test("a Range answers with its stretch, its place and the tag", async () => {
  await using portal = await openPortal();
  const { plan, ask } = await asking(portal);
  const { byteLength, etag } = plan;
  const whole = new Uint8Array(await (await ask({})).arrayBuffer());
  assert.equal(whole.length, byteLength);
  const cases: [string, number, number][] = [
    ["bytes=0-0", 0, 1],
    ["bytes=10-2000", 10, Math.min(2001, byteLength)],
    [`bytes=${byteLength - 1}-`, byteLength - 1, byteLength],
    ["bytes=-5", byteLength - 5, byteLength],
    ["bytes=5-99999999999999999999999", 5, byteLength],
    [`bytes=-99999999999999999999999`, 0, byteLength],
  ];
  for (const [range, start, end] of cases) {
    const answer = await ask({ "Range": range, "If-Match": etag });
    assert.equal(answer.status, 206, range);
    assert.equal(answer.headers.get("Content-Range"), `bytes ${start}-${end - 1}/${byteLength}`);
    assert.equal(answer.headers.get("ETag"), etag);
    assert.deepEqual(new Uint8Array(await answer.arrayBuffer()), whole.subarray(start, end), range);
  }
});

Deno.test("a Range out of bounds is 416 and says how long the content is", async () => {
  await using portal = await openPortal();
  const { plan, ask } = await asking(portal);
  for (const range of [`bytes=${plan.byteLength}-`, "bytes=99999999999999999999-", "bytes=-0"]) {
    const answer = await ask({ "Range": range });
    assert.equal(answer.status, 416, range);
    assert.equal(answer.headers.get("Content-Range"), `bytes */${plan.byteLength}`);
    assert.equal((await answer.json()).code, "request.range");
  }
});

Deno.test("what is no single byte Range gets the whole, never more and never an error", async () => {
  await using portal = await openPortal();
  const { plan, ask } = await asking(portal);
  const many = "bytes=" + Array.from({ length: 1000 }, (_, i) => `${i}-${i + 1}`).join(",");
  for (
    const range of ["bytes=0-1,5-6", many, "bytes=9-5", "bytes=--5", "bytes=a-b", "items=0-5", "bytes=-"]
  ) {
    const answer = await ask({ "Range": range });
    assert.equal(answer.status, 200, range);
    assert.equal((await answer.arrayBuffer()).byteLength, plan.byteLength);
  }
});

Deno.test("bytes asked for under an old tag are refused; If-Range gives the whole of the new", async () => {
  await using portal = await openPortal();
  const { patientId, tuo, plan } = await withSeries(portal, SLICES);
  const send = await rawSender(portal);
  const path = `/v1/series/${plan.id}/bytes`;
  await ingestInstance(portal.tenant, { patientId, bytes: imageFile({ instance: "2.25.1.1.9", number: 9 }) });
  await assert.rejects(tuo.imaging.bytes(plan, [0, 10]), problem("request.precondition-failed"));
  const resumed = await send({
    method: "GET",
    path,
    headers: { "Range": "bytes=5-", "If-Range": plan.etag },
  });
  assert.equal(resumed.status, 200);
  const newer = await tuo.imaging.plan(plan.id);
  assert.notEqual(newer.etag, plan.etag);
  assert.equal(newer.instances.length, 4);
  assert.equal((await tuo.imaging.bytes(newer, [0, 10])).length, 10);
});

Deno.test("HEAD tells the length and sends nothing; a plan that is known is not sent again", async () => {
  await using portal = await openPortal();
  const { plan, send, ask } = await asking(portal);
  const head = await ask({ "Range": "bytes=0-99" }, "HEAD");
  assert.deepEqual([head.status, head.headers.get("Content-Length")], [206, "100"]);
  assert.equal((await head.arrayBuffer()).byteLength, 0);
  const path = `/v1/series/${plan.id}`;
  assert.equal((await send({ method: "GET", path, headers: { "If-None-Match": plan.etag } })).status, 304);
});

Deno.test("a plan goes out gzipped to those who take it, and plain to those who do not", async () => {
  await using portal = await openPortal();
  const { plan, send } = await asking(portal);
  const path = `/v1/series/${plan.id}`;
  for (
    const [accept, zipped] of [["gzip", true], ["br, gzip;q=0.5", true], ["gzip;q=0", false], ["", false]]
  ) {
    const answer = await send({ method: "GET", path, headers: { "Accept-Encoding": String(accept) } });
    assert.equal(answer.headers.get("Content-Encoding") === "gzip", zipped, String(accept));
    const body = zipped ? answer.body!.pipeThrough(new DecompressionStream("gzip")) : answer.body;
    assert.deepEqual(await new Response(body).json(), plan);
  }
});

Deno.test("a flipped bit in the stored file is told, and no byte of it goes out", async () => {
  await using portal = await openPortal();
  const { tuo, plan } = await withSeries(portal, [{ size: 600 }]);
  const blobs = `${portal.folder}/clinics/${portal.tenant.clinic.id}/blobs`;
  const { blob_id } = await portal.tenant.db.selectFrom("instances").select("blob_id")
    .executeTakeFirstOrThrow();
  const path = `${blobs}/${blob_id.slice(-2)}/${blob_id}`;
  const sealed = await Deno.readFile(path);
  sealed[300_000] ^= 4;
  await Deno.writeFile(path, sealed);
  await assert.rejects(tuo.imaging.bytes(plan, [0, plan.byteLength]), problem("documents.damaged"));
  await assert.rejects(tuo.imaging.bytes(plan, [300_000, 10]), problem("documents.damaged"));
  assert.equal((await tuo.imaging.bytes(plan, [0, 1000])).length, 1000);
});
