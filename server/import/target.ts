import { normalizeUser } from "@tuodossier/sdk";
import { type PdfRefusal, RefusedPdf } from "../blobs/pdf.ts";
import { clinicNamed, type Clinics } from "../clinic/clinics.ts";
import { recordConsent, RefusedConsent } from "../consents/record.ts";
import { publishDocument } from "../documents/publish.ts";
import { type Ingested, ingestInstance } from "../imaging/ingest.ts";
import { patientByCode } from "../profile/patients.ts";
import type { Tenant } from "../tenant.ts";
import type { PaperEntry } from "./papers.ts";

/** What became of a PDF. */
export type PaperOutcome =
  | { readonly outcome: "new" | "same" | "corrected" }
  | { readonly outcome: "refused"; readonly reason: string };

/** Where an import goes: one patient's dossier, here or in the server that holds the data. */
export interface ImportTarget {
  instance(bytes: Uint8Array<ArrayBuffer>): Promise<Ingested>;
  paper(pdf: Uint8Array<ArrayBuffer>, entry: PaperEntry): Promise<PaperOutcome>;
}

/** The operator's assignment: whose dossier, whatever names the files bear. */
export interface Assignment {
  /** A clinic's publishable key, or its name. */
  readonly clinic: string;
  readonly codiceFiscale: string;
}

const PDF_REFUSALS: Readonly<Record<PdfRefusal, string>> = {
  "too-large": "A PDF of more than 50 MiB.",
  "not-a-pdf": "It is called a PDF and is none.",
  "encrypted": "The PDF is encrypted: nobody could read it in the portal.",
  "active-content": "The PDF has active content (a script, a form or a file in it).",
  "unreadable": "The PDF is packed in a way that cannot be checked.",
};

const OUTCOMES = { added: "new", completed: "new", corrected: "corrected", present: "same" } as const;

/** The dossier of a patient, by id: what a program with the databases open imports into. */
export function dossierTarget(tenant: Tenant, patientId: string): ImportTarget {
  const traced = new Set<string>();
  return {
    instance: (bytes) => ingestInstance(tenant, { patientId, bytes, traced }),
    async paper(pdf, entry) {
      try {
        const { outcome } = entry.kind === "consent"
          ? await recordConsent(tenant, { patientId, entry, pdf })
          : await publishDocument(tenant, { patientId, entry, pdf });
        return { outcome: OUTCOMES[outcome] };
      } catch (error) {
        if (error instanceof RefusedConsent) return { outcome: "refused", reason: error.message };
        if (!(error instanceof RefusedPdf)) throw error;
        return { outcome: "refused", reason: PDF_REFUSALS[error.reason] };
      }
    },
  };
}

/** @throws {Error} with a sentence where there is no such clinic or patient. */
export async function assignedTarget(clinics: Clinics, assignment: Assignment): Promise<ImportTarget> {
  const tenant = await clinicNamed(clinics, assignment.clinic);
  const patient = await patientByCode(tenant.db, normalizeUser(assignment.codiceFiscale));
  if (!patient) throw new Error("No patient with this codice fiscale is enrolled at this clinic");
  return dossierTarget(tenant, patient.id);
}
