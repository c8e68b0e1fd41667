import assert from "node:assert/strict";
import type { ProtectionClass } from "@tuodossier/sdk/contract";
import type { Tenant } from "../tenant.ts";
import { openPortal } from "../testing/portal.ts";
import { documentForStudy, publishDocument } from "./publish.ts";
import { entryOf, pdfOf, publish } from "./room.testing.ts";
import { documentById, documentsOf } from "./store.ts";

const images = { date: "2025-06-01", description: "RX PIEDE DX", facility: null };

Deno.test("the same report of the same order is one document, however often and at once it comes", async () => {
  await using portal = await openPortal();
  const { tenant } = portal;
  const { patientId } = await portal.addPatient();
  const entry = entryOf({ accession: "AQ111870/2025P2" });
  const facts = { patientId, entry, pdf: pdfOf(1) };
  const all = await Promise.all(Array.from({ length: 8 }, () => publishDocument(tenant, facts)));
  assert.equal(new Set(all.map(({ id }) => id)).size, 1);
  assert.equal(all.filter(({ outcome }) => outcome === "added").length, 1);
  assert.equal((await documentsOf(tenant.db, patientId)).length, 1);
  const { count } = await tenant.db.selectFrom("blobs").select((e) => e.fn.countAll<number>().as("count"))
    .where("id", "!=", (await consentBlob(tenant)).blob_id).executeTakeFirstOrThrow();
  assert.equal(count, 1);
});

const consentBlob = (tenant: Awaited<ReturnType<typeof openPortal>>["tenant"]) =>
  tenant.db.selectFrom("consent_documents").select("blob_id").executeTakeFirstOrThrow();

Deno.test("a row of images becomes its report's, and is unread again", async () => {
  await using portal = await openPortal();
  const { tenant } = portal;
  const { patientId } = await portal.addPatient();
  const study = { patientId, accession: "A/1", ...images };
  const { id } = await documentForStudy(tenant, study);
  const again = await documentForStudy(tenant, { ...study, description: "RX PIEDE SX" });
  assert.equal(again.id, id);
  const before = await documentById(tenant.db, { patientId, id });
  assert.deepEqual([before!.type, before!.services], ["immagini", ["RX PIEDE DX", "RX PIEDE SX"]]);
  assert.equal(before!.facilityName, "Clinica di prova");

  const entry = entryOf({ accession: "A/1", author: "Dott. Bianchi", facility: "Sede Nord" });
  const published = await publishDocument(tenant, { patientId, entry, pdf: pdfOf(1) });
  assert.deepEqual(published, { id, outcome: "completed" });
  const after = (await documentById(tenant.db, { patientId, id }))!;
  assert.deepEqual([after.type, after.author, after.facilityName], ["referto", "Dott. Bianchi", "Sede Nord"]);
  assert.deepEqual([after.services, after.date], [["RX PIEDE DX", "RX PIEDE SX"], "2025-06-01"]);
  assert.ok(after.revision > before!.revision);
  assert.equal((await documentForStudy(tenant, study)).id, id);
});

Deno.test("a second report of an order is a document of its own, hidden where the order is hidden", async () => {
  await using portal = await openPortal();
  const { tenant } = portal;
  const { patientId, codiceFiscale } = await portal.addPatient();
  const first = await publish(tenant, { patientId, number: 1, entry: { accession: "A/1" } });
  const tuo = await portal.signIn(codiceFiscale);
  await tuo.documents.setObscured(await tuo.documents.get(first), true);
  const second = await publish(tenant, { patientId, number: 2, entry: { accession: "A/1" } });
  assert.notEqual(second, first);
  assert.ok((await tuo.documents.get(second)).obscuredAt);
});

Deno.test("orders of two patients with one accession stay apart", async () => {
  await using portal = await openPortal();
  const { tenant } = portal;
  const [one, two] = [await portal.addPatient(), await portal.addPatient()];
  const a = await documentForStudy(tenant, { patientId: one.patientId, accession: "1", ...images });
  const b = await documentForStudy(tenant, { patientId: two.patientId, accession: "1", ...images });
  assert.notEqual(a.id, b.id);
  await publish(tenant, { patientId: two.patientId, number: 1, entry: { accession: "1" } });
  assert.equal((await documentById(tenant.db, { patientId: one.patientId, id: a.id }))!.blobId, null);
});

Deno.test("of twenty studies of one order at once all find one row", async () => {
  await using portal = await openPortal();
  const { tenant } = portal;
  const { patientId } = await portal.addPatient();
  const study = { patientId, accession: " B/2 ", ...images };
  const all = await Promise.all(Array.from({ length: 20 }, () => documentForStudy(tenant, study)));
  assert.equal(new Set(all.map(({ id }) => id)).size, 1);
});

Deno.test("a refused PDF leaves nothing behind", async () => {
  await using portal = await openPortal();
  const { tenant } = portal;
  const { patientId } = await portal.addPatient();
  const pdf = new TextEncoder().encode("%PDF-1.4\n1 0 obj<</S/JavaScript/JS(1)>>endobj\n");
  const entry = entryOf();
  await assert.rejects(publishDocument(tenant, { patientId, entry, pdf }), { reason: "active-content" });
  assert.deepEqual(await documentsOf(tenant.db, patientId), []);
});

