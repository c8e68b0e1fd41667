import { html, nothing, type TemplateResult } from "lit";
import type { login } from "../../i18n/it/login.ts";

/** Where the words have a contact. */
const GAP = "\u0000";

/** A sentence with a masked telephone or address, which is read aloud in words instead of stars. */
export function aboutMasked(
  sentence: (to: string) => string,
  masked: string | null,
  { phoneEnding, emailHidden }: typeof login,
): TemplateResult {
  const [before, after = ""] = sentence(GAP).split(GAP);
  if (!masked || before === sentence("")) return html`${sentence(masked ?? "")}`;
  const [start, host] = masked.split("@");
  const aloud = host === undefined
    ? phoneEnding(start.replaceAll("*", "").trim())
    : emailHidden(start.replace(/[•*].*/, ""), host);
  return html`${before}<span aria-hidden="true">${masked}</span><span class="unseen">${aloud}</span>${
    after ||
    nothing
  }`;
}
