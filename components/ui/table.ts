import { html, nothing, type TemplateResult } from "lit";
import { arrowDown, arrowUp, arrowUpDown } from "./icons.ts";

export type Direction = "ascending" | "descending";

export interface Column<Row, Key extends string = string> {
  readonly label: string;
  readonly cell: (row: Row) => unknown;
  /** The key the column sorts by; without one it does not. */
  readonly sort?: Key;
  /** No column name before the cell of a card: what it holds speaks for itself. */
  readonly bare?: boolean;
  readonly className?: string;
}

export interface TableOptions<Row, Key extends string = string> {
  /** What the table lists, for who does not see it. */
  readonly caption: string;
  readonly columns: readonly Column<Row, Key>[];
  readonly rows: readonly Row[];
  readonly key: (row: Row) => string;
  readonly sorted?: { readonly by: Key; readonly direction: Direction };
  readonly onSort?: (by: Key) => void;
  readonly rowClass?: (row: Row) => string;
  readonly busy?: boolean;
}

/** A table whose roles are written out: as cards it would lose them. */
export function table<Row, Key extends string>(options: TableOptions<Row, Key>): TemplateResult {
  const { columns, rows } = options;
  return html`
    <table class="table" role="table" aria-busy=${options.busy ? "true" : nothing}>
      <caption class="unseen">${options.caption}</caption>
      <thead role="rowgroup">
        <tr role="row">${columns.map((column) => header(column, options))}</tr>
      </thead>
      <tbody role="rowgroup">
        ${rows.map((row) =>
          html`
            <tr role="row" class=${options.rowClass?.(row) ?? nothing} data-key=${options.key(row)}>
              ${columns.map((column) => cell(column, row))}
            </tr>
          `
        )}
      </tbody>
    </table>
  `;
}

function cell<Row, Key extends string>(column: Column<Row, Key>, row: Row): TemplateResult {
  const content = column.cell(row);
  const label = column.bare || content === nothing ? nothing : column.label;
  const name = column.className ?? nothing;
  return html`<td role="cell" class=${name} data-label=${label}>${content}</td>`;
}

function header<Row, Key extends string>(column: Column<Row, Key>, options: TableOptions<Row, Key>) {
  const { sort, label } = column;
  const { sorted, onSort } = options;
  if (!sort || !onSort) return html`<th role="columnheader" scope="col">${label}</th>`;
  const active = sorted?.by === sort;
  const icon = !active ? arrowUpDown : sorted.direction === "ascending" ? arrowUp : arrowDown;
  return html`
    <th role="columnheader" scope="col" aria-sort=${active ? sorted.direction : "none"}>
      <button type="button" class="sort" @click=${() => onSort(sort)}>${label} ${icon}</button>
    </th>
  `;
}
