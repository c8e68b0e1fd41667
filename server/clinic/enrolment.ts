import type { Enrolment } from "@tuodossier/sdk/contract";
import { trace } from "../accesses/trace.ts";
import { addAccount, givePassword } from "../auth/accounts/accounts.ts";
import { hashPassword } from "../auth/passwords/hash.ts";
import { newPassphrase, normalizeUser } from "@tuodossier/sdk";
import { italianDay } from "../clock.ts";
import { atomically } from "../db/atomically.ts";
import { newId } from "../keys/uuid.ts";
import { sendSms } from "../messages/send.ts";
import { septetsOf } from "../sms/gsm7.ts";
import { patientByCode } from "../profile/patients.ts";
import type { Tenant } from "../tenant.ts";
import { firstPasswordUntil, lastWholeDay } from "./first-password.ts";
import { addPatient, highestNumber, patientPhone } from "./patient-store.ts";

export class AlreadyEnrolled extends Error {
  override readonly name = "AlreadyEnrolled";
  readonly reason: "already-enrolled" | "number-taken";

  constructor(reason: AlreadyEnrolled["reason"]) {
    super(
      reason === "already-enrolled"
        ? "A patient with this codice fiscale is enrolled already"
        : "Another patient has this number already",
    );
    this.reason = reason;
  }
}

/**
 * Enrols a patient without an account. Who comes without a number gets the one after the highest.
 * @throws {AlreadyEnrolled} with a sentence.
 */
export async function enrol(tenant: Tenant, enrolment: Enrolment): Promise<{ patientId: string }> {
  const codiceFiscale = normalizeUser(enrolment.codiceFiscale);
  return await atomically(tenant, async (within) => {
    const { db, now } = within;
    const patientNumber = enrolment.patientNumber ?? String(await highestNumber(db) + 1).padStart(6, "0");
    const id = newId(now());
    const added = await addPatient(db, { ...enrolment, codiceFiscale, patientNumber, id, now: now() });
    if (added === "code-taken") throw new AlreadyEnrolled("already-enrolled");
    if (added === "number-taken") throw new AlreadyEnrolled("number-taken");
    await trace(within, { actor: "operator", act: "enrol", room: "clinic", patientId: id, objectId: id });
    return { patientId: id };
  });
}

/**
 * Enrols a patient with an account, and has the first password sent by SMS: all of it, or nothing.
 * @throws {AlreadyEnrolled} with a sentence.
 * @throws {Problem} `server.busy`.
 * @throws {SmsRefused} by the clinic's rules.
 */
export async function enrolWithPassword(
  tenant: Tenant,
  enrolment: Enrolment,
): Promise<{ patientId: string }> {
  if (await patientByCode(tenant.db, normalizeUser(enrolment.codiceFiscale))) {
    throw new AlreadyEnrolled("already-enrolled");
  }
  const password = newPassphrase();
  // Before the transaction: hashing is slow, and can be refused.
  const passwordHash = await hashPassword(password);
  return await atomically(tenant, async (within) => {
    const { now } = within;
    const { patientId } = await enrol(within, enrolment);
    const until = firstPasswordUntil({ now: now(), availableOn: enrolment.availableOn });
    await addAccount(within, { patientId, passwordHash, firstUntil: until });
    await sendSms(within, { to: enrolment.phone, text: textOf(password, until) });
    return { patientId };
  });
}

/**
 * Gives a patient a new single-use password and sends it by SMS: whenever the desk is asked for it.
 * @throws {Error} with a sentence when there is no such patient.
 */
export async function issueFirstPassword(
  tenant: Tenant,
  facts: { codiceFiscale: string; password?: string; availableOn?: string },
): Promise<void> {
  const patient = await patientByCode(tenant.db, normalizeUser(facts.codiceFiscale));
  if (!patient) throw new Error("No patient with this codice fiscale is enrolled at this clinic");
  const { password, availableOn } = facts;
  await issue(tenant, { patientId: patient.id, phone: patient.phone, password, availableOn });
}

/** The same by the patient's id; false where there is none. */
export async function reissueFirstPassword(
  tenant: Tenant,
  { patientId, availableOn }: { patientId: string; availableOn?: string },
): Promise<boolean> {
  const phone = await patientPhone(tenant.db, patientId);
  if (phone === undefined) return false;
  await issue(tenant, { patientId, phone, availableOn });
  return true;
}

async function issue(
  tenant: Tenant,
  facts: { patientId: string; phone: string; password?: string; availableOn?: string },
): Promise<void> {
  const { patientId, phone, password = newPassphrase(), availableOn } = facts;
  const until = firstPasswordUntil({ now: tenant.now(), availableOn });
  const sms = { to: phone, text: textOf(password, until) };
  await givePassword(tenant, {
    patientId,
    password,
    firstUntil: until,
    also: (within) => sendSms(within, sms),
  });
}

/** The password has a line of its own, so that nothing beside it can be taken for a part of it. */
function textOf(password: string, until: number): string {
  if (septetsOf(password) === null) throw new Error("This password cannot be written in an SMS");
  return `TuoDossier: la tua prima password è\n${password}\nVale una volta sola, fino al ${
    italianDay(lastWholeDay(until))
  }: ` +
    `al primo accesso ne sceglierai una tua.`;
}
