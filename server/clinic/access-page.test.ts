import assert from "node:assert/strict";
import { sql } from "kysely";
import { checkPdf } from "../blobs/pdf.ts";
import { readPdf } from "../paper/access-page.testing.ts";
import { openPortal, PORTAL, type TestPortal } from "../testing/portal.ts";

async function tokenOf(portal: TestPortal, key = portal.tenant.clinic.key): Promise<string> {
  const { clientId, clientSecret } = await portal.clinics.addClient(key);
  const body = new URLSearchParams({
    grant_type: "client_credentials",
    client_id: clientId,
    client_secret: clientSecret,
  });
  const answer = await portal.fetchFrom(null)(`${PORTAL}/t/${key}/v1/clinic/token`, { method: "POST", body });
  return (await answer.json()).access_token;
}

const asking =
  (portal: TestPortal, token: string, key = portal.tenant.clinic.key) => (id: string, body: unknown) =>
    portal.fetchFrom(null)(`${PORTAL}/t/${key}/v1/clinic/patients/${id}/access-page`, {
      method: "POST",
      headers: { "Content-Type": "application/json", "Authorization": `Bearer ${token}` },
      body: JSON.stringify(body),
    });

const readings = (portal: TestPortal, patientId: string) =>
  portal.tenant.db.selectFrom("accesses").selectAll().where("patient_id", "=", patientId)
    .where("room", "=", "profile").execute();

Deno.test("a clinic's system has the page of its patient, and that it had is in the trace", async () => {
  await using portal = await openPortal();
  await portal.clinics.setSettings(portal.tenant.clinic.key, {
    signInUrl: "https://clinica.example/area-pazienti",
    accessPage: { formCode: "MOD-9", revision: "2", updatedOn: "2026-01-02" },
  });
  const { patientId } = await portal.addPatient({ familyName: "Esempi" });
  const ask = asking(portal, await tokenOf(portal));
  const answer = await ask(patientId, { examNumber: "AQ1/2026P2", availableOn: "2026-02-03" });
  assert.equal(answer.status, 200);
  assert.equal(answer.headers.get("Content-Type"), "application/pdf");
  assert.equal(answer.headers.get("Cache-Control"), "no-store");
  const bytes = new Uint8Array(await answer.arrayBuffer());
  checkPdf(bytes);
  const pdf = await readPdf(bytes);
  const text = pdf.text();
  for (
    const part of [
      "Clinica di prova",
      "MOD-9 · Rev. 2",
      "Aggiornato il 02/01/2026",
      "Esempi",
      "AQ1/2026P2",
      "03/02/2026",
      "clinica.example/area-pazienti",
      "*****01",
      "0999 000 000",
    ]
  ) assert.ok(text.includes(part), part);
  assert.ok(pdf.alts.some((alt) => alt.endsWith(`, ${PORTAL}/t/${portal.tenant.clinic.key}/guide`)));
  assert.ok(!text.includes(portal.tenant.clinic.key), "nobody types it");
  assert.doesNotMatch(text, /\+39333|Puoi aderire/);
  const [entry, ...others] = await readings(portal, patientId);
  assert.deepEqual([entry.actor, entry.act, entry.object_id, others.length], [
    "operator",
    "read",
    patientId,
    0,
  ]);
  const logs = JSON.stringify(portal.logs);
  for (const canary of ["Esempi", "AQ1", "PRVPRV"]) assert.ok(!logs.includes(canary));
});

Deno.test("adhesion is what is recorded, unless the desk says another", async () => {
  await using portal = await openPortal();
  const { patientId } = await portal.addPatient({ consents: false });
  const ask = asking(portal, await tokenOf(portal));
  const textFor = async (body: unknown) =>
    (await readPdf(new Uint8Array(await (await ask(patientId, body)).arrayBuffer()))).text();
  assert.match((await textFor({})).replaceAll("\n", " "), /Puoi aderire in segreteria/);
  assert.doesNotMatch((await textFor({ adhesion: true })).replaceAll("\n", " "), /Puoi aderire/);
});

Deno.test("nobody else's system has it, no other patient is told of, and what is not of the form is refused", async () => {
  await using portal = await openPortal();
  const { patientId } = await portal.addPatient();
  const other = await portal.clinics.add({ name: "Altra", origins: [] });
  const [mine, theirs] = [await tokenOf(portal), await tokenOf(portal, other.clinic.key)];
  assert.equal((await asking(portal, theirs)(patientId, {})).status, 401);
  assert.equal((await asking(portal, "x")(patientId, {})).status, 401);
  assert.equal((await asking(portal, theirs, other.clinic.key)(patientId, {})).status, 404);
  const ask = asking(portal, mine);
  for (const id of [crypto.randomUUID(), "x", "%00"]) assert.equal((await ask(id, {})).status, 404, id);
  for (
    const body of [
      { examNumber: "1".repeat(41) },
      { examNumber: "a\nb" },
      { availableOn: "2026-02-30" },
      { adhesion: "yes" },
      { password: "x" },
    ]
  ) assert.equal((await ask(patientId, body)).status, 400, JSON.stringify(body));
  assert.equal((await readings(portal, patientId)).length, 0);
});

Deno.test("without a trace there is no page", async () => {
  await using portal = await openPortal();
  const { patientId } = await portal.addPatient();
  const ask = asking(portal, await tokenOf(portal));
  await sql`CREATE TRIGGER full BEFORE INSERT ON accesses BEGIN SELECT RAISE(ABORT, 'full'); END`
    .execute(portal.tenant.db);
  assert.equal((await ask(patientId, {})).status, 500);
});
