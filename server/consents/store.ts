import type {
  ConsentCode,
  ConsentDocument,
  ConsentDocumentType,
  ConsentEntry,
} from "@tuodossier/sdk/contract";
import { sql } from "kysely";
import { instant } from "../clock.ts";
import { newId } from "../keys/uuid.ts";
import type { ClinicDatabase } from "../tenant.ts";
import type { ConsentEvent } from "./rules.ts";

/** A patient's decisions, in the order they were recorded. */
export async function listEvents(db: ClinicDatabase, patientId: string): Promise<ConsentEvent[]> {
  const rows = await db.selectFrom("consent_events").select(["code", "given", "at", "document_id as form"])
    .where("patient_id", "=", patientId).orderBy(sql`rowid`).execute();
  return rows.map(({ code, given, at, form }) => ({
    code: code as ConsentCode,
    given: given === 1,
    at,
    form,
  }));
}

/** A patient's signed forms, newest first. */
export async function listForms(db: ClinicDatabase, patientId: string): Promise<ConsentDocument[]> {
  const rows = await db.selectFrom("consent_documents").innerJoin("blobs", "blobs.id", "blob_id")
    .select(["consent_documents.id", "type", "date", "decisions", "blobs.bytes as contentBytes"])
    .where("patient_id", "=", patientId).orderBy("date", "desc").orderBy("consent_documents.id", "desc")
    .execute();
  return rows.map((row) => ({
    ...row,
    type: row.type as ConsentDocumentType,
    decisions: JSON.parse(row.decisions),
  }));
}

export const formById = (
  db: ClinicDatabase,
  facts: { patientId: string; id: string },
): Promise<{ id: string; type: string; date: string; blobId: string } | undefined> =>
  db.selectFrom("consent_documents").select(["id", "type", "date", "blob_id as blobId"])
    .where("patient_id", "=", facts.patientId).where("id", "=", facts.id).executeTakeFirst();

/** The form of this type that has this very PDF already, with what is known of it. */
export async function formWithContent(
  db: ClinicDatabase,
  facts: { patientId: string; type: ConsentDocumentType; sha256: string },
): Promise<{ id: string; known: Omit<ConsentEntry, "kind" | "type"> } | undefined> {
  const row = await db.selectFrom("consent_documents").innerJoin("blobs", "blobs.id", "blob_id")
    .select(["consent_documents.id", "date", "text_version", "decisions"])
    .where("patient_id", "=", facts.patientId).where("type", "=", facts.type)
    .where("sha256", "=", facts.sha256).executeTakeFirst();
  if (!row) return undefined;
  const { id, date, text_version, decisions } = row;
  return { id, known: { date, textVersion: text_version, decisions: JSON.parse(decisions) } };
}

/** Keeps a form and the events it stands for; the caller's transaction keeps them together. */
export async function addConsentDocument(
  db: ClinicDatabase,
  facts: { id: string; patientId: string; entry: ConsentEntry; blobId: string; now: number },
): Promise<void> {
  const { id, patientId, entry, blobId, now } = facts;
  await db.insertInto("consent_documents").values({
    id,
    patient_id: patientId,
    type: entry.type,
    date: entry.date,
    text_version: entry.textVersion,
    decisions: JSON.stringify(entry.decisions),
    blob_id: blobId,
    created_at: instant(now),
  }).execute();
  await db.insertInto("consent_events").values(entry.decisions.map(({ code, given }) => ({
    id: newId(now),
    patient_id: patientId,
    code,
    given: given ? 1 : 0,
    at: `${entry.date}T00:00:00.000Z`,
    who: "patient",
    channel: "paper",
    document_id: id,
    text_version: entry.textVersion,
  }))).execute();
}
