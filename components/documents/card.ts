import type { Profile } from "@tuodossier/sdk";
import { html, type TemplateResult } from "lit";
import { ageAt, shortDay } from "../i18n/format.ts";
import type { documents } from "../i18n/it/documents.ts";

/** Who the documents speak of. `today` is a day, `YYYY-MM-DD`. */
export function patientCard(
  options: { profile: Profile; words: typeof documents; tag: string; today: string },
): TemplateResult {
  const { profile, tag, today } = options;
  const words = options.words.patient;
  const entries = [
    [words.name, `${profile.familyName} ${profile.givenName}`],
    [words.birth, `${shortDay(tag, profile.birthDate)} (${words.age(ageAt(profile.birthDate, today))})`],
    [words.codiceFiscale, profile.codiceFiscale],
    [words.number, profile.patientNumber],
  ];
  return html`
    <dl class="patient" aria-label=${words.title}>
      ${entries.map(([label, value]) =>
        html`
          <div>
            <dt>${label}</dt>
            <dd class="number">${value}</dd>
          </div>
        `
      )}
    </dl>
  `;
}
