import { sql } from "kysely";
import type { ClinicDatabase } from "../tenant.ts";

/** An instance with what its DICOMDIR record and its archive entry need. */
export interface InstanceRow {
  readonly studyId: string;
  readonly seriesId: string;
  readonly sopInstanceUid: string;
  readonly sopClassUid: string;
  readonly transferSyntaxUid: string;
  /** JSON of `ObjectKeys`. */
  readonly keys: string;
  readonly blob: string;
  readonly bytes: number;
  readonly crc32: number;
  readonly sha256: string;
}

/** The instances of a patient's studies, series by number, as they came in. */
export function instancesOf(
  db: ClinicDatabase,
  { patientId, studies }: { patientId: string; studies: readonly string[] },
): Promise<InstanceRow[]> {
  return db.selectFrom("instances")
    .innerJoin("series", "series.id", "instances.series_id")
    .innerJoin("studies", "studies.id", "series.study_id")
    .innerJoin("blobs", "blobs.id", "instances.blob_id")
    .select([
      "studies.id as studyId",
      "series.id as seriesId",
      "instances.sop_instance_uid as sopInstanceUid",
      sql<string>`json_extract(instances.description, '$.sopClassUid')`.as("sopClassUid"),
      sql<string>`json_extract(instances.description, '$.transferSyntaxUid')`.as("transferSyntaxUid"),
      "instances.directory_keys as keys",
      "blobs.id as blob",
      "blobs.bytes",
      "blobs.crc32",
      "blobs.sha256",
    ])
    .where("studies.patient_id", "=", patientId)
    .where("studies.id", "in", studies)
    .orderBy("studies.id").orderBy("series.number").orderBy("series.id")
    .orderBy(sql`json_extract(instances.description, '$.instanceNumber')`).orderBy("instances.id")
    .execute();
}

/** Those of the studies that are the patient's, each with the document it belongs to. */
export function studiesOf(
  db: ClinicDatabase,
  { patientId, studies }: { patientId: string; studies: readonly string[] },
): Promise<{ id: string; documentId: string }[]> {
  return db.selectFrom("studies").select(["id", "document_id as documentId"])
    .where("patient_id", "=", patientId).where("id", "in", studies).execute();
}
