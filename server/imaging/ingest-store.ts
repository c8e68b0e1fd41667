import type { SeriesFacts, StudyFacts } from "@tuodossier/sdk/dicom";
import { instant } from "../clock.ts";
import type { ClinicDatabase } from "../tenant.ts";

/** An instance already there, found by its identifiers; several where bytes differed under one UID. */
export interface Known {
  readonly instanceId: string;
  readonly studyId: string;
  readonly seriesId: string;
  readonly sha256: string;
}

export const instancesByUid = (
  db: ClinicDatabase,
  facts: { patientId: string; sopInstanceUid: string },
): Promise<Known[]> =>
  db.selectFrom("instances")
    .innerJoin("series", "series.id", "instances.series_id")
    .innerJoin("studies", "studies.id", "series.study_id")
    .innerJoin("blobs", "blobs.id", "instances.blob_id")
    .select([
      "instances.id as instanceId",
      "studies.id as studyId",
      "series.id as seriesId",
      "blobs.sha256",
    ])
    .where("instances.sop_instance_uid", "=", facts.sopInstanceUid)
    .where("studies.patient_id", "=", facts.patientId)
    .execute();

export async function studyByUid(
  db: ClinicDatabase,
  facts: { patientId: string; studyInstanceUid: string },
): Promise<string | undefined> {
  const row = await db.selectFrom("studies").select("id").where("patient_id", "=", facts.patientId)
    .where("study_instance_uid", "=", facts.studyInstanceUid).executeTakeFirst();
  return row?.id;
}

export interface NewStudy {
  readonly id: string;
  readonly patientId: string;
  readonly documentId: string;
  readonly facilityId: string;
  readonly sourceAe: string;
  readonly study: StudyFacts;
  readonly now: number;
}

export async function addStudy(db: ClinicDatabase, { study, ...facts }: NewStudy): Promise<void> {
  await db.insertInto("studies").values({
    id: facts.id,
    patient_id: facts.patientId,
    document_id: facts.documentId,
    study_instance_uid: study.studyInstanceUid,
    accession: study.accessionNumber || null,
    date: study.studyDate,
    time: study.studyTime,
    description: study.studyDescription,
    source_ae: facts.sourceAe || null,
    facility_id: facts.facilityId,
    created_at: instant(facts.now),
  }).execute();
}

/** The series of a study, made where it is new. */
export async function seriesFor(
  db: ClinicDatabase,
  facts: { studyId: string; series: SeriesFacts; newId: string },
): Promise<string> {
  const { studyId, series, newId } = facts;
  const found = await db.selectFrom("series").select("id").where("study_id", "=", studyId)
    .where("series_instance_uid", "=", series.seriesInstanceUid).executeTakeFirst();
  if (found) return found.id;
  await db.insertInto("series").values({
    id: newId,
    study_id: studyId,
    series_instance_uid: series.seriesInstanceUid,
    modality: series.modality,
    number: series.seriesNumber,
    description: series.seriesDescription,
  }).execute();
  return newId;
}

export interface NewInstance {
  readonly id: string;
  readonly seriesId: string;
  readonly sopInstanceUid: string;
  readonly blobId: string;
  readonly frames: number;
  readonly description: string;
  readonly directoryKeys: string;
  readonly now: number;
}

export async function addInstance(db: ClinicDatabase, instance: NewInstance): Promise<void> {
  await db.insertInto("instances").values({
    id: instance.id,
    series_id: instance.seriesId,
    sop_instance_uid: instance.sopInstanceUid,
    blob_id: instance.blobId,
    frames: instance.frames,
    description: instance.description,
    directory_keys: instance.directoryKeys,
    created_at: instant(instance.now),
  }).execute();
}
