import type { ConsentEntry } from "@tuodossier/sdk/contract";
import { createHash } from "node:crypto";
import { trace } from "../accesses/trace.ts";
import { checkPdf } from "../blobs/pdf.ts";
import { addBlob } from "../blobs/store.ts";
import { atomically } from "../db/atomically.ts";
import { newId } from "../keys/uuid.ts";
import type { Tenant } from "../tenant.ts";
import { addConsentDocument, formWithContent } from "./store.ts";

/**
 * Records a signed form and its decisions. The form is immutable: a later one adds, never replaces; the same
 * one again (PDF, type and day) is the one that is there.
 *
 * @throws {RefusedPdf} with its `reason`.
 */
export async function recordConsent(
  tenant: Tenant,
  facts: { patientId: string; entry: ConsentEntry; pdf: Uint8Array<ArrayBuffer> },
): Promise<{ id: string; outcome: "added" | "present" }> {
  const { patientId, entry: { type, date }, entry, pdf } = facts;
  checkPdf(pdf);
  const content = { patientId, type, date, sha256: createHash("sha256").update(pdf).digest("hex") };
  const present = await formWithContent(tenant.db, content);
  if (present) return { ...present, outcome: "present" };
  const blob = await tenant.blobs.put(pdf, "application/pdf");
  const recorded = await atomically(tenant, async (within) => {
    const { db, now } = within;
    const same = await formWithContent(db, content);
    if (same) return { ...same, outcome: "present" as const };
    await addBlob(db, blob, now());
    const id = newId(now());
    await addConsentDocument(db, { id, blobId: blob.id, now: now(), patientId, entry });
    await trace(within, { actor: "operator", act: "import", room: "consents", patientId, objectId: id });
    return { id, outcome: "added" as const };
  }).catch(async (error) => {
    await tenant.blobs.remove(blob.id);
    throw error;
  });
  if (recorded.outcome === "present") await tenant.blobs.remove(blob.id);
  return recorded;
}
