import type { ConsentEntry } from "@tuodossier/sdk/contract";
import { createHash } from "node:crypto";
import { trace } from "../accesses/trace.ts";
import { endSessionsOf } from "../auth/sessions/sessions.ts";
import { checkPdf } from "../blobs/pdf.ts";
import { addBlob } from "../blobs/store.ts";
import { dayInItaly } from "../clock.ts";
import { atomically } from "../db/atomically.ts";
import { newId } from "../keys/uuid.ts";
import type { ClinicDatabase, Tenant } from "../tenant.ts";
import { addConsentDocument, formWithContent } from "./store.ts";

/** A form that cannot be recorded as it is told; the message is a sentence. */
export class RefusedConsent extends Error {
  override readonly name = "RefusedConsent";
}

/**
 * Records a signed form and its decisions. The form is immutable: a later one adds, never replaces; the same
 * PDF again, told as it was, is the one that is there. Who takes back the portal's activation is signed out.
 *
 * @throws {RefusedPdf} with its `reason`.
 * @throws {RefusedConsent} dated later than today; yes and no to the same; another story of a signed form.
 */
export async function recordConsent(
  tenant: Tenant,
  facts: { patientId: string; entry: ConsentEntry; pdf: Uint8Array<ArrayBuffer> },
): Promise<{ id: string; outcome: "added" | "present" }> {
  const { patientId, entry, pdf } = facts;
  checkPdf(pdf);
  checkEntry(entry, dayInItaly(tenant.now()));
  const sha256 = createHash("sha256").update(pdf).digest("hex");
  const present = await presentForm(tenant.db, { patientId, entry, sha256 });
  if (present) return { ...present, outcome: "present" };
  const blob = await tenant.blobs.put(pdf, "application/pdf");
  const recorded = await atomically(tenant, async (within) => {
    const { db, now } = within;
    const same = await presentForm(db, { patientId, entry, sha256 });
    if (same) return { ...same, outcome: "present" as const };
    await addBlob(db, blob, now());
    const id = newId(now());
    await addConsentDocument(db, { id, blobId: blob.id, now: now(), patientId, entry });
    await trace(within, { actor: "operator", act: "import", room: "consents", patientId, objectId: id });
    if (entry.decisions.some(({ code, given }) => code === "portal-activation" && !given)) {
      await endSessionsOf(within, patientId);
    }
    return { id, outcome: "added" as const };
  }).catch(async (error) => {
    await tenant.blobs.remove(blob.id);
    throw error;
  });
  if (recorded.outcome === "present") await tenant.blobs.remove(blob.id);
  return recorded;
}

/** What is dated tomorrow would hold tomorrow, and meanwhile could not be withdrawn. */
function checkEntry({ date, decisions }: ConsentEntry, today: string): void {
  if (date > today) throw new RefusedConsent(`The form is dated ${date}, which is later than today.`);
  const codes = new Set(decisions.map(({ code }) => code));
  if (codes.size < decisions.length) {
    throw new RefusedConsent("The form decides twice on the same: it has to say yes or no once.");
  }
}

async function presentForm(
  db: ClinicDatabase,
  { patientId, entry, sha256 }: { patientId: string; entry: ConsentEntry; sha256: string },
): Promise<{ id: string } | undefined> {
  const form = await formWithContent(db, { patientId, type: entry.type, sha256 });
  if (!form) return undefined;
  if (storyOf(form.known) !== storyOf(entry)) {
    throw new RefusedConsent(
      "This very form is recorded with another day, text or decisions: what was signed cannot change. " +
        "Record a new form.",
    );
  }
  return { id: form.id };
}

const storyOf = ({ date, textVersion, decisions }: Omit<ConsentEntry, "kind" | "type">): string =>
  JSON.stringify([date, textVersion, decisions.map(({ code, given }) => `${code} ${given}`).sort()]);
