import type { Volume } from "@tuodossier/sdk/contract";
import { sql } from "kysely";
import { DAY, instant } from "../clock.ts";
import type { ClinicDatabase } from "../tenant.ts";
import type { Manifest } from "./manifest.ts";

/** An export without its entries. */
export interface StoredExport {
  readonly id: string;
  readonly createdAt: string;
  readonly expiresAt: string;
  readonly volumes: Volume[];
}

const SUMMARY = sql<string>`json_extract(manifest, '$.summary')`.as("summary");
const columns = ["id", "created_at as createdAt", "expires_at as expiresAt", SUMMARY] as const;

interface ExportRow {
  readonly id: string;
  readonly createdAt: string;
  readonly expiresAt: string;
  readonly summary: string;
}

const exportOf = ({ summary, ...row }: ExportRow): StoredExport => ({ ...row, volumes: JSON.parse(summary) });

/** Whose export, and when it is asked for: what has expired is not there. */
export interface Asked {
  readonly patientId: string;
  readonly now: number;
}

export async function addExport(
  db: ClinicDatabase,
  { id, patientId, now, expiresAt, manifest }: Asked & { id: string; expiresAt: number; manifest: Manifest },
): Promise<void> {
  await db.insertInto("exports").values({
    id,
    patient_id: patientId,
    created_at: instant(now),
    expires_at: instant(expiresAt),
    manifest: JSON.stringify(manifest),
  }).execute();
}

/** A patient's exports, newest first. */
export async function listExports(db: ClinicDatabase, { patientId, now }: Asked): Promise<StoredExport[]> {
  const rows = await db.selectFrom("exports").select(columns).where("patient_id", "=", patientId)
    .where("expires_at", ">", instant(now)).orderBy("id", "desc").limit(100).execute();
  return rows.map(exportOf);
}

export async function findExport(
  db: ClinicDatabase,
  { id, patientId, now }: Asked & { id: string },
): Promise<StoredExport | undefined> {
  const row = await db.selectFrom("exports").select(columns).where("id", "=", id)
    .where("patient_id", "=", patientId).where("expires_at", ">", instant(now)).executeTakeFirst();
  return row && exportOf(row);
}

/** All of an export. It is asked for by tickets, which are nobody's but the one they were given to. */
export async function manifestOf(
  db: ClinicDatabase,
  id: string,
): Promise<{ createdAt: Date; manifest: Manifest } | undefined> {
  const row = await db.selectFrom("exports").select(["created_at", "manifest"]).where("id", "=", id)
    .executeTakeFirst();
  return row && { createdAt: new Date(row.created_at), manifest: JSON.parse(row.manifest) as Manifest };
}

/** Removes exports whose last ticket has ended too; returns the blobs that were made for them. */
export async function removeExpired(db: ClinicDatabase, now: number): Promise<string[]> {
  return await db.transaction().execute(async (tx) => {
    const expired = await tx.selectFrom("exports").select(["id", "manifest"])
      .where("expires_at", "<=", instant(now - DAY)).limit(100).execute();
    if (expired.length === 0) return [];
    const ids = expired.map(({ id }) => id);
    const made = expired.flatMap(({ manifest }) => (JSON.parse(manifest) as Manifest).made);
    await tx.deleteFrom("tickets").where("export_id", "in", ids).execute();
    await tx.deleteFrom("exports").where("id", "in", ids).execute();
    await tx.deleteFrom("blobs").where("id", "in", made).execute();
    return made;
  });
}
