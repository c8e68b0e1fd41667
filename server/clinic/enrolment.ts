import type { Enrolment } from "@tuodossier/sdk/contract";
import { trace } from "../accesses/trace.ts";
import { givePassword } from "../auth/accounts.ts";
import { newPassphrase, normalizeUser } from "@tuodossier/sdk";
import { DAY } from "../clock.ts";
import { atomically } from "../db/atomically.ts";
import { newId } from "../keys/uuid.ts";
import { patientByCode } from "../profile/patients.ts";
import type { Tenant } from "../tenant.ts";
import { addPatient, countPatients } from "./patient-store.ts";

/** A first password is good for this long. */
const FIRST_PASSWORD_LIFE = 30 * DAY;

export class AlreadyEnrolled extends Error {
  override readonly name = "AlreadyEnrolled";
}

/** @throws {AlreadyEnrolled} with a sentence. */
export async function enrol(tenant: Tenant, enrolment: Enrolment): Promise<{ patientId: string }> {
  const codiceFiscale = normalizeUser(enrolment.codiceFiscale);
  return await atomically(tenant, async (within) => {
    const { db, now } = within;
    const patientNumber = enrolment.patientNumber ?? String(await countPatients(db) + 1).padStart(6, "0");
    const id = newId(now());
    const added = await addPatient(db, { ...enrolment, codiceFiscale, patientNumber, id, now: now() });
    if (!added) {
      throw new AlreadyEnrolled("A patient with this codice fiscale or number is enrolled already");
    }
    await trace(within, { actor: "operator", act: "enrol", room: "clinic", patientId: id, objectId: id });
    return { patientId: id };
  });
}

/**
 * Gives a patient a new single-use password and sends it by SMS: at enrolment, and at the desk whenever asked
 * for.
 * @throws {Error} with a sentence when there is no such patient.
 */
export async function issueFirstPassword(
  tenant: Tenant,
  facts: { codiceFiscale: string; password?: string },
): Promise<void> {
  const patient = await patientByCode(tenant.db, normalizeUser(facts.codiceFiscale));
  if (!patient) throw new Error("No patient with this codice fiscale is enrolled at this clinic");
  const password = facts.password ?? newPassphrase();
  const until = tenant.now() + FIRST_PASSWORD_LIFE;
  await givePassword(tenant, { patientId: patient.id, password, firstUntil: until });
  const text = `TuoDossier: la tua prima password è «${password}». Vale 30 giorni e una volta sola: ` +
    `al primo accesso ne sceglierai una tua.`;
  await tenant.sms.send({ to: patient.phone, text });
}
