import type { ClinicDatabase } from "../../tenant.ts";
import type { ContactKind } from "./rules.ts";

export async function setContact(
  db: ClinicDatabase,
  { patientId, kind, contact }: { patientId: string; kind: ContactKind; contact: string },
): Promise<void> {
  await db.updateTable("patients").set({ [kind]: contact }).where("id", "=", patientId).execute();
}
