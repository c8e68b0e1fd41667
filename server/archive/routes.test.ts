import assert from "node:assert/strict";
import { TuoError } from "@tuodossier/sdk";
import { HOUR, SECOND } from "../clock.ts";
import { openPortal, PORTAL } from "../testing/portal.ts";
import { found, run, withFolder } from "./peer.testing.ts";
import { addDossier, bytesOf, codeOf, get, takeHome } from "./room.testing.ts";

const NOT_FOUND = (error: unknown) => error instanceof TuoError && error.code === "request.not-found";

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

Deno.test("what is another patient's or another clinic's answers as if it never were", async () => {
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

Deno.test("where the clinic says so an export needs a sign-in no older than a quarter of an hour", async () => {
  await using portal = await openPortal();
  const { tuo, dossier } = await takeHome(portal);
  const choice = { studies: [dossier.study], documents: [] };
  portal.advance(16 * 60 * SECOND);
  assert.ok(await tuo.archive.create(choice));
  await portal.clinics.setSettings(portal.tenant.clinic.key, { stepUpForExport: true });
  await assert.rejects(
    tuo.archive.create(choice),
    (error) => error instanceof TuoError && error.code === "auth.step-up",
  );
  const again = await portal.signIn((await tuo.profile.get()).codiceFiscale);
  assert.ok(await again.archive.create(choice));
});
