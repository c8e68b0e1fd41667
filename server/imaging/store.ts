import { sql } from "kysely";
import type { ClinicDatabase } from "../tenant.ts";
import type { SeriesInstance } from "./rules.ts";

/** Whose studies, and which: all of some documents, or one. */
export interface StudyQuery {
  readonly patientId: string;
  readonly documentIds?: readonly string[];
  readonly id?: string;
}

/** Studies with their facility, newest first. */
export async function studyRows(db: ClinicDatabase, { patientId, documentIds, id }: StudyQuery) {
  let select = db.selectFrom("studies").innerJoin("facilities", "facilities.id", "studies.facility_id")
    .select([
      "studies.id",
      "studies.document_id as documentId",
      "studies.accession",
      "studies.date",
      "studies.time",
      "studies.description",
      "studies.source_ae as sourceAe",
      "facilities.name as facility",
    ])
    .where("studies.patient_id", "=", patientId)
    .orderBy("studies.date", "desc").orderBy("studies.time", "desc").orderBy("studies.id");
  if (documentIds) {
    const list = JSON.stringify(documentIds);
    select = select.where("studies.document_id", "in", sql<string>`(SELECT value FROM json_each(${list}))`);
  }
  if (id !== undefined) select = select.where("studies.id", "=", id);
  return await select.execute();
}

export type StudyRow = Awaited<ReturnType<typeof studyRows>>[number];

/** What the series of some studies hold, in the order of their numbers. */
export async function seriesOfStudies(db: ClinicDatabase, studyIds: readonly string[]) {
  const list = JSON.stringify(studyIds);
  return await db.selectFrom("series").innerJoin("instances", "instances.series_id", "series.id")
    .innerJoin("blobs", "blobs.id", "instances.blob_id")
    .select((e) => [
      "series.id",
      "series.study_id as studyId",
      "series.modality",
      "series.number",
      "series.description",
      e.fn.countAll<number>().as("instances"),
      e.fn.sum<number>("instances.frames").as("frames"),
      e.fn.sum<number>("blobs.bytes").as("bytes"),
    ])
    .where("series.study_id", "in", sql<string>`(SELECT value FROM json_each(${list}))`)
    .groupBy("series.id")
    .orderBy(sql`series.number IS NULL`).orderBy("series.number").orderBy("series.id")
    .execute();
}

export type SeriesRow = Awaited<ReturnType<typeof seriesOfStudies>>[number];

/** A series of the patient, the document it belongs to, and the state of what is in it. */
export async function seriesById(db: ClinicDatabase, facts: { patientId: string; id: string }) {
  return await db.selectFrom("series").innerJoin("studies", "studies.id", "series.study_id")
    .innerJoin("instances", "instances.series_id", "series.id")
    .select((e) => [
      "series.id",
      "series.study_id as studyId",
      "studies.document_id as documentId",
      "series.modality",
      "series.number",
      "series.description",
      e.fn.countAll<number>().as("count"),
      e.fn.max("instances.id").as("newest"),
    ])
    .where("series.id", "=", facts.id).where("studies.patient_id", "=", facts.patientId)
    .groupBy("series.id").executeTakeFirst();
}

export type Series = NonNullable<Awaited<ReturnType<typeof seriesById>>>;

export async function instancesOfSeries(db: ClinicDatabase, seriesId: string): Promise<SeriesInstance[]> {
  const rows = await db.selectFrom("instances").innerJoin("blobs", "blobs.id", "instances.blob_id")
    .select(["instances.id", "blobs.id as blobId", "blobs.bytes", "instances.description"])
    .where("instances.series_id", "=", seriesId).orderBy("instances.id").execute();
  return rows.map(({ description, ...row }) => ({ ...row, description: JSON.parse(description) }));
}