async function accessesTo(tenant: Tenant, id: string): Promise<number> {
  return (await tenant.db.selectFrom("accesses").select("sequence").where("object_id", "=", id).execute())
    .length;
}

Deno.test("a corrected note corrects its document: traced, another revision, still read", async () => {
  await using portal = await openPortal();
  const { tenant } = portal;
  const { patientId, codiceFiscale } = await portal.addPatient();
  const first = { patientId, entry: entryOf({ date: "2025-06-01", services: ["TC"] }), pdf: pdfOf(1) };
  const { id } = await publishDocument(tenant, first);
  const tuo = await portal.signIn(codiceFiscale);
  await tuo.documents.content(id);
  const before = (await documentById(tenant.db, { patientId, id }))!;
  const traced = await accessesTo(tenant, id);
  const changes = [
    { protection: "hiv" },
    { type: "lettera", author: "Dott.ssa Neri", unit: "Infettivi" },
    { facility: "Sede Sud", date: "2025-06-02" },
    { protection: "none" },
  ] as const;
  for (const [i, change] of changes.entries()) {
    const entry = { kind: "document", ...change } as const;
    assert.deepEqual(await publishDocument(tenant, { ...first, entry }), { id, outcome: "corrected" });
    assert.deepEqual(await publishDocument(tenant, { ...first, entry }), { id, outcome: "present" });
    const { revision, protection, readAt } = (await documentById(tenant.db, { patientId, id }))!;
    assert.equal(protection, i < 3 ? "hiv" : "none");
    assert.deepEqual([revision, readAt], [before.revision + i + 1, before.readAt]);
    assert.equal(await accessesTo(tenant, id), traced + i + 1);
  }
  const after = (await documentById(tenant.db, { patientId, id }))!;
  assert.deepEqual(after.services, ["TC"]);
  assert.deepEqual([after.type, after.facilityName, after.date], ["lettera", "Sede Sud", "2025-06-02"]);
  assert.equal((await documentsOf(tenant.db, patientId)).length, 1);
});

Deno.test("a PDF that comes again without a note loses nothing of what one said", async () => {
  await using portal = await openPortal();
  const { patientId } = await portal.addPatient();
  const noted = entryOf({ date: "2025-06-01", protection: "violence", type: "verbale", author: "Dott. A" });
  const { id } = await publishDocument(portal.tenant, { patientId, entry: noted, pdf: pdfOf(1) });
  const again = { patientId, entry: { kind: "document" } as const, pdf: pdfOf(1) };
  assert.deepEqual(await publishDocument(portal.tenant, again), { id, outcome: "present" });
});

Deno.test("one protected document protects its whole order, whichever comes first; images follow", async () => {
  await using portal = await openPortal();
  const { tenant } = portal;
  const { patientId } = await portal.addPatient();
  const classes = async (accession: string) =>
    (await documentsOf(tenant.db, patientId)).filter((one) => one.accession === accession)
      .map(({ protection }) => protection);
  let number = 0;
  const add = (accession: string, protection: ProtectionClass) =>
    publish(tenant, { patientId, number: ++number, entry: { accession, protection } });

  await add("A", "hiv");
  await add("A", "none");
  assert.deepEqual(await classes("A"), ["hiv", "hiv"]);

  const plain = await add("B", "none");
  const traced = await accessesTo(tenant, plain);
  await add("B", "abortion");
  assert.deepEqual(await classes("B"), ["abortion", "abortion"]);
  assert.equal(await accessesTo(tenant, plain), traced + 1);
  assert.equal((await documentById(tenant.db, { patientId, id: plain }))!.revision, 2);

  const study = { patientId, accession: "C", ...images };
  const { id } = await documentForStudy(tenant, study);
  await add("C", "violence");
  assert.equal((await documentForStudy(tenant, study)).id, id);
  assert.deepEqual(await classes("C"), ["violence"]);

  // Two classes: each keeps its own, and nobody's is lowered.
  await add("C", "hiv");
  await add("C", "none");
  assert.deepEqual((await classes("C")).toSorted(), ["hiv", "violence", "violence"]);
});

Deno.test("a correction that protects one document protects its order; beside it nothing is lowered", async () => {
  await using portal = await openPortal();
  const { tenant } = portal;
  const { patientId } = await portal.addPatient();
  const send = (number: number, protection: ProtectionClass) =>
    publishDocument(tenant, {
      patientId,
      entry: entryOf({ accession: "A", date: "2025-06-01", protection }),
      pdf: pdfOf(number),
    });
  await send(1, "none");
  await send(2, "none");
  assert.equal((await send(2, "hiv")).outcome, "corrected");
  const all = async () => (await documentsOf(tenant.db, patientId)).map(({ protection }) => protection);
  assert.deepEqual(await all(), ["hiv", "hiv"]);
  assert.equal((await send(1, "none")).outcome, "present");
  assert.deepEqual(await all(), ["hiv", "hiv"]);
});
