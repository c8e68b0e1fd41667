/** The patient's own data. */
import * as v from "valibot";
import { Day, Id } from "./values.ts";

export const sexes = ["F", "M", "U"] as const;

export const Profile = v.object({
  id: Id,
  /** The clinic's own number for this patient ("ID Paziente"). */
  patientNumber: v.string(),
  givenName: v.string(),
  familyName: v.string(),
  codiceFiscale: v.string(),
  birthDate: Day,
  sex: v.picklist(sexes),
  email: v.nullable(v.string()),
  /** All but the last digits hidden, e.g. `*****46`. */
  maskedPhone: v.string(),
  /** An authenticator is asked for in place of an SMS. */
  authenticator: v.boolean(),
  /** Recovery codes that are still good. */
  recoveryCodes: v.number(),
});

export type Profile = v.InferOutput<typeof Profile>;
