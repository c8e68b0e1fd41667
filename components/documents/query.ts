import type { DocumentQuery, DocumentSort, DocumentType } from "@tuodossier/sdk";
import type { Direction } from "../ui/table.ts";

/** What the patient asked of the list: filters, order, page. */
export interface Wish {
  readonly type: DocumentType | "";
  /** Id of a facility. */
  readonly facility: string;
  /** Days, `YYYY-MM-DD`, or empty. */
  readonly from: string;
  readonly to: string;
  readonly text: string;
  readonly sort: DocumentSort;
  readonly direction: Direction;
  readonly size: number;
  readonly cursor: string | null;
}

export type Filters = Pick<Wish, "type" | "facility" | "from" | "to" | "text">;

export const noFilters: Filters = { type: "", facility: "", from: "", to: "", text: "" };

export const firstWish: Wish = {
  ...noFilters,
  sort: "date",
  direction: "descending",
  size: 5,
  cursor: null,
};

/** A cursor belongs to one order and one choice: any other change starts at the first page. */
export const changed = (wish: Wish, change: Partial<Wish>): Wish => ({ ...wish, cursor: null, ...change });

/** The column's other direction, or the direction one expects of a new column: newest first, A first. */
export function sortedBy(wish: Wish, sort: DocumentSort): Wish {
  const flip = wish.direction === "ascending" ? "descending" : "ascending";
  const direction = wish.sort === sort ? flip : sort === "date" ? "descending" : "ascending";
  return changed(wish, { sort, direction });
}

export const filtered = (wish: Filters): boolean =>
  (Object.keys(noFilters) as (keyof Filters)[]).some((name) => wish[name].trim() !== "");

/** A span that ends before it begins is said beside the fields and not asked for. */
export const daysCrossed = ({ from, to }: Filters): boolean => from !== "" && to !== "" && from > to;

export function queryOf(wish: Wish): DocumentQuery {
  const { type, facility, from, to, sort, direction, size, cursor } = wish;
  const text = wish.text.trim();
  return {
    sort,
    direction,
    limit: size,
    ...type && { type },
    ...facility && { facility },
    ...from && { from },
    ...to && { to },
    ...text && { text },
    ...cursor && { cursor },
  };
}
