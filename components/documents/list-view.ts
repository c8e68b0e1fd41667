import type { Document, DocumentList, DocumentSort, Profile } from "@tuodossier/sdk";
import { html, nothing, type TemplateResult } from "lit";
import type { documents } from "../i18n/it/documents.ts";
import type { ui } from "../i18n/it/ui.ts";
import { button } from "../ui/button.ts";
import { alert, tick } from "../ui/icons.ts";
import { skeleton } from "../ui/skeleton.ts";
import type { Direction } from "../ui/table.ts";
import type { Act } from "./actions.ts";
import { patientCard } from "./card.ts";
import { filterArea } from "./filters.ts";
import { documentTable } from "./list.ts";
import { filtered, type Filters, type Wish } from "./query.ts";
import type { Notice } from "./screen.ts";
import { emptyState } from "./states.ts";

export interface ListViewOptions {
  readonly words: typeof documents;
  readonly common: typeof ui;
  readonly tag: string;
  readonly wish: Wish;
  readonly pending: boolean;
  readonly busy: { readonly id: string; readonly act: Act } | null;
  readonly notice: Notice | null;
  readonly filtersOpen: boolean;
  readonly profile: Profile | null;
  /** The list when it is there, what went wrong, or its skeleton. */
  readonly list: (
    parts: { skeleton: () => unknown; content: (list: DocumentList) => unknown },
  ) => unknown;
  readonly dialog: unknown;
  readonly onUndo: (document: Document) => void;
  readonly onToggleFilters: () => void;
  readonly onFilter: (change: Partial<Filters>, typing: boolean) => void;
  readonly onAct: (document: Document, act: Act) => void;
  readonly onSort: (sort: DocumentSort, direction?: Direction) => void;
  readonly onSize: (size: number) => void;
  readonly onPage: (cursor: string) => void;
}

/** The list and all around it. */
export function listView(options: ListViewOptions): TemplateResult {
  const { words, common, tag, profile, notice } = options;
  const today = new Date().toISOString().slice(0, 10);
  const content = options.list({
    skeleton: () => skeleton(options.wish.size + 1, common.loading),
    content: (list) => rows(list, options),
  });
  return html`
    <section class="documents" aria-labelledby="title">
      <h2 id="title" tabindex="-1">${words.title}</h2>
      ${profile
        ? patientCard({ profile, words, tag, today })
        : html`<div class="patient waiting"></div>`} ${notice
        ? noticeBar(notice, options)
        : nothing} ${content} ${options.dialog}
    </section>
  `;
}

function rows(list: DocumentList, options: ListViewOptions): TemplateResult {
  const { words, wish } = options;
  const none = list.items.length === 0;
  if (none && !filtered(wish)) return emptyState(words.empty);
  return html`
    ${filterArea({
      words,
      filters: wish,
      facets: list.facets,
      open: options.filtersOpen,
      onToggle: options.onToggleFilters,
      onChange: options.onFilter,
    })} ${none ? emptyState(words.nothingFound) : documentTable({ ...options, list })}
  `;
}

function noticeBar({ text, wrong, undo }: Notice, { words, onUndo }: ListViewOptions): TemplateResult {
  return html`
    <div class="notice ${wrong ? "wrong" : ""}" role=${wrong ? "alert" : "status"}>
      ${wrong ? alert : tick}
      <p>${text}</p>
      ${undo ? button({ label: words.undo, look: "small", onClick: () => onUndo(undo) }) : nothing}
    </div>
  `;
}
