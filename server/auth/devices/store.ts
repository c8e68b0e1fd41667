import { instant } from "../../clock.ts";
import type { ClinicDatabase } from "../../tenant.ts";

export interface SeenDevice {
  readonly id: string;
  readonly patientId: string;
  readonly name: string;
  readonly now: number;
}

/** Notes that a known browser was seen, under its present name; until when it is known, or undefined. */
export async function noteSeen(
  db: ClinicDatabase,
  { id, patientId, name, now }: SeenDevice,
): Promise<string | undefined> {
  const row = await db.updateTable("devices").set({ name, last_seen_at: instant(now) })
    .where("id", "=", id).where("patient_id", "=", patientId).where("expires_at", ">", instant(now))
    .returning("expires_at").executeTakeFirst();
  return row?.expires_at;
}

export async function renewDevice(
  db: ClinicDatabase,
  { id, patientId, until }: { id: string; patientId: string; until: string },
): Promise<void> {
  await db.updateTable("devices").set({ expires_at: until }).where("id", "=", id)
    .where("patient_id", "=", patientId).execute();
}

/** Adds a browser; the patient's beyond the newest `most` leave the table. @returns whether it is the first. */
export async function addDevice(
  tx: ClinicDatabase,
  { id, patientId, name, now, until, most }: SeenDevice & { until: string; most: number },
): Promise<boolean> {
  const others = await tx.selectFrom("devices").select("id").where("patient_id", "=", patientId)
    .orderBy("last_seen_at", "desc").execute();
  const over = others.slice(most - 1).map((device) => device.id);
  if (over.length > 0) {
    await tx.deleteFrom("devices").where("patient_id", "=", patientId).where("id", "in", over).execute();
  }
  await tx.insertInto("devices").values({
    id,
    patient_id: patientId,
    name,
    last_seen_at: instant(now),
    expires_at: until,
  }).execute();
  return others.length === 0;
}

/** The one of these ids that is a browser this user is known on, or null; the same statement for whoever it is. */
export async function liveDevice(
  db: ClinicDatabase,
  { ids, user, now }: { ids: readonly string[]; user: string; now: number },
): Promise<string | null> {
  const row = await db.selectFrom("devices").innerJoin("patients", "patients.id", "devices.patient_id")
    .select("devices.id").where("devices.id", "in", ids).where("codice_fiscale", "=", user)
    .where("expires_at", ">", instant(now)).orderBy("last_seen_at", "desc").executeTakeFirst();
  return row?.id ?? null;
}

/**
 * From now on a patient's browsers are strangers'. They stay in the table, so that the next one is not taken for
 * their first, of which nobody is told.
 */
export async function endDevices(db: ClinicDatabase, patientId: string, now: number): Promise<void> {
  await db.updateTable("devices").set({ expires_at: instant(now) }).where("patient_id", "=", patientId)
    .where("expires_at", ">", instant(now)).execute();
}

export async function deviceIds(db: ClinicDatabase, patientId: string): Promise<string[]> {
  const rows = await db.selectFrom("devices").select("id").where("patient_id", "=", patientId).execute();
  return rows.map(({ id }) => id);
}
