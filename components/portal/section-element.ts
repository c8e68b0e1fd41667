import type { TuoDossier } from "@tuodossier/sdk";
import { html, type TemplateResult } from "lit";
import type { SectionName } from "./sections.ts";

/** The element of a section; a portal with a client of its own hands it on. */
export function sectionElement(section: SectionName, client: TuoDossier | null): TemplateResult {
  switch (section) {
    case "documents":
      return html`<tuo-documents .client=${client}></tuo-documents>`;
    case "consents":
      return html`<tuo-consents .client=${client}></tuo-consents>`;
    case "profile":
      return html`<tuo-profile .client=${client}></tuo-profile>`;
    case "accesses":
      return html`<tuo-accesses .client=${client}></tuo-accesses>`;
    case "help":
      return html`<tuo-help .client=${client}></tuo-help>`;
  }
}
