import { hasRightCheck, normalizeUser } from "@tuodossier/sdk";
import { Day, Phone, sexes } from "@tuodossier/sdk/contract";
import * as v from "valibot";
import { enrolWithPassword, issueFirstPassword } from "../clinic/enrolment.ts";
import { clinicNamed } from "../clinic/clinics.ts";
import { command } from "./command.ts";

const Line = v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(100));

export const patientEnrol = command({
  usage: "--clinic KEY --cf CF --given NAME --family NAME --born YYYY-MM-DD --sex F|M --phone +39… " +
    "[--email ADDRESS] [--number NUMBER] [--available YYYY-MM-DD]",
  options: v.strictObject({
    clinic: Line,
    cf: v.pipe(Line, v.maxLength(32)),
    given: Line,
    family: Line,
    born: Day,
    sex: v.picklist(sexes),
    phone: Phone,
    email: v.optional(v.pipe(v.string(), v.email(), v.maxLength(254))),
    number: v.optional(v.pipe(Line, v.maxLength(40))),
    available: v.optional(Day),
  }),
  async run(clinics, { clinic, cf, given, family, born, sex, phone, email, number, available }) {
    const tenant = await clinicNamed(clinics, clinic);
    await enrolWithPassword(tenant, {
      codiceFiscale: cf,
      givenName: given,
      familyName: family,
      birthDate: born,
      sex,
      phone,
      email: email ?? null,
      ...number ? { patientNumber: number } : {},
      ...available ? { availableOn: available } : {},
    });
    const hint = "The check character of the codice fiscale is not the expected one: look at it again.";
    return [
      "Enrolled; the first password is on its way by SMS.",
      ...hasRightCheck(normalizeUser(cf)) ? [] : [hint],
    ];
  },
});

export const patientFirstPassword = command({
  usage: "--clinic KEY --cf CF [--available YYYY-MM-DD]",
  options: v.strictObject({ clinic: Line, cf: Line, available: v.optional(Day) }),
  async run(clinics, { clinic, cf, available }) {
    const tenant = await clinicNamed(clinics, clinic);
    await issueFirstPassword(tenant, { codiceFiscale: cf, availableOn: available });
    return ["A new first password is on its way by SMS."];
  },
});
