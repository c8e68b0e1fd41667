/** The desk's commands for a patient who is locked out, or has to be. */
import { normalizeUser } from "@tuodossier/sdk";
import * as v from "valibot";
import { disableAccount, enableAccount, unlockAccount } from "../auth/desk.ts";
import { clinicNamed, type Clinics } from "../clinic/clinics.ts";
import { patientByCode } from "../profile/patients.ts";
import type { Tenant } from "../tenant.ts";
import { command } from "./command.ts";

const Line = v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(100));
const WHO = { clinic: Line, cf: Line };

/** @throws {Error} with a sentence. */
async function forPatient(
  clinics: Clinics,
  { clinic, cf }: { clinic: string; cf: string },
  act: (tenant: Tenant, patientId: string) => Promise<boolean>,
): Promise<void> {
  const tenant = await clinicNamed(clinics, clinic);
  const patient = await patientByCode(tenant.db, normalizeUser(cf));
  if (!patient) throw new Error("No patient with this codice fiscale is enrolled at this clinic");
  if (!await act(tenant, patient.id)) throw new Error("This patient has no account yet");
}

export const patientUnlock = command({
  usage: "--clinic KEY --cf CF [--remove-authenticator]",
  options: v.strictObject({ ...WHO, "remove-authenticator": v.optional(v.literal("true")) }),
  async run(clinics, { clinic, cf, ...rest }) {
    const removeAuthenticator = rest["remove-authenticator"] === "true";
    await forPatient(
      clinics,
      { clinic, cf },
      (tenant, patientId) => unlockAccount(tenant, { patientId, removeAuthenticator }),
    );
    return [
      "Unlocked: passwords and codes can be tried again.",
      ...removeAuthenticator ? ["Codes come by SMS."] : [],
    ];
  },
});

export const patientDisable = command({
  usage: "--clinic KEY --cf CF",
  options: v.strictObject(WHO),
  async run(clinics, who) {
    await forPatient(clinics, who, disableAccount);
    return ["Disabled: nobody signs in to this account, and its sessions have ended."];
  },
});

export const patientEnable = command({
  usage: "--clinic KEY --cf CF",
  options: v.strictObject(WHO),
  async run(clinics, who) {
    await forPatient(clinics, who, enableAccount);
    return ["Enabled: the patient can sign in again."];
  },
});
