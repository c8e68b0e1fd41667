import type { Document, DocumentList, DocumentSort, Profile } from "@tuodossier/sdk";
import { html, type TemplateResult } from "lit";
import type { documents } from "../i18n/it/documents.ts";
import type { ui } from "../i18n/it/ui.ts";
import { skeleton } from "../ui/skeleton.ts";
import type { Direction } from "../ui/table.ts";
import type { Act } from "./actions.ts";
import { patientCard } from "./card.ts";
import { filterArea } from "./filters.ts";
import { documentTable } from "./list.ts";
import { filtered, type Filters, type Wish } from "./query.ts";
import { emptyState } from "./states.ts";

export interface ListViewOptions {
  readonly words: typeof documents;
  readonly common: typeof ui;
  readonly tag: string;
  readonly wish: Wish;
  readonly pending: boolean;
  readonly busy: { readonly id: string; readonly act: Act } | null;
  /** What a document's row says, besides. */
  readonly note: (documentId: string) => unknown;
  readonly filtersOpen: boolean;
  readonly profile: Profile | null;
  /** The list when it is there, what went wrong, or its skeleton. */
  readonly list: (
    parts: { skeleton: () => unknown; content: (list: DocumentList) => unknown },
  ) => unknown;
  readonly dialog: unknown;
  readonly onToggleFilters: () => void;
  readonly onFilter: (change: Partial<Filters>, typing: boolean) => void;
  readonly onAct: (document: Document, act: Act) => void;
  readonly onSort: (sort: DocumentSort, direction?: Direction) => void;
  readonly onSize: (size: number) => void;
  readonly onPage: (cursor: string) => void;
}

/** The list and all around it. */
export function listView(options: ListViewOptions): TemplateResult {
  const { words, common, tag, profile } = options;
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
        : html`<div class="patient waiting"></div>`} ${content} ${options.dialog}
    </section>
  `;
}

function rows(list: DocumentList, options: ListViewOptions): TemplateResult {
  const { words, wish } = options;
  const none = list.items.length === 0;
  // While the filters are being taken off, it is not known yet.
  if (none && !filtered(wish) && !options.pending) return emptyState(words.empty);
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
