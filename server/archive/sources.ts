/** What a patient chose to take home, as far as they may have it. */
import type { DocumentType } from "@tuodossier/sdk/contract";
import type { BlobFacts } from "../blobs/blobs.ts";
import { blobsById } from "../blobs/store.ts";
import { type Holder, visibleDocuments } from "../documents/visible.ts";
import { Problem } from "../http/problem.ts";
import type { Tenant } from "../tenant.ts";
import type { ObjectKeys } from "./dicomdir-pick.ts";
import type { SourceReport, SourceStudy, VolumeContents } from "./plan.ts";
import { type InstanceRow, instancesOf, studiesOf } from "./source-store.ts";

type VisibleDocument = Awaited<ReturnType<typeof visibleDocuments>>[number];

/** Ids of what is chosen. */
export interface Choice {
  readonly studies: readonly string[];
  readonly documents: readonly string[];
}

/**
 * @throws {Problem} `documents.no-adhesion`; `request.not-found` where one of them is not there, or not
 * theirs.
 */
export async function chosenSources(tenant: Tenant, holder: Holder, choice: Choice): Promise<VolumeContents> {
  const documents = await requireRight(tenant, holder, choice);
  const { studies } = choice;
  const { patientId } = holder;
  const rows = await instancesOf(tenant.db, { patientId, studies });
  const byStudy = Map.groupBy(rows, ({ studyId }) => studyId);
  const withPdf = documents.filter(hasPdf);
  const blobs = await blobsById(tenant.db, withPdf.map(({ blobId }) => blobId));
  return {
    reports: withPdf.map((document) => reportOf(document, blobs.get(document.blobId)!)),
    studies: studies.flatMap((id) => studyOf(id, byStudy.get(id) ?? [])),
  };
}

/**
 * The chosen documents, if the patient may have all that is chosen; a study goes with the document it
 * belongs to. An export asks at each step: a right can be lost in between.
 */
export async function requireRight(
  tenant: Tenant,
  holder: Holder,
  choice: Choice,
): Promise<VisibleDocument[]> {
  const { patientId } = holder;
  const visible = new Map((await visibleDocuments(tenant, holder)).map((one) => [one.id, one]));
  const studies = await studiesOf(tenant.db, { patientId, studies: choice.studies });
  const documents = choice.documents.flatMap((id) => visible.get(id) ?? []);
  const mayHave = studies.filter(({ documentId }) => visible.has(documentId));
  const all = mayHave.length === choice.studies.length && documents.length === choice.documents.length;
  if (!all) throw new Problem("request.not-found");
  return documents;
}

function studyOf(id: string, rows: readonly InstanceRow[]): SourceStudy[] {
  if (rows.length === 0) return [];
  const instances = rows.map((row) => ({ ...row, objectKeys: JSON.parse(row.keys) as ObjectKeys }));
  const { patient, study } = instances[0].objectKeys;
  const series = [...Map.groupBy(instances, ({ seriesId }) => seriesId).values()].map((ofSeries) => ({
    keys: ofSeries[0].objectKeys.series,
    instances: ofSeries.map(({ objectKeys, blob, bytes, crc32, sha256, ...instance }) => ({
      sopClassUid: instance.sopClassUid,
      sopInstanceUid: instance.sopInstanceUid,
      transferSyntaxUid: instance.transferSyntaxUid,
      keys: objectKeys.instance,
      file: { blob, bytes, crc32, sha256 },
    })),
  }));
  return [{ id, patient, keys: study, series }];
}

type WithPdf = VisibleDocument & { readonly blobId: string };

/** A document that has only images has no PDF to take along. */
const hasPdf = (document: VisibleDocument): document is WithPdf => document.blobId !== null;

function reportOf(
  { id, type, services, date }: WithPdf,
  { id: blob, bytes, crc32, sha256 }: BlobFacts,
): SourceReport {
  return { id, title: [TYPES[type], ...services].join(", "), date, file: { blob, bytes, crc32, sha256 } };
}

const TYPES: Readonly<Record<DocumentType, string>> = {
  "referto": "Referto",
  "referto-laboratorio": "Referto di laboratorio",
  "lettera": "Lettera",
  "verbale": "Verbale",
  "immagini": "Immagini",
};
