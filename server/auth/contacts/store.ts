import type { ClinicDatabase } from "../../tenant.ts";

export async function setContact(
  db: ClinicDatabase,
  { patientId, kind, contact }: { patientId: string; kind: "phone" | "email"; contact: string },
): Promise<void> {
  await db.updateTable("patients").set({ [kind]: contact }).where("id", "=", patientId).execute();
}
