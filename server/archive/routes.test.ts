import assert from "node:assert/strict";
import { TuoError } from "@tuodossier/sdk";
import { HOUR, MINUTE, SECOND } from "../clock.ts";
import { openPortal, PORTAL, type TestPortal } from "../testing/portal.ts";
import { found, run, withFolder } from "./peer.testing.ts";
import { addDossier, type Dossier } from "./room.testing.ts";

const NOT_FOUND = (error: unknown) => error instanceof TuoError && error.code === "request.not-found";

/** A signed-in patient with an export of all they have. */
async function takeHome(portal: TestPortal, size: { count?: number; bytes?: number } = {}) {
  const { patientId, codiceFiscale } = await portal.addPatient();
  const dossier: Dossier = await addDossier(portal.tenant, patientId, size);
  const tuo = await portal.signIn(codiceFiscale);
  const choice = { studies: [dossier.study], documents: [dossier.document] };
  const made = await tuo.archive.create(choice);
  const ticket = async () => (await tuo.archive.ticket(made.id, 1)).url;
  return { patientId, dossier, tuo, made, ticket };
}

/** As a browser navigates: no origin, no proof, no token. */
const get = (portal: TestPortal, url: string, headers: Record<string, string> = {}, method = "GET") =>
  portal.fetchFrom(null)(url, { headers, method });
const bytesOf = async (response: Response) => new Uint8Array(await response.arrayBuffer());
const codeOf = async (response: Response) => [response.status, (await response.json()).code];

Deno.test("the size of an archive is known at once, and its answer says all a browser wants", async () => {
  await using portal = await openPortal();
  const { tuo, made, ticket } = await takeHome(portal);
  assert.equal(made.state, "ready");
  assert.deepEqual(made.volumes.map(({ name }) => name), ["TuoDossier-2026-01-15.zip"]);
  assert.deepEqual(await tuo.archive.get(made.id), made);
  const response = await get(portal, await ticket());
  const headers = Object.fromEntries(response.headers);
  assert.equal(response.status, 200);
  assert.equal((await bytesOf(response)).length, made.volumes[0].bytes);
  assert.equal(headers["content-length"], String(made.volumes[0].bytes));
  assert.equal(headers["accept-ranges"], "bytes");
  assert.equal(headers["content-type"], "application/zip");
  assert.equal(headers["content-disposition"], `attachment; filename="TuoDossier-2026-01-15.zip"`);
  assert.match(headers["etag"], /^"[^"]+"$/);
});

Deno.test({
  name: "what a patient takes home is what came in",
  ignore: !found("unzip", "-v"),
  fn: () =>
    withFolder(async (folder) => {
      await using portal = await openPortal();
      const { dossier, ticket } = await takeHome(portal);
      await Deno.writeFile(`${folder}/a.zip`, await bytesOf(await get(portal, await ticket())));
      await run("unzip", ["-q", `${folder}/a.zip`, "-d", folder]);
      for (const [i, image] of dossier.images.entries()) {
        const path = `${folder}/DICOM/ST000001/SE000001/IM00000${i + 1}`;
        assert.deepEqual(await Deno.readFile(path), new Uint8Array(image));
      }
      assert.deepEqual(await Deno.readFile(`${folder}/REPORTS/REP00001.PDF`), new Uint8Array(dossier.pdf));
      assert.match(await Deno.readTextFile(`${folder}/INDEX.HTM`), /Paziente001 Prova/);
    }),
});

Deno.test("a cut download resumes at the byte, under the same tag, as often as the line drops", async () => {
  await using portal = await openPortal();
  const { ticket } = await takeHome(portal);
  const [url, other] = [await ticket(), await ticket()];
  const whole = await bytesOf(await get(portal, other));
  const first = await get(portal, url);
  const etag = first.headers.get("ETag") ?? "";
  const reader = first.body!.getReader();
  const kept = (await reader.read()).value!.subarray(0, 100_003);
  await reader.cancel();
  for (const start of [kept.length, 500_000]) {
    const resumed = await get(portal, url, { "Range": `bytes=${start}-`, "If-Range": etag });
    assert.equal(resumed.status, 206);
    assert.equal(resumed.headers.get("ETag"), etag);
    assert.equal(
      resumed.headers.get("Content-Range"),
      `bytes ${start}-${whole.length - 1}/${whole.length}`,
    );
    assert.equal(resumed.headers.get("Content-Length"), String(whole.length - start));
    assert.deepEqual(await bytesOf(resumed), whole.subarray(start));
  }
  assert.deepEqual(kept, whole.subarray(0, kept.length));
});

