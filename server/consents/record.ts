import type { ConsentEntry } from "@tuodossier/sdk/contract";
import { addBlob } from "../blobs/store.ts";
import { newId } from "../keys/uuid.ts";
import type { Tenant } from "../tenant.ts";
import { addConsentDocument } from "./store.ts";

/** Records a signed form and its decisions. The form is immutable: a later one adds, never replaces. */
export async function recordConsent(
  tenant: Tenant,
  facts: { patientId: string; entry: ConsentEntry; pdf: Uint8Array<ArrayBuffer> },
): Promise<{ id: string }> {
  const { db, now } = tenant;
  const blob = await tenant.blobs.put(facts.pdf, "application/pdf");
  await addBlob(db, blob, now());
  const id = newId(now());
  await addConsentDocument(db, { id, blobId: blob.id, now: now(), newId, ...facts });
  return { id };
}
