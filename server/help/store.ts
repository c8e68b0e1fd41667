import { instant } from "../clock.ts";
import { newId } from "../keys/uuid.ts";
import type { ClinicDatabase } from "../tenant.ts";

/** A request for help as stored. */
export interface HelpEntry {
  readonly patientId: string | null;
  readonly topic: string;
  readonly text: string;
  readonly answerBy: string;
  readonly contact: string;
}

/** Keeps a request under the year's next number, e.g. `A-2026-000123`, in the caller's transaction. */
export async function addHelpRequest(db: ClinicDatabase, entry: HelpEntry, now: number): Promise<string> {
  const series = `A-${instant(now).slice(0, 4)}-`;
  const last = await db.selectFrom("help_requests").select("receipt").where("receipt", ">", series)
    .where("receipt", "<", `${series}:`).orderBy("receipt", "desc").limit(1).executeTakeFirst();
  const number = Number(last?.receipt.slice(series.length) ?? 0) + 1;
  const receipt = series + String(number).padStart(6, "0");
  await db.insertInto("help_requests").values({
    id: newId(now),
    receipt,
    patient_id: entry.patientId,
    topic: entry.topic,
    text: entry.text,
    answer_by: entry.answerBy,
    contact: entry.contact,
    created_at: instant(now),
  }).execute();
  return receipt;
}
