import { normalizeUser } from "@tuodossier/sdk";
import { AccessPageRequest } from "@tuodossier/sdk/contract";
import { Buffer } from "node:buffer";
import * as v from "valibot";
import { accessPage } from "../clinic/access-page.ts";
import { clinicNamed } from "../clinic/clinics.ts";
import { patientByCode } from "../profile/patients.ts";
import { command } from "./command.ts";

const { examNumber, availableOn } = AccessPageRequest.entries;
const Line = v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(100));

export const patientAccessPage = command({
  usage: "--clinic KEY --cf CF [--exam NUMBER] [--available YYYY-MM-DD] [--adhesion] --out FILE",
  options: v.strictObject({
    clinic: Line,
    cf: Line,
    exam: examNumber,
    available: availableOn,
    adhesion: v.optional(v.literal("true")),
    out: v.pipe(v.string(), v.minLength(1), v.maxLength(4000)),
  }),
  async run(clinics, { clinic, cf, exam, available, adhesion }) {
    const tenant = await clinicNamed(clinics, clinic);
    const patient = await patientByCode(tenant.db, normalizeUser(cf));
    const request = {
      examNumber: exam,
      availableOn: available,
      ...adhesion ? { adhesion: true } : {},
    };
    const pdf = patient && await accessPage(tenant, { patientId: patient.id, request });
    if (!pdf) throw new Error("No patient with this codice fiscale is enrolled at this clinic");
    return [Buffer.from(pdf).toString("base64")];
  },
  called: {
    async after({ out: [path] }, [pdf]) {
      // It names a patient: for who called alone.
      await Deno.writeFile(path, Buffer.from(pdf, "base64"), { mode: 0o600 }).catch((cause) => {
        throw new Error(`The file ${path} cannot be written`, { cause });
      });
      return [`The page is in ${path}.`];
    },
  },
});
