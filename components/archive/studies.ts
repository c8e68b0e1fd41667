import type { Study } from "@tuodossier/sdk";
import { html, type TemplateResult } from "lit";
import { live } from "lit/directives/live.js";
import { shortDay } from "../i18n/format.ts";
import type { archive } from "../i18n/it/archive.ts";
import { table } from "../ui/table.ts";
import { available } from "./choice.ts";

export interface StudiesOptions {
  readonly words: typeof archive;
  /** For dates, e.g. `it-IT`. */
  readonly tag: string;
  readonly studies: readonly Study[];
  /** The patient, as the archive names them. */
  readonly patient: string;
  readonly chosen: ReadonlySet<string>;
  readonly onChoose: (chosen: ReadonlySet<string>) => void;
}

/** The studies to choose from; one tick for all where there are several. */
export function studyTable(options: StudiesOptions): TemplateResult {
  const { words, tag, studies, patient, chosen } = options;
  const able = available(studies);
  const list = table<Study, never>({
    caption: words.studies,
    rows: studies,
    key: ({ id }) => id,
    rowClass: ({ state }) => state,
    columns: [
      { label: words.choose, cell: (study) => tick(study, options), bare: true, className: "pick" },
      { label: words.name, cell: () => patient },
      { label: words.modality, cell: ({ modalities }) => modalities.join(", ") },
      { label: words.description, cell: (study) => describe(study, options), bare: true, className: "what" },
      { label: words.when, cell: (study) => html`<span class="number">${whenOf(study, words, tag)}</span>` },
      { label: words.source, cell: ({ sourceAe }) => sourceAe ?? "--" },
    ],
  });
  return html`${able.length > 1 ? all(options, able, chosen) : ""}${list}`;
}

function all({ words, onChoose }: StudiesOptions, able: readonly Study[], chosen: ReadonlySet<string>) {
  const every = able.every(({ id }) => chosen.has(id));
  const some = able.some(({ id }) => chosen.has(id));
  const change = () => onChoose(new Set(every ? [] : able.map(({ id }) => id)));
  return html`
    <label class="tick all">
      <input type="checkbox" .checked=${live(every)} .indeterminate=${live(some && !every)} @change=${change}>
      <span>${words.chooseAll}</span>
    </label>
  `;
}

function tick(study: Study, { words, tag, chosen, onChoose }: StudiesOptions): TemplateResult {
  const { id, state } = study;
  const change = () => {
    const next = new Set(chosen);
    next.delete(id) || next.add(id);
    onChoose(next);
  };
  const name = words.include(study.description || words.noDescription, whenOf(study, words, tag));
  return html`
    <label class="tick"><input type="checkbox" aria-label=${name} ?disabled=${state !== "available"}
      .checked=${live(chosen.has(id))} @change=${change}></label>
  `;
}

function describe({ description, state, accession }: Study, { words }: StudiesOptions): TemplateResult {
  const note = state === "available" ? "" : state === "preparing" ? words.preparing : words.unavailable;
  return html`
    <span class="title">${description || words.noDescription}</span>
    ${accession ? html`<span class="muted number">${accession}</span>` : ""}
    ${note ? html`<span class="muted">${note}</span>` : ""}
  `;
}

function whenOf({ date, time }: Study, words: typeof archive, tag: string): string {
  if (!date) return words.noDate;
  return time ? `${shortDay(tag, date)} ${time}` : shortDay(tag, date);
}