Deno.test("a range past the end is 416 and tells the length; two ranges give the whole", async () => {
  await using portal = await openPortal();
  const { made, ticket } = await takeHome(portal);
  const outside = await get(portal, await ticket(), { Range: `bytes=${made.volumes[0].bytes}-` });
  assert.equal(outside.headers.get("Content-Range"), `bytes */${made.volumes[0].bytes}`);
  assert.deepEqual(await codeOf(outside), [416, "request.range"]);
  const two = await get(portal, await ticket(), { Range: "bytes=0-1,5-6" });
  assert.equal(two.status, 200);
  await two.body?.cancel();
});

Deno.test("HEAD tells what GET would, and uses nothing up", async () => {
  await using portal = await openPortal();
  const { made, ticket } = await takeHome(portal);
  const url = await ticket();
  for (let i = 0; i < 3; i++) {
    const head = await get(portal, url, {}, "HEAD");
    assert.equal(head.status, 200);
    assert.equal(head.headers.get("Content-Length"), String(made.volumes[0].bytes));
    assert.equal((await bytesOf(head)).length, 0);
  }
  const part = await get(portal, url, { Range: "bytes=10-19" }, "HEAD");
  assert.deepEqual([part.status, part.headers.get("Content-Length")], [206, "10"]);
  assert.equal((await bytesOf(await get(portal, url))).length, made.volumes[0].bytes);
});

Deno.test("a ticket is used within a minute, gives the whole once, and of fifty at once one", async () => {
  await using portal = await openPortal();
  const { ticket } = await takeHome(portal);
  const late = await ticket();
  portal.advance(61 * SECOND);
  assert.deepEqual(await codeOf(await get(portal, late)), [404, "archive.ticket-over"]);
  const url = await ticket();
  const answers = await Promise.all(Array.from({ length: 50 }, () => get(portal, url)));
  assert.equal(answers.filter(({ status }) => status === 200).length, 1);
  assert.equal(answers.filter(({ status }) => status === 206).length, 0);
  for (const answer of answers) await answer.body?.cancel();
  assert.deepEqual(await codeOf(await get(portal, url)), [404, "archive.ticket-over"]);
});

Deno.test("half an hour after the last byte, and a day after the first, a ticket is over", async () => {
  await using portal = await openPortal();
  const { ticket } = await takeHome(portal);
  const url = await ticket();
  await bytesOf(await get(portal, url));
  const part = () => get(portal, url, { Range: "bytes=0-9" });
  for (let passed = 0; passed < 24 * HOUR - 29 * MINUTE; passed += 29 * MINUTE) {
    assert.equal((await bytesOf(await part())).length, 10);
    portal.advance(29 * MINUTE);
  }
  portal.advance(29 * MINUTE);
  assert.deepEqual(await codeOf(await part()), [404, "archive.ticket-over"]);

  const second = await takeHome(portal);
  const idle = await second.ticket();
  await bytesOf(await get(portal, idle));
  portal.advance(30 * MINUTE);
  assert.deepEqual(await codeOf(await get(portal, idle, { Range: "bytes=0-9" })), [
    404,
    "archive.ticket-over",
  ]);
});

Deno.test("signing out cuts a running download and every ticket", async () => {
  await using portal = await openPortal();
  const { tuo, ticket } = await takeHome(portal, { count: 12, bytes: 500_000 });
  const [running, unused] = [await ticket(), await ticket()];
  const reader = (await get(portal, running)).body!.getReader();
  assert.equal((await reader.read()).done, false);
  await tuo.session.signOut();
  portal.advance(6 * SECOND);
  const rest = async () => {
    while (!(await reader.read()).done);
  };
  await assert.rejects(rest());
  for (const url of [running, unused]) {
    const answer = await get(portal, url, { Range: "bytes=0-9" });
    assert.deepEqual(await codeOf(answer), [404, "archive.ticket-over"]);
  }
});

