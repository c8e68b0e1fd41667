import { instant } from "../clock.ts";
import { consentsOf } from "../consents/effective.ts";
import { Problem } from "../http/problem.ts";
import type { Tenant } from "../tenant.ts";
import { maySee, type Situation } from "./rules.ts";
import { documentById, documentsOf, type StoredDocument } from "./store.ts";

/** Whose dossier: a signed-in patient's session will do. */
export interface Holder {
  readonly patientId: string;
}

const PATIENT = { kind: "patient" } as const;

/**
 * What a patient's dossier allows now.
 * @throws {Problem} `documents.no-adhesion`: without a dossier the clinic has nothing on line.
 */
export async function requireDossier(tenant: Tenant, { patientId }: Holder): Promise<Situation> {
  const consents = await consentsOf(tenant, patientId);
  if (!consents["dse-adhesion"].given) throw new Problem("documents.no-adhesion");
  return { consents, at: instant(tenant.now()) };
}

/**
 * A document its patient may see, for every room that reads by document.
 * @throws {Problem} `documents.no-adhesion`; `request.not-found` alike for what is not there and what is
 * another's.
 */
export async function requireDocument(tenant: Tenant, holder: Holder, id: string): Promise<StoredDocument> {
  const situation = await requireDossier(tenant, holder);
  const document = await documentById(tenant.db, { patientId: holder.patientId, id });
  if (!document || !maySee(PATIENT, document, situation)) throw new Problem("request.not-found");
  return document;
}

/**
 * All documents the patient may see, oldest first.
 * @throws {Problem} `documents.no-adhesion`.
 */
export async function visibleDocuments(tenant: Tenant, holder: Holder): Promise<StoredDocument[]> {
  const situation = await requireDossier(tenant, holder);
  const documents = await documentsOf(tenant.db, holder.patientId);
  return documents.filter((document) => maySee(PATIENT, document, situation));
}
