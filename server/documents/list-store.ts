import type { DocumentSort, DocumentType, Facility } from "@tuodossier/sdk/contract";
import { sql } from "kysely";
import type { ClinicDatabase } from "../tenant.ts";
import type { Cursor } from "./cursor.ts";
import { containing } from "./search.ts";
import { documentRows, type StoredDocument, toStored } from "./store.ts";

/** Which of a patient's documents, in which order. */
export interface Selection {
  readonly patientId: string;
  /** Only what is published at this instant. */
  readonly at: string;
  readonly type?: DocumentType;
  readonly facility?: string;
  readonly from?: string;
  readonly to?: string;
  readonly text?: string;
  readonly sort: DocumentSort;
  readonly descending: boolean;
}

export type ListedDocument = StoredDocument & { readonly sortedBy: string };

/** What rows are sorted by: the beginning of a text is enough, and keeps cursors short. */
const SORT = {
  date: sql<string>`documents.date`,
  type: sql<string>`documents.type`,
  facility: sql<string>`lower(substr(facilities.name, 1, 60))`,
  services: sql<string>`substr(documents.services_folded, 1, 60)`,
} as const;

/** The conditions of a selection, for rows of documents and facilities. */
function conditions({ patientId, at, type, facility, from, to, text }: Selection) {
  return sql.join([
    sql`documents.patient_id = ${patientId} AND documents.published_at <= ${at}`,
    ...(type ? [sql`documents.type = ${type}`] : []),
    ...(facility ? [sql`documents.facility_id = ${facility}`] : []),
    ...(from ? [sql`documents.date >= ${from}`] : []),
    ...(to ? [sql`documents.date <= ${to}`] : []),
    ...(text ? [sql`documents.services_folded LIKE ${containing(text)} ESCAPE '\\'`] : []),
  ], sql` AND `);
}

/** Rows behind (`next`) or before (`previous`) a cursor, or from the beginning; in the list's order. */
export async function listDocuments(
  db: ClinicDatabase,
  facts: { selection: Selection; cursor: Cursor | null; limit: number },
): Promise<ListedDocument[]> {
  const { selection, cursor, limit } = facts;
  const key = SORT[selection.sort];
  const back = cursor?.toward === "previous";
  const descending = selection.descending !== back;
  const direction = descending ? "desc" : "asc";
  let select = documentRows(db).select(key.as("sortedBy")).where(sql<boolean>`${conditions(selection)}`)
    .orderBy(key, direction).orderBy("documents.id", direction).limit(limit);
  if (cursor) {
    const side = sql.raw(descending ? "<" : ">");
    select = select.where(sql<boolean>`(${key}, documents.id) ${side} (${cursor.value}, ${cursor.id})`);
  }
  const rows = (await select.execute()).map((row) => ({ ...toStored(row), sortedBy: row.sortedBy }));
  return back ? rows.reverse() : rows;
}

/** How many rows a selection has, all of them or those that stand before one. */
export async function countDocuments(
  db: ClinicDatabase,
  facts: { selection: Selection; before?: { value: string; id: string } },
): Promise<number> {
  const { selection, before } = facts;
  const side = sql.raw(selection.descending ? ">" : "<");
  let select = db.selectFrom("documents").select((e) => e.fn.countAll<number>().as("count"))
    .where(sql<boolean>`${conditions(selection)}`);
  if (before) {
    const key = SORT[selection.sort];
    if (selection.sort === "facility") {
      select = select.innerJoin("facilities", "facilities.id", "documents.facility_id");
    }
    select = select.where(sql<boolean>`(${key}, documents.id) ${side} (${before.value}, ${before.id})`);
  }
  return (await select.executeTakeFirstOrThrow()).count;
}

/** A patient's documents of one type and facility: what facets and most counts are made of. */
export interface DocumentGroup {
  readonly type: DocumentType;
  readonly facility: Facility;
  readonly count: number;
}

/**
 * All groups of a patient, by the facility's name. One pass over an index, where counting rows reads them.
 */
export async function documentGroups(
  db: ClinicDatabase,
  { patientId, at }: { patientId: string; at: string },
): Promise<DocumentGroup[]> {
  const groups = db.selectFrom("documents").select(["type", "facility_id"])
    .select((e) => e.fn.countAll<number>().as("count")).where("patient_id", "=", patientId)
    .where("published_at", "<=", at).groupBy(["type", "facility_id"]).as("groups");
  const rows = await db.selectFrom(groups).innerJoin("facilities", "facilities.id", "groups.facility_id")
    .select(["type", "facilities.id", "name", "count"]).orderBy(sql`name COLLATE NOCASE`).execute();
  return rows.map(({ type, id, name, count }) => ({
    type: type as DocumentType,
    facility: { id, name },
    count,
  }));
}
