import type { Document, DocumentList, DocumentSort } from "@tuodossier/sdk";
import { html, nothing, type TemplateResult } from "lit";
import { shortDay } from "../i18n/format.ts";
import type { documents } from "../i18n/it/documents.ts";
import type { ui } from "../i18n/it/ui.ts";
import { choice } from "../ui/field.ts";
import { eyeOff } from "../ui/icons.ts";
import { pager } from "../ui/pager.ts";
import { type Direction, table } from "../ui/table.ts";
import { type Act, rowActions } from "./actions.ts";
import type { Wish } from "./query.ts";

export interface ListOptions {
  readonly words: typeof documents;
  readonly common: typeof ui;
  readonly tag: string;
  readonly list: DocumentList;
  readonly wish: Wish;
  readonly pending: boolean;
  /** The row and act under way. */
  readonly busy: { readonly id: string; readonly act: Act } | null;
  /** What a document's row says, besides. */
  readonly note: (documentId: string) => unknown;
  readonly onAct: (document: Document, act: Act) => void;
  readonly onSort: (sort: DocumentSort, direction?: Direction) => void;
  readonly onSize: (size: number) => void;
  readonly onPage: (cursor: string) => void;
}

/** The table of documents and its pager. */
export function documentTable(options: ListOptions): TemplateResult {
  const { words, common, tag, list, wish, pending, onPage } = options;
  const { next, previous } = list;
  return html`
    ${orderChoice(options)}
    ${table<Document, DocumentSort>({
      caption: words.caption,
      columns: columns(options),
      rows: list.items,
      key: (document) => document.id,
      sorted: { by: wish.sort, direction: wish.direction },
      onSort: (sort) => options.onSort(sort),
      rowClass: (document) => document.unread ? "unread" : "",
      busy: pending,
    })}
    ${pager({
      words: common,
      tag,
      offset: list.offset,
      shown: list.items.length,
      total: list.total,
      size: wish.size,
      onSize: options.onSize,
      onPrevious: previous === null ? null : () => onPage(previous),
      onNext: next === null ? null : () => onPage(next),
    })}
  `;
}

function columns(options: ListOptions) {
  const { words, common, tag, busy, note, onAct } = options;
  const labels = words.columns;
  return [
    {
      label: common.actions,
      bare: true,
      className: "actions",
      cell: (document: Document) =>
        html`${
          rowActions({
            document,
            words,
            common,
            busy: busy?.id === document.id ? busy.act : null,
            onAct: (act) => onAct(document, act),
          })
        }${note(document.id)}`,
    },
    {
      label: labels.type,
      bare: true,
      className: "type",
      sort: "type" as const,
      cell: (document: Document) => kind(document, words),
    },
    {
      label: labels.facility,
      sort: "facility" as const,
      cell: (document: Document) => document.facility.name,
    },
    {
      label: labels.date,
      sort: "date" as const,
      className: "number",
      cell: (document: Document) => shortDay(tag, document.date),
    },
    {
      label: labels.services,
      sort: "services" as const,
      cell: ({ services }: Document) =>
        services.length === 0
          ? nothing
          : html`<ul class="services">${services.map((service) => html`<li>${service}</li>`)}</ul>`,
    },
  ];
}

function kind(document: Document, words: typeof documents): TemplateResult {
  return html`
    <span id="row-${document.id}">${words.types[document.type]}</span>
    ${document.unread ? html`<span class="mark">${words.unread}</span>` : nothing} ${document.obscuredAt
      ? html`<span class="mark quiet">${eyeOff}${words.obscured}</span>`
      : nothing}
  `;
}

/** On cards there are no column heads to press. */
function orderChoice({ words, common, wish, onSort }: ListOptions): TemplateResult {
  const orders = Object.entries(words.sorts);
  const now = `${wish.sort} ${wish.direction}`;
  const listed = orders.some(([order]) => order === now);
  return html`
    <div class="order only-narrow">
      ${choice({
        id: "order",
        label: common.sortBy,
        value: now,
        options: listed ? orders : [[now, words.columns[wish.sort]] as const, ...orders],
        onChange: (order) => {
          const [sort, direction] = order.split(" ") as [DocumentSort, Direction];
          onSort(sort, direction);
        },
      })}
    </div>
  `;
}
