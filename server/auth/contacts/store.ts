import type { ClinicDatabase } from "../../tenant.ts";
import type { ContactKind } from "./rules.ts";

export async function setContact(
  db: ClinicDatabase,
  { patientId, kind, contact }: { patientId: string; kind: ContactKind; contact: string },
): Promise<void> {
  await db.updateTable("patients").set({ [kind]: contact }).where("id", "=", patientId).execute();
}

/** Links that went to a contact that is no more. */
export async function removeResetTokens(db: ClinicDatabase, patientId: string): Promise<void> {
  await db.deleteFrom("reset_tokens").where("patient_id", "=", patientId).execute();
}
