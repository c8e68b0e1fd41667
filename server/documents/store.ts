import type { DocumentType, ProtectionClass } from "@tuodossier/sdk/contract";
import { sql } from "kysely";
import { instant } from "../clock.ts";
import type { ClinicDatabase } from "../tenant.ts";

/** A document with all that readers and rules want to know. */
export interface StoredDocument {
  readonly id: string;
  readonly patientId: string;
  readonly type: DocumentType;
  readonly facilityId: string;
  readonly facilityName: string;
  readonly date: string;
  readonly services: readonly string[];
  readonly accession: string | null;
  readonly author: string | null;
  readonly unit: string | null;
  readonly protection: ProtectionClass;
  readonly blobId: string | null;
  readonly contentBytes: number | null;
  readonly studies: number;
  readonly revision: number;
  readonly readAt: string | null;
  readonly obscuredAt: string | null;
  readonly publishedAt: string;
}

/** Documents with their facility and the size of their PDF. */
export const documentRows = (db: ClinicDatabase) =>
  db.selectFrom("documents").innerJoin("facilities", "facilities.id", "documents.facility_id")
    .leftJoin("blobs", "blobs.id", "documents.blob_id").select([
      "documents.id",
      "documents.patient_id as patientId",
      "documents.type",
      "documents.facility_id as facilityId",
      "facilities.name as facilityName",
      "documents.date",
      "documents.services",
      "documents.accession",
      "documents.author",
      "documents.unit",
      "documents.protection",
      "documents.blob_id as blobId",
      "blobs.bytes as contentBytes",
      sql<number>`(SELECT count(*) FROM studies WHERE document_id = documents.id)`.as("studies"),
      "documents.revision",
      "documents.read_at as readAt",
      "documents.obscured_at as obscuredAt",
      "documents.published_at as publishedAt",
    ]);

type Row = Awaited<ReturnType<ReturnType<typeof documentRows>["execute"]>>[number];

export const toStored = (row: Row): StoredDocument => ({
  ...row,
  type: row.type as DocumentType,
  protection: row.protection as ProtectionClass,
  services: JSON.parse(row.services),
});

export async function documentById(
  db: ClinicDatabase,
  facts: { patientId: string; id: string },
): Promise<StoredDocument | undefined> {
  const row = await documentRows(db).where("documents.patient_id", "=", facts.patientId)
    .where("documents.id", "=", facts.id).executeTakeFirst();
  return row && toStored(row);
}

/** All documents of a patient, oldest first. */
export async function documentsOf(db: ClinicDatabase, patientId: string): Promise<StoredDocument[]> {
  const rows = await documentRows(db).where("documents.patient_id", "=", patientId)
    .orderBy("documents.date").orderBy("documents.id").execute();
  return rows.map(toStored);
}

/** Reading is no change: the revision stays, so that a tag seen before the reading still holds after it. */
export async function markRead(
  db: ClinicDatabase,
  facts: { patientId: string; id: string; now: number },
): Promise<void> {
  await db.updateTable("documents").set({ read_at: instant(facts.now) }).where("id", "=", facts.id)
    .where("patient_id", "=", facts.patientId).where("read_at", "is", null).execute();
}

/**
 * Hides or shows what stands at `revision`, with every document of the same order; false when it has changed.
 * What is hidden already keeps its time, but gets a new revision: who would show it again has not seen this.
 */
export async function setObscured(
  db: ClinicDatabase,
  facts: { document: StoredDocument; obscured: boolean; now: number },
): Promise<boolean> {
  const { document: { patientId, id, accession, revision }, obscured, now } = facts;
  const change = {
    obscured_at: obscured ? sql<string>`coalesce(obscured_at, ${instant(now)})` : null,
    revision: sql<number>`revision + 1`,
  };
  const { numUpdatedRows } = await db.updateTable("documents").set(change).where("id", "=", id)
    .where("patient_id", "=", patientId).where("revision", "=", revision).executeTakeFirst();
  if (numUpdatedRows === 0n) return false;
  if (accession !== null) {
    await db.updateTable("documents").set(change).where("patient_id", "=", patientId)
      .where("accession", "=", accession).where("id", "!=", id).execute();
  }
  return true;
}