Deno.test("a download outlives the session's idle time", async () => {
  await using portal = await openPortal();
  const { ticket } = await takeHome(portal, { count: 12, bytes: 500_000 });
  const reader = (await get(portal, await ticket())).body!.getReader();
  await reader.read();
  portal.advance(2 * HOUR);
  assert.equal((await reader.read()).done, false);
  await reader.cancel();
});

Deno.test("another patient's study, document, export, ticket and clinic answer as if they never were", async () => {
  await using portal = await openPortal();
  const mine = await takeHome(portal);
  portal.advance(SECOND);
  const theirs = await takeHome(portal);
  const { dossier, made } = theirs;
  const mixed = [
    { studies: [dossier.study], documents: [] },
    { studies: [mine.dossier.study], documents: [dossier.document] },
    { studies: [mine.dossier.study, "019a0000-0000-7000-8000-000000000000"], documents: [] },
  ];
  for (const choice of mixed) await assert.rejects(mine.tuo.archive.create(choice), NOT_FOUND);
  await assert.rejects(mine.tuo.archive.get(made.id), NOT_FOUND);
  await assert.rejects(mine.tuo.archive.ticket(made.id, 1), NOT_FOUND);
  await assert.rejects(mine.tuo.archive.ticket(mine.made.id, 2), NOT_FOUND);
  await assert.rejects(mine.tuo.archive.get("..%2f..%2fx"), NOT_FOUND);

  const elsewhere = await portal.clinics.add({ name: "Altra clinica", origins: ["http://other.test"] });
  const url = (await theirs.ticket()).replace(portal.tenant.clinic.key, elsewhere.clinic.key);
  assert.deepEqual(await codeOf(await get(portal, url)), [404, "archive.ticket-over"]);
  const invented = `${PORTAL}/t/${portal.tenant.clinic.key}/v1/downloads/`;
  for (const ticket of ["A".repeat(43), "short", "A".repeat(44)]) {
    assert.deepEqual(await codeOf(await get(portal, invented + ticket)), [404, "archive.ticket-over"]);
  }
});

Deno.test("taking the adhesion back cuts what is running, and no export is made without it", async () => {
  await using portal = await openPortal();
  const { tuo, ticket, dossier, patientId, made } = await takeHome(portal, { count: 12, bytes: 500_000 });
  const [url, unused] = [await ticket(), await ticket()];
  const reader = (await get(portal, url)).body!.getReader();
  await reader.read();
  await portal.tenant.db.insertInto("consent_events").values({
    id: "019a0000-0000-7000-8000-000000000001",
    patient_id: patientId,
    code: "dse-adhesion",
    given: 0,
    at: "2026-01-15T09:00:00.000Z",
    who: "patient",
    channel: "portal",
    document_id: null,
    text_version: "1",
  }).execute();
  portal.advance(6 * SECOND);
  const rest = async () => {
    while (!(await reader.read()).done);
  };
  await assert.rejects(rest());
  assert.deepEqual(await codeOf(await get(portal, unused)), [404, "archive.ticket-over"]);
  const refused = (error: unknown) => error instanceof TuoError && error.code === "documents.no-adhesion";
  await assert.rejects(tuo.archive.create({ studies: [dossier.study] }), refused);
  await assert.rejects(tuo.archive.ticket(made.id, 1), refused);
});

Deno.test("every study and document of a download is in the trace before its first byte", async () => {
  await using portal = await openPortal();
  const { ticket, dossier, made } = await takeHome(portal);
  const traced = async () => {
    const rows = await portal.tenant.db.selectFrom("accesses").select(["room", "object_id"])
      .where("act", "=", "export").orderBy("sequence").execute();
    return rows.map(({ room, object_id }) => [room, object_id]);
  };
  assert.deepEqual(await traced(), [["archive", made.id]]);
  const url = await ticket();
  await get(portal, url, {}, "HEAD");
  assert.equal((await traced()).length, 1);
  const response = await get(portal, url);
  const expected = [["archive", made.id], ["imaging", dossier.study], ["documents", dossier.document]];
  assert.deepEqual(await traced(), expected);
  await bytesOf(response);
  await bytesOf(await get(portal, url, { Range: "bytes=5-" }));
  assert.deepEqual(await traced(), expected);
});

