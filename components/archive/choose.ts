import type { VolumeSize } from "@tuodossier/sdk";
import { html, nothing, type TemplateResult } from "lit";
import { live } from "lit/directives/live.js";
import { bytes } from "../i18n/bytes.ts";
import type { archive } from "../i18n/it/archive.ts";
import { choice as choiceField } from "../ui/field.ts";
import { bytesOf, type Choice, type Contents, reportsOf, type Shelf } from "./choice.ts";
import { studyTable } from "./studies.ts";

export interface ChooseOptions {
  readonly words: typeof archive;
  readonly tag: string;
  readonly shelf: Shelf;
  readonly patient: string;
  readonly choice: Choice;
  readonly contents: Contents;
  readonly onChange: (change: Partial<Choice>) => void;
}

/** What to take home: studies, their reports, and how the archive is cut. */
export function choose(options: ChooseOptions): TemplateResult {
  const { words, tag, shelf, patient, choice, onChange } = options;
  const sizes = Object.entries(words.sizes) as [VolumeSize, string][];
  return html`
    <section class="studies" aria-labelledby="studies">
      <h3 id="studies">${words.studies}</h3>
      ${studyTable({
        words,
        tag,
        patient,
        studies: shelf.studies,
        chosen: choice.studies,
        onChoose: (studies) => onChange({ studies }),
      })}
    </section>
    ${shelf.reports.length > 0 ? reports(options) : nothing}
    <div class="form">
      <div class="field">
        <span class="label">${words.media}</span>
        <span class="fixed">${words.zip}</span>
      </div>
      <div>
        ${choiceField({
          id: "size",
          label: words.size,
          value: choice.volumeSize,
          options: sizes,
          onChange: (volumeSize) => onChange({ volumeSize }),
        })}
        <p class="hint muted">${words.sizeHint}</p>
      </div>
    </div>
  `;
}

function reports({ words, tag, shelf, contents, choice, onChange }: ChooseOptions): TemplateResult {
  const { own, others } = reportsOf(contents.studies, shelf.reports);
  return html`
    <section class="reports" aria-labelledby="reports">
      <h3 id="reports">${words.reports}</h3>
      ${check({
        label: words.includeReports,
        hint: own.length > 0 ? words.ofChosen(own.length, bytes(tag, bytesOf(own))) : words.noneOfChosen,
        checked: choice.reports && own.length > 0,
        disabled: own.length === 0,
        onChange: (checked) => onChange({ reports: checked }),
      })}
      ${others.length > 0
        ? check({
          label: words.includeOthers,
          hint: words.others(others.length, bytes(tag, bytesOf(others))),
          checked: choice.others,
          onChange: (checked) => onChange({ others: checked }),
        })
        : nothing}
    </section>
  `;
}

function check(options: {
  readonly label: string;
  readonly hint: string;
  readonly checked: boolean;
  readonly disabled?: boolean;
  readonly onChange: (checked: boolean) => void;
}): TemplateResult {
  const { label, hint, checked, disabled = false } = options;
  const change = (event: Event) => options.onChange((event.target as HTMLInputElement).checked);
  return html`
    <label class="tick">
      <input type="checkbox" .checked=${live(checked)} ?disabled=${disabled} @change=${change}>
      <span>${label} <span class="hint muted">${hint}</span></span>
    </label>
  `;
}
