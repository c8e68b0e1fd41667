import { html, type TemplateResult } from "lit";
import { count } from "../i18n/format.ts";
import type { ui } from "../i18n/it/ui.ts";
import { chevronLeft, chevronRight } from "./icons.ts";

export interface PagerOptions {
  readonly words: typeof ui;
  /** For numbers, e.g. `it-IT`. */
  readonly tag: string;
  /** Rows before the first one shown. */
  readonly offset: number;
  /** Rows shown. */
  readonly shown: number;
  readonly total: number;
  readonly size: number;
  readonly onSize: (size: number) => void;
  /** Null where there is no such page. */
  readonly onPrevious: (() => void) | null;
  readonly onNext: (() => void) | null;
}

/** The page sizes there are. */
export const pageSizes = [5, 10, 25] as const;

/** Rows per page, which rows these are, and the pages before and after. */
export function pager(options: PagerOptions): TemplateResult {
  const { words, tag, offset, shown, total, size, onPrevious, onNext } = options;
  const first = total === 0 ? 0 : offset + 1;
  const range = words.range(count(tag, first), count(tag, offset + shown), count(tag, total));
  const resize = (event: Event) => options.onSize(Number((event.target as HTMLSelectElement).value));
  return html`
    <div class="pager">
      <label>${words.rowsPerPage}
        <select class="input" @change=${resize}>
          ${pageSizes.map((each) => html`<option value=${each} .selected=${each === size}>${each}</option>`)}
        </select>
      </label>
      <span class="number" role="status">${range}</span>
      <div class="buttons">
        ${step({ label: words.previousPage, icon: chevronLeft, go: onPrevious })} ${step({
          label: words.nextPage,
          icon: chevronRight,
          go: onNext,
        })}
      </div>
    </div>
  `;
}

/** Stays focusable at the last page: a button that vanishes under the finger takes the focus with it. */
function step({ label, icon, go }: { label: string; icon: TemplateResult; go: (() => void) | null }) {
  return html`
    <button type="button" class="button small" aria-label=${label} title=${label}
      aria-disabled=${go === null} @click=${() => go?.()}>${icon}</button>
  `;
}
