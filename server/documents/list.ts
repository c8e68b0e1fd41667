import type { DocumentList, DocumentQuery } from "@tuodossier/sdk/contract";
import type { InferOutput } from "valibot";
import { Problem } from "../http/problem.ts";
import type { Tenant } from "../tenant.ts";
import { type Cursor, decodeCursor, encodeCursor } from "./cursor.ts";
import {
  countDocuments,
  type DocumentGroup,
  documentGroups,
  listDocuments,
  type Selection,
} from "./list-store.ts";
import { presentDocument } from "./present.ts";
import { type Holder, requireDossier } from "./visible.ts";

/**
 * A page of the dossier's list. What the patient may see is a condition of every query here, so counts, pages
 * and facets know of nothing else.
 *
 * @throws {Problem} `documents.no-adhesion`; `request.invalid` for a cursor of another list.
 */
export async function listPage(
  tenant: Tenant,
  holder: Holder,
  query: InferOutput<typeof DocumentQuery>,
): Promise<DocumentList> {
  const { db } = tenant;
  const { sort, direction, limit, cursor: text, ...filters } = query;
  const { at } = await requireDossier(tenant, holder);
  const { patientId } = holder;
  const selection: Selection = { ...filters, patientId, at, sort, descending: direction === "descending" };
  const cursor = text === undefined ? null : decodeCursor(text);
  if (cursor?.sort !== (text && sort)) throw new Problem("request.invalid", { pointers: ["/cursor"] });

  const rows = await pageAt(tenant, { selection, cursor, limit });
  const [first, last] = [rows.at(0), rows.at(-1)];
  const groups = await documentGroups(db, { patientId, at });
  const { type, facility, from, to, text: services } = filters;
  const total = from ?? to ?? services
    ? await countDocuments(db, { selection })
    : groups.filter((group) => group.type === (type ?? group.type))
      .filter((group) => group.facility.id === (facility ?? group.facility.id))
      .reduce((sum, { count }) => sum + count, 0);
  const offset = !first
    ? total
    : cursor
    ? await countDocuments(db, { selection, before: { value: first.sortedBy, id: first.id } })
    : 0;
  const place = (row: typeof first, toward: Cursor["toward"]) =>
    row ? encodeCursor({ sort, toward, value: row.sortedBy, id: row.id }) : null;
  return {
    items: rows.map(presentDocument),
    total,
    offset,
    next: offset + rows.length < total ? place(last, "next") : null,
    previous: offset > 0 ? place(first, "previous") : null,
    facets: facetsOf(groups),
  };
}

const facetsOf = (groups: readonly DocumentGroup[]): DocumentList["facets"] => ({
  types: [...new Set(groups.map(({ type }) => type))].sort(),
  facilities: [...new Map(groups.map(({ facility }) => [facility.id, facility])).values()],
});

/** Going back to the beginning fills the first page, also where other page sizes were used on the way. */
async function pageAt(
  { db }: Tenant,
  facts: { selection: Selection; cursor: Cursor | null; limit: number },
) {
  const rows = await listDocuments(db, facts);
  const short = facts.cursor?.toward === "previous" && rows.length < facts.limit;
  return short ? await listDocuments(db, { ...facts, cursor: null }) : rows;
}
