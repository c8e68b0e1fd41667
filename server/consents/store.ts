import type { ConsentCode, ConsentEntry } from "@tuodossier/sdk/contract";
import { instant } from "../clock.ts";
import type { ClinicDatabase } from "../tenant.ts";
import type { ConsentEvent } from "./rules.ts";

/** A patient's decisions, oldest first. */
export async function listEvents(db: ClinicDatabase, patientId: string): Promise<ConsentEvent[]> {
  const rows = await db.selectFrom("consent_events").select(["code", "given", "at"])
    .where("patient_id", "=", patientId).orderBy("at").orderBy("id").execute();
  return rows.map(({ code, given, at }) => ({ code: code as ConsentCode, given: given === 1, at }));
}

/** Keeps a form and the events it stands for, together or not at all. */
export async function addConsentDocument(
  db: ClinicDatabase,
  facts: {
    id: string;
    patientId: string;
    entry: ConsentEntry;
    blobId: string;
    now: number;
    newId: (now: number) => string;
  },
): Promise<void> {
  const { id, patientId, entry, blobId, now } = facts;
  await db.transaction().execute(async (tx) => {
    await tx.insertInto("consent_documents").values({
      id,
      patient_id: patientId,
      type: entry.type,
      date: entry.date,
      text_version: entry.textVersion,
      decisions: JSON.stringify(entry.decisions),
      blob_id: blobId,
      created_at: instant(now),
    }).execute();
    await tx.insertInto("consent_events").values(entry.decisions.map(({ code, given }) => ({
      id: facts.newId(now),
      patient_id: patientId,
      code,
      given: given ? 1 : 0,
      at: `${entry.date}T00:00:00.000Z`,
      who: "patient",
      channel: "paper",
      document_id: id,
      text_version: entry.textVersion,
    }))).execute();
  });
}
