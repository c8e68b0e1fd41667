import type { AccessPageRequest } from "@tuodossier/sdk/contract";
import { Buffer } from "node:buffer";
import { trace } from "../accesses/trace.ts";
import { maskPhone } from "../auth/contacts/masks.ts";
import { consentsOf } from "../consents/effective.ts";
import { accessPagePdf } from "../paper/access-page.ts";
import { pictureOf } from "../paper/picture.ts";
import { patientById } from "../profile/patients.ts";
import type { Tenant } from "../tenant.ts";
import { accessPageWords } from "./access-page-words.ts";
import { patientPhone } from "./patient-store.ts";

/**
 * "Istruzioni per l'accesso al portale" for one patient, as a PDF of one A4 page; null where there is no such
 * patient. It bears the user name, never a password.
 */
export async function accessPage(
  tenant: Tenant,
  { patientId, request }: { patientId: string; request: AccessPageRequest },
): Promise<Uint8Array<ArrayBuffer> | null> {
  const { clinic, db } = tenant;
  if (await patientPhone(db, patientId) === undefined) return null;
  const { familyName, givenName, codiceFiscale, phone } = await patientById(db, patientId);
  const adhesion = request.adhesion ?? (await consentsOf(tenant, patientId))["dse-adhesion"].given;
  await trace(tenant, { actor: "operator", act: "read", room: "profile", patientId, objectId: patientId });
  const { logo, ...form } = clinic.settings.accessPage;
  const words = accessPageWords({
    clinic: {
      name: clinic.name,
      phone: clinic.phone,
      hours: clinic.hours,
      logo: logo ? pictureOf(new Uint8Array(Buffer.from(logo, "base64"))) : null,
      ...form,
    },
    patient: { familyName, givenName, codiceFiscale, maskedPhone: maskPhone(phone) },
    examNumber: request.examNumber ?? null,
    availableOn: request.availableOn ?? null,
    adhesion,
    signInUrl: clinic.settings.signInUrl ?? clinic.origins[0] ?? null,
    guideUrl: `${tenant.baseUrl}/t/${clinic.key}/guide`,
  });
  return await accessPagePdf(words, tenant.now());
}
