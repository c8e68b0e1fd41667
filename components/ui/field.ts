import { html, nothing, type TemplateResult } from "lit";
import { alert } from "./icons.ts";

export interface FieldOptions {
  /** The control's id; hint and error take theirs from it. */
  readonly id: string;
  readonly label: string;
  readonly hint?: string;
  /** What is wrong with what was typed, and what to do. */
  readonly wrong?: string | null;
  /** The control, with `class="input"`, the id, and `aria-describedby=${describedBy(options)}`. */
  readonly control: unknown;
}

/** The ids that describe a field's control. */
export function describedBy({ id, hint, wrong }: Pick<FieldOptions, "id" | "hint" | "wrong">) {
  const ids = [hint && `${id}-hint`, wrong && `${id}-wrong`].filter(Boolean);
  return ids.length > 0 ? ids.join(" ") : nothing;
}

/** A label over its control, a hint and what is wrong under it. */
export function field({ id, label, hint, wrong, control }: FieldOptions): TemplateResult {
  return html`
    <div class="field">
      <label for=${id}>${label}</label>
      ${control} ${hint ? html`<p class="hint" id="${id}-hint">${hint}</p>` : nothing} ${wrong
        ? html`<p class="wrong" id="${id}-wrong" role="alert">${alert} ${wrong}</p>`
        : nothing}
    </div>
  `;
}

/** A choice of one among several, as a field. */
export function choice<V extends string>(options: {
  readonly id: string;
  readonly label: string;
  readonly value: V;
  readonly options: readonly (readonly [value: V, label: string])[];
  readonly onChange: (value: V) => void;
}): TemplateResult {
  const { id, label, value } = options;
  const change = (event: Event) => options.onChange((event.target as HTMLSelectElement).value as V);
  const control = html`
    <select class="input" id=${id} @change=${change}>
      ${options.options.map(([each, text]) =>
        html`<option value=${each} .selected=${each === value}>${text}</option>`
      )}
    </select>
  `;
  return field({ id, label, control });
}
