import { html, nothing, type TemplateResult } from "lit";

export interface ButtonOptions {
  /** The visible words, which are its name too. */
  readonly label: string;
  readonly onClick: (event: Event) => void;
  readonly icon?: TemplateResult;
  /** `primary`, `plain`, `small`, `danger`: one or more, with spaces. */
  readonly look?: string;
  /** Id of what describes it, such as the row it stands in. */
  readonly about?: string;
  /** A name in place of the label, beginning with the label's words. */
  readonly name?: string;
  readonly disabled?: boolean;
  /** Its work is under way: it waits without losing the focus. */
  readonly busy?: boolean;
  readonly id?: string;
}

/** A button with words, and an icon before them. */
export function button(options: ButtonOptions): TemplateResult {
  const { label, onClick, icon, look = "", name, disabled = false, id, about, busy = false } = options;
  return html`
    <button
      type="button"
      id=${id ?? nothing}
      class="button ${look}"
      aria-label=${name ?? nothing}
      aria-describedby=${about ?? nothing}
      aria-disabled=${busy ? "true" : nothing}
      ?disabled=${disabled}
      @click=${busy ? nothing : onClick}
    >${icon}<span>${label}</span></button>
  `;
}
