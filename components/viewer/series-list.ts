import { html, nothing, type TemplateResult } from "lit";
import { count } from "../i18n/format.ts";
import type { viewer } from "../i18n/it/viewer.ts";
import { document as sheet, images } from "../ui/icons.ts";
import type { Reading, SeriesState } from "./engine/reading.ts";

export interface SeriesListOptions {
  readonly reading: Reading;
  readonly words: typeof viewer;
  /** For numbers, e.g. `it-IT`. */
  readonly tag: string;
  readonly onSelect: (series: number) => void;
}

/** Every series with its middle image, its name and how many images it has. */
export function seriesList({ reading, words, tag, onSelect }: SeriesListOptions): TemplateResult {
  const item = (state: SeriesState, index: number) => {
    const { summary, preview, plan } = state;
    const here = index === reading.current;
    const nothingToShow = plan !== null && plan.instances.every(({ kind }) => kind !== "image");
    const kind = nothingToShow ? plan.instances[0]?.kind ?? "other" : null;
    const total = summary.frames || summary.instances;
    return html`
      <li>
        <button type="button" class="thumbnail" aria-current=${here ? "true" : nothing}
          @click=${() => onSelect(index)}>
          <span class="picture" aria-hidden="true">${preview ?? (nothingToShow ? sheet : images)}</span>
          <span class="caption">
            <span class="name">${words.series(String(summary.number ?? index + 1))}</span>
            <span class="what">${kind ? words.kinds[kind] : summary.description || summary.modality}</span>
            ${kind ? nothing : html`<span class="what many">${words.images(total, count(tag, total))}</span>`}
          </span>
        </button>
      </li>
    `;
  };
  return html`
    <nav class="series" aria-label=${words.seriesList}>
      <ul>${reading.series.map(item)}</ul>
    </nav>
  `;
}
