import type { ClinicCard, Profile } from "@tuodossier/sdk";
import { html, nothing, type TemplateResult } from "lit";
import { type LanguageCode, languageCodes, languageNames } from "../i18n/catalogue.ts";
import type { portal } from "../i18n/it/portal.ts";
import { isKnown } from "../elements.ts";
import { user } from "../ui/icons.ts";
import { globe, help, signOut } from "./portal-icons.ts";

export interface BarOptions {
  readonly words: typeof portal;
  readonly language: LanguageCode;
  readonly clinic: ClinicCard | null;
  readonly profile: Profile | null;
  readonly onProfile: () => void;
  readonly onHelp: () => void;
  readonly onLanguage: (code: LanguageCode) => void;
  readonly onSignOut: () => void;
}

/** The bar over every section: the clinic, who is signed in, help, language, the way out. */
export function portalBar(options: BarOptions): TemplateResult {
  const { words, clinic, profile } = options;
  const name = profile ? `${profile.givenName} ${profile.familyName}` : words.profileOf;
  return html`
    <div class="bar" role="group" aria-label=${words.bar}>
      <span class="clinic"><slot name="logo"></slot>${clinic?.name ?? nothing}</span>
      ${isKnown("tuo-profile")
        ? item({ icon: user, label: name, title: words.profileOf, go: options.onProfile })
        : html`<span class="name">${name}</span>`} ${isKnown("tuo-help")
        ? item({ icon: help, label: words.help, go: options.onHelp })
        : nothing} ${languageChoice(options)} ${item({
          icon: signOut,
          label: words.signOut,
          go: options.onSignOut,
        })}
    </div>
  `;
}

function item(options: { icon: TemplateResult; label: string; title?: string; go: () => void }) {
  const { icon, label, title, go } = options;
  return html`
    <button type="button" class="button plain" title=${title ?? nothing} @click=${go}>
      ${icon}<span class="name">${label}</span>
    </button>
  `;
}

function languageChoice({ words, language, onLanguage }: BarOptions): TemplateResult {
  const change = (event: Event) => onLanguage((event.target as HTMLSelectElement).value as LanguageCode);
  return html`
    <span class="language">${globe}
      <select class="input" aria-label=${words.language} @change=${change}>
        ${languageCodes.map((code) =>
          html`<option value=${code} lang=${code} .selected=${code === language}>${
            languageNames[code]
          }</option>`
        )}
      </select>
    </span>
  `;
}
