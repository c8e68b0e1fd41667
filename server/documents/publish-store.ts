import type { DocumentType, ProtectionClass } from "@tuodossier/sdk/contract";
import { sql } from "kysely";
import { instant } from "../clock.ts";
import { newId } from "../keys/uuid.ts";
import type { ClinicDatabase } from "../tenant.ts";
import { foldText } from "./search.ts";
import { documentRows, type StoredDocument, toStored } from "./store.ts";

/** The facility of a name, made where there was none. */
export async function facilityNamed(db: ClinicDatabase, name: string, now: number): Promise<string> {
  await db.insertInto("facilities").values({ id: newId(now), name }).onConflict((c) => c.doNothing())
    .execute();
  const { id } = await db.selectFrom("facilities").select("id").where("name", "=", name)
    .executeTakeFirstOrThrow();
  return id;
}

/** The document of this order that has this very PDF already, by id. */
export async function documentWithContent(
  db: ClinicDatabase,
  facts: { patientId: string; accession: string | null; sha256: string },
): Promise<string | undefined> {
  const row = await db.selectFrom("documents").innerJoin("blobs", "blobs.id", "documents.blob_id")
    .select("documents.id").where("patient_id", "=", facts.patientId)
    .where("accession", "is", facts.accession).where("sha256", "=", facts.sha256).executeTakeFirst();
  return row?.id;
}

/** All documents of an order, in the order they were made: the first has the images. */
export async function documentsOfOrder(
  db: ClinicDatabase,
  facts: { patientId: string; accession: string },
): Promise<StoredDocument[]> {
  const rows = await documentRows(db).where("documents.patient_id", "=", facts.patientId)
    .where("documents.accession", "=", facts.accession).orderBy(sql`documents.rowid`).execute();
  return rows.map(toStored);
}

export interface NewDocument {
  readonly patientId: string;
  readonly type: DocumentType;
  readonly facilityId: string;
  readonly date: string;
  readonly services: readonly string[];
  readonly accession: string | null;
  readonly author: string | null;
  readonly unit: string | null;
  readonly protection: ProtectionClass;
  readonly blobId: string | null;
  readonly obscuredAt: string | null;
}

export async function addDocument(db: ClinicDatabase, document: NewDocument, now: number): Promise<string> {
  const id = newId(now);
  await db.insertInto("documents").values({
    id,
    patient_id: document.patientId,
    type: document.type,
    facility_id: document.facilityId,
    date: document.date,
    services: JSON.stringify(document.services),
    services_folded: foldText(document.services.join("\n")),
    accession: document.accession,
    author: document.author,
    unit: document.unit,
    protection: document.protection,
    blob_id: document.blobId,
    revision: 1,
    read_at: null,
    obscured_at: document.obscuredAt,
    published_at: instant(now),
  }).execute();
  return id;
}

/** What can change of a document. Whose it is, its order and whether it is hidden stay as they are. */
export type DocumentChange = Partial<Omit<NewDocument, "patientId" | "accession" | "obscuredAt">>;

/** What became of a document: another revision, and unread again where it is another to read. */
export async function changeDocument(
  db: ClinicDatabase,
  id: string,
  { unread, ...change }: DocumentChange & { readonly unread: boolean },
): Promise<void> {
  const { type, facilityId, date, services, author, unit, protection, blobId } = change;
  await db.updateTable("documents").set({
    type,
    facility_id: facilityId,
    date,
    services: services && JSON.stringify(services),
    services_folded: services && foldText(services.join("\n")),
    author,
    unit,
    protection,
    blob_id: blobId,
    revision: sql`revision + 1`,
    read_at: unread ? null : undefined,
  }).where("id", "=", id).execute();
}
