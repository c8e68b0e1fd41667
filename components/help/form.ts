import { html, nothing, type TemplateResult } from "lit";
import { live } from "lit/directives/live.js";
import { count } from "../i18n/format.ts";
import type { help } from "../i18n/it/help.ts";
import { choice, describedBy, field } from "../ui/field.ts";
import { type Draft, type Fault, LONGEST } from "./draft.ts";

/** From how many characters on the room left is told. */
const TELL_FROM = LONGEST - 500;

export interface FormOptions {
  readonly words: typeof help;
  readonly tag: string;
  readonly draft: Draft;
  readonly faults: readonly Fault[];
  readonly sending: boolean;
  /** What went wrong at the last try, above the button. */
  readonly trouble: unknown;
  readonly onChange: (change: Partial<Draft>) => void;
  readonly onSend: () => void;
}

/** The request: topic, text, how to answer, and where. */
export function form(options: FormOptions): TemplateResult {
  const { words, draft, onChange } = options;
  const send = (event: Event) => {
    event.preventDefault();
    if (!options.sending) options.onSend();
  };
  return html`
    <form novalidate @submit=${send}>
      ${choice({
        id: "topic",
        label: words.topic,
        value: draft.topic,
        options: Object.entries(words.topics) as [Draft["topic"], string][],
        onChange: (topic) => onChange({ topic }),
      })}
      ${text(options)}
      <fieldset>
        <legend>${words.answerBy}</legend>
        ${way(options, "phone", words.byPhone)} ${way(options, "email", words.byEmail)}
      </fieldset>
      ${contact(options)}
      ${options.trouble}
      <div class="buttons">
        <button type="submit" class="button primary" aria-disabled=${options.sending || nothing}>
          ${options.sending ? words.sending : words.send}
        </button>
      </div>
    </form>
  `;
}

function text({ words, tag, draft, faults, onChange }: FormOptions): TemplateResult {
  const over = draft.text.trim().length - LONGEST;
  const wrong = faults.includes("text-long")
    ? words.textTooLong(count(tag, over))
    : faults.includes("text-missing")
    ? words.textMissing
    : null;
  const hint = draft.text.length < TELL_FROM || over > 0
    ? words.textHint
    : words.left(count(tag, LONGEST - draft.text.length));
  const options = { id: "text", label: words.text, hint, wrong };
  // No maxlength: it would cut what is pasted without a word.
  const control = html`
    <textarea class="input" id="text" rows="5" .value=${live(draft.text)} required
      aria-invalid=${wrong ? "true" : nothing} aria-describedby=${describedBy(options)}
      @input=${(event: Event) => onChange({ text: valueOf(event) })}></textarea>
  `;
  return field({ ...options, control });
}

function way({ draft, onChange }: FormOptions, value: Draft["answerBy"], label: string): TemplateResult {
  return html`
    <label class="choice">
      <input type="radio" name="answer-by" value=${value} .checked=${live(draft.answerBy === value)}
        @change=${() => onChange({ answerBy: value })}>
      <span>${label}</span>
    </label>
  `;
}

function contact({ words, draft, faults, onChange }: FormOptions): TemplateResult {
  const phone = draft.answerBy === "phone";
  const wrong = faults.includes("contact") ? (phone ? words.phoneMissing : words.emailMissing) : null;
  const options = { id: "contact", label: phone ? words.phone : words.email, wrong };
  const change = (event: Event) => onChange(phone ? { phone: valueOf(event) } : { email: valueOf(event) });
  const control = html`
    <input class="input" id="contact" type=${phone ? "tel" : "email"} autocomplete=${phone ? "tel" : "email"}
      required .value=${live(phone ? draft.phone : draft.email)}
      aria-invalid=${wrong ? "true" : nothing} aria-describedby=${describedBy(options)} @input=${change}>
  `;
  return field({ ...options, control });
}

const valueOf = (event: Event): string => (event.target as HTMLInputElement | HTMLTextAreaElement).value;
