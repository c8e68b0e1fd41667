/** The clinic's side: enrolling a patient. */
import * as v from "valibot";
import { sexes } from "./profile.ts";
import { Day, Id, line } from "./values.ts";

/** E.164 without spaces, e.g. `+393331234567`. */
export const Phone = v.pipe(v.string(), v.regex(/^\+[1-9]\d{6,14}$/));

export const Enrolment = v.strictObject({
  codiceFiscale: line(32),
  givenName: line(100),
  familyName: line(100),
  birthDate: Day,
  sex: v.picklist(sexes),
  phone: Phone,
  email: v.optional(v.nullable(v.pipe(v.string(), v.email(), v.maxLength(254))), null),
  patientNumber: v.optional(line(40)),
  /** The day the exam is available by: the first password outlives it. */
  availableOn: v.optional(Day),
});

/** The body may be left out. */
export const FirstPasswordRequest = v.strictObject({ availableOn: v.optional(Day) });

/** What the desk takes away for a patient who is locked out; the body may be left out. */
export const UnlockRequest = v.strictObject({
  /** They lost it: back to codes by SMS. */
  removeAuthenticator: v.optional(v.boolean(), false),
});

/** What the printed access page says of one exam; without any of it, it speaks of the portal alone. */
export const AccessPageRequest = v.strictObject({
  examNumber: v.optional(line(40)),
  availableOn: v.optional(Day),
  /** Whether the patient adheres to the dossier; by default, what the recorded consents say. */
  adhesion: v.optional(v.boolean()),
});

export const Enrolled = v.object({ id: Id, codiceFiscaleValid: v.boolean() });

/** What a clinic's system learns about itself. */
export const ClinicSelf = v.object({ name: v.string(), key: v.string(), origins: v.array(v.string()) });

export type Enrolment = v.InferInput<typeof Enrolment>;
export type FirstPasswordRequest = v.InferOutput<typeof FirstPasswordRequest>;
export type AccessPageRequest = v.InferOutput<typeof AccessPageRequest>;
export type Enrolled = v.InferOutput<typeof Enrolled>;
export type ClinicSelf = v.InferOutput<typeof ClinicSelf>;