Deno.test("an empty or strange choice is refused with its reason", async () => {
  await using portal = await openPortal();
  const { codiceFiscale } = await portal.addPatient();
  const tuo = await portal.signIn(codiceFiscale);
  const code = (expected: string) => (error: unknown) => error instanceof TuoError && error.code === expected;
  await assert.rejects(tuo.archive.create({ studies: [] }), code("archive.empty"));
  const strange = { studies: ["x"], volumeSize: "floppy" } as unknown as { studies: string[] };
  await assert.rejects(tuo.archive.create(strange), code("request.invalid"));
});

Deno.test("two downloads run at once in a session, a third says so, and a resumed one is none", async () => {
  await using portal = await openPortal();
  const { tuo, made, ticket } = await takeHome(portal);
  const [one, two, three] = [await ticket(), await ticket(), await ticket()];
  const running = [await get(portal, one), await get(portal, two)];
  assert.deepEqual(await codeOf(await get(portal, three)), [429, "archive.limit"]);
  const limit = (error: unknown) => error instanceof TuoError && error.code === "archive.limit";
  await assert.rejects(tuo.archive.ticket(made.id, 1), limit);
  assert.equal((await bytesOf(await get(portal, one, { Range: "bytes=0-9" }))).length, 10);
  for (const { body } of running) await body?.cancel();
  assert.equal((await bytesOf(await get(portal, three))).length, made.volumes[0].bytes);
});

Deno.test("a damaged blob is an error where that can still be said, else it ends the download", async () => {
  await using portal = await openPortal();
  const { ticket } = await takeHome(portal);
  const rows = await portal.tenant.db.selectFrom("instances").select("blob_id").orderBy("id").execute();
  await portal.tenant.blobs.remove(rows[2].blob_id);
  await assert.rejects(bytesOf(await get(portal, await ticket())));
  await portal.tenant.blobs.remove(rows[0].blob_id);
  assert.deepEqual(await codeOf(await get(portal, await ticket())), [502, "documents.damaged"]);
});

Deno.test("after seven days an export is gone, a day later its files too", async () => {
  await using portal = await openPortal();
  const { patientId, codiceFiscale } = await portal.addPatient();
  const { study } = await addDossier(portal.tenant, patientId);
  const first = await (await portal.signIn(codiceFiscale)).archive.create({ studies: [study] });
  const blobs = () => portal.tenant.db.selectFrom("blobs").select("id").execute();
  const before = (await blobs()).length;
  portal.advance(8 * 24 * HOUR + 1);
  const tuo = await portal.signIn(codiceFiscale);
  await assert.rejects(tuo.archive.get(first.id), NOT_FOUND);
  await tuo.archive.create({ studies: [study] });
  assert.equal((await blobs()).length, before);
});

Deno.test("no ticket is ever logged", async () => {
  await using portal = await openPortal();
  const { ticket } = await takeHome(portal);
  const url = await ticket();
  await bytesOf(await get(portal, url));
  assert.ok(!JSON.stringify(portal.logs).includes(url.split("/").at(-1)!));
});

Deno.test({
  name: "curl resumes a download over a real connection and ends with the same bytes",
  ignore: !found("curl", "--version"),
  fn: () =>
    withFolder(async (folder) => {
      await using portal = await openPortal();
      const { made, ticket } = await takeHome(portal);
      const listen = { hostname: "127.0.0.1", port: 0, onListen: () => {} };
      const server = Deno.serve(listen, (request) => portal.fetchFrom(null)(request));
      const here = (url: string) => url.replace(PORTAL, `http://127.0.0.1:${server.addr.port}`);
      const [whole, cut] = [here(await ticket()), here(await ticket())];
      const head = await run("curl", ["-sI", cut]);
      assert.match(head, new RegExp(`content-length: ${made.volumes[0].bytes}`, "i"));
      await run("curl", ["-sfo", `${folder}/whole`, whole]);
      await run("sh", ["-c", `curl -s "$1" | head -c 345678 > "$2"`, "sh", cut, `${folder}/cut`]);
      await run("curl", ["-sfC", "-", "-o", `${folder}/cut`, cut]);
      await server.shutdown();
      const [a, b] = await Promise.all(["whole", "cut"].map((name) => Deno.readFile(`${folder}/${name}`)));
      assert.deepEqual(a, b);
    }),
});
