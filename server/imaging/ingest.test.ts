import assert from "node:assert/strict";
import { openPortal, type TestPortal } from "../testing/portal.ts";
import { imageFile } from "./dicom.testing.ts";
import { ingestInstance } from "./ingest.ts";

const count = async (portal: TestPortal, table: "instances" | "series" | "studies" | "documents" | "blobs") =>
  (await portal.tenant.db.selectFrom(table).select((e) => e.fn.countAll<number>().as("n"))
    .executeTakeFirstOrThrow()).n;

const blobsOf = ({ folder, tenant }: TestPortal) => `${folder}/clinics/${tenant.clinic.id}/blobs`;

/** Files on the disk below the clinic's blobs. */
async function sealedFiles(folder: string): Promise<string[]> {
  const names: string[] = [];
  for await (const { name, isDirectory } of Deno.readDir(folder)) {
    if (isDirectory) names.push(...await sealedFiles(`${folder}/${name}`));
    else names.push(`${folder}/${name}`);
  }
  return names;
}

Deno.test("a file comes in once: the same bytes are known, other bytes under its UID are kept beside it", async () => {
  await using portal = await openPortal();
  const { patientId } = await portal.addPatient();
  const first = await ingestInstance(portal.tenant, { patientId, bytes: imageFile() });
  const again = await ingestInstance(portal.tenant, { patientId, bytes: imageFile() });
  const other = await ingestInstance(portal.tenant, { patientId, bytes: imageFile({ size: 9 }) });
  assert.ok(first.outcome === "new" && again.outcome === "same" && other.outcome === "conflict");
  assert.equal(again.instanceId, first.instanceId);
  assert.equal(other.studyId, first.studyId);
  assert.deepEqual(await Promise.all([count(portal, "instances"), count(portal, "studies")]), [2, 1]);
});

Deno.test("the same file twice at one time is kept once, and leaves no file behind", async () => {
  await using portal = await openPortal();
  const { patientId } = await portal.addPatient();
  const outcomes = await Promise.all(
    Array.from({ length: 8 }, () => ingestInstance(portal.tenant, { patientId, bytes: imageFile() })),
  );
  assert.deepEqual(outcomes.map(({ outcome }) => outcome).sort(), ["new", ...Array(7).fill("same")]);
  assert.equal(await count(portal, "instances"), 1);
  const blobs = await count(portal, "blobs");
  assert.equal((await sealedFiles(blobsOf(portal))).length, blobs);
});

Deno.test("one person's file is not known in another's dossier", async () => {
  await using portal = await openPortal();
  const [one, two] = [await portal.addPatient(), await portal.addPatient()];
  const first = await ingestInstance(portal.tenant, { patientId: one.patientId, bytes: imageFile() });
  const second = await ingestInstance(portal.tenant, { patientId: two.patientId, bytes: imageFile() });
  assert.ok(first.outcome === "new" && second.outcome === "new");
  assert.notEqual(first.studyId, second.studyId);
});

Deno.test("a program in the preamble is not kept", async () => {
  await using portal = await openPortal();
  const { patientId } = await portal.addPatient();
  const bytes = imageFile();
  bytes.set(new TextEncoder().encode("MZ program"));
  assert.equal((await ingestInstance(portal.tenant, { patientId, bytes })).outcome, "new");
  assert.equal((await ingestInstance(portal.tenant, { patientId, bytes: imageFile() })).outcome, "same");
});

Deno.test("what is no DICOM is refused with a reason, and nothing of it stays", async () => {
  await using portal = await openPortal();
  const { patientId } = await portal.addPatient({ consents: false });
  for (const bytes of [new Uint8Array(0), new Uint8Array(1000), imageFile().subarray(0, 200)]) {
    const refused = await ingestInstance(portal.tenant, { patientId, bytes });
    assert.ok(refused.outcome === "refused" && refused.reason.length > 20);
  }
  assert.deepEqual(
    await Promise.all([count(portal, "blobs"), count(portal, "studies"), count(portal, "documents")]),
    [0, 0, 0],
  );
});

Deno.test("a database that fails in the middle leaves no row and no file", async () => {
  await using portal = await openPortal();
  const { patientId } = await portal.addPatient({ consents: false });
  await portal.tenant.db.schema.dropTable("accesses").execute();
  await assert.rejects(ingestInstance(portal.tenant, { patientId, bytes: imageFile() }));
  assert.deepEqual(
    await Promise.all([count(portal, "blobs"), count(portal, "instances"), count(portal, "documents")]),
    [0, 0, 0],
  );
  assert.deepEqual(await sealedFiles(blobsOf(portal)), []);
});

Deno.test("exams of one accession stand under one document, others under their own", async () => {
  await using portal = await openPortal();
  const { patientId } = await portal.addPatient();
  const add = (study: string, accession?: string) =>
    ingestInstance(portal.tenant, {
      patientId,
      bytes: imageFile({ study, instance: study + ".1", accession }),
    });
  await add("2.25.11", "AQ1/2025P2");
  await add("2.25.12", "AQ1/2025P2");
  await add("2.25.13", "AQ1");
  await add("2.25.14");
  await add("2.25.15");
  const rows = await portal.tenant.db.selectFrom("studies").select("document_id")
    .orderBy("study_instance_uid").execute();
  assert.equal(new Set(rows.map(({ document_id }) => document_id)).size, 4);
  assert.equal(rows[0].document_id, rows[1].document_id);
});

Deno.test("an import of a study leaves one entry in the trace, of the operator", async () => {
  await using portal = await openPortal();
  const { patientId } = await portal.addPatient();
  const traced = new Set<string>();
  for (const instance of ["2.25.1.1.1", "2.25.1.1.2", "2.25.1.1.3"]) {
    await ingestInstance(portal.tenant, { patientId, traced, bytes: imageFile({ instance }) });
  }
  const entries = await portal.tenant.db.selectFrom("accesses").select(["actor", "patient_id", "object_id"])
    .where("act", "=", "import").where("room", "=", "imaging").execute();
  assert.deepEqual(entries, [{ actor: "operator", patient_id: patientId, object_id: [...traced][0] }]);
});
