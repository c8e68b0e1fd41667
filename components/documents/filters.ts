import type { DocumentList } from "@tuodossier/sdk";
import { html, nothing, type TemplateResult } from "lit";
import type { documents } from "../i18n/it/documents.ts";
import { button } from "../ui/button.ts";
import { choice, describedBy, field } from "../ui/field.ts";
import { chevronDown, close } from "../ui/icons.ts";
import { daysCrossed, filtered, type Filters, noFilters } from "./query.ts";
import { filter } from "./row-icons.ts";

export interface FilterOptions {
  readonly words: typeof documents;
  readonly filters: Filters;
  readonly facets: DocumentList["facets"];
  /** On a narrow container the fields are folded away until asked for. */
  readonly open: boolean;
  readonly onToggle: () => void;
  /** `typing`: more may follow in a moment. */
  readonly onChange: (change: Partial<Filters>, typing: boolean) => void;
}

/** "Area Filtri". */
export function filterArea(options: FilterOptions): TemplateResult {
  const { words: { filters: words }, filters, open, onToggle, onChange } = options;
  return html`
    <section class="filters" aria-labelledby="filters-title">
      <div class="filters-head">
        <h3 id="filters-title" class="only-wide">${words.title}</h3>
        <button type="button" class="button only-narrow" aria-expanded=${open} aria-controls="filters"
          @click=${onToggle}>${filter}<span>${words.title}</span>${chevronDown}</button>
        ${filtered(filters)
          ? button({
            label: words.reset,
            icon: close,
            look: "plain",
            onClick: ({ target }) => {
              onChange(noFilters, false);
              focusFirst((target as Element).closest(".filters")!);
            },
          })
          : nothing}
      </div>
      <div id="filters" class="filter-fields ${open ? "open" : ""}">${fields(options)}</div>
    </section>
  `;
}

/** The first control that can take it: folded fields cannot. */
const focusFirst = (area: Element): void => {
  const [toggle, ...fields] = area.querySelectorAll<HTMLElement>(".only-narrow, select");
  (fields.find((each) => each.checkVisibility()) ?? toggle).focus();
};

function fields({ words: { filters: words, types }, filters, facets, onChange }: FilterOptions) {
  const all = ["", words.all] as const;
  const wrong = daysCrossed(filters) ? words.wrongDays : null;
  const input = (name: "from" | "to" | "text", type: string) =>
    html`
      <input class="input" id=${name} type=${type} maxlength="100" autocomplete="off"
        .value=${filters[name]} aria-invalid=${wrong && name === "to" ? "true" : nothing}
        aria-describedby=${name === "to" ? describedBy({ id: "to", wrong }) : nothing}
        @input=${(event: Event) =>
          onChange({ [name]: (event.target as HTMLInputElement).value }, name === "text")}>
    `;
  return html`
    ${choice({
      id: "type",
      label: words.type,
      value: filters.type,
      options: [all, ...facets.types.map((type) => [type, types[type]] as const)],
      onChange: (type) => onChange({ type }, false),
    })} ${choice({
      id: "facility",
      label: words.facility,
      value: filters.facility,
      options: [all, ...facets.facilities.map(({ id, name }) => [id, name] as const)],
      onChange: (facility) => onChange({ facility }, false),
    })} ${field({ id: "from", label: words.from, control: input("from", "date") })} ${field({
      id: "to",
      label: words.to,
      wrong,
      control: input("to", "date"),
    })} ${field({ id: "text", label: words.text, control: input("text", "search") })}
  `;
}
