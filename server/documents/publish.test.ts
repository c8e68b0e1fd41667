import assert from "node:assert/strict";
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
