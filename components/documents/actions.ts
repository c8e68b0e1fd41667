import type { Document } from "@tuodossier/sdk";
import { html, type TemplateResult } from "lit";
import type { documents } from "../i18n/it/documents.ts";
import type { ui } from "../i18n/it/ui.ts";
import { button } from "../ui/button.ts";
import { download, eye, eyeOff, images, print } from "../ui/icons.ts";
import { image, restore } from "./row-icons.ts";

/** What a row can do. */
export type Act = "view" | "download" | "print" | "obscure" | "images";

export interface ActionOptions {
  readonly document: Document;
  readonly words: typeof documents;
  readonly common: typeof ui;
  /** The act under way. */
  readonly busy: Act | null;
  readonly onAct: (act: Act) => void;
}

/** Id of an act's button, where the focus comes back to. */
export const actId = (documentId: string, act: Act): string => `${act}-${documentId}`;

/** The buttons of one row: words under an icon, one of a name. */
export function rowActions({ document, words, common, busy, onAct }: ActionOptions): TemplateResult {
  const several = document.studies > 1;
  const acts: [Act, string, TemplateResult, boolean][] = [
    ["view", common.view, eye, document.contentBytes !== null],
    ["download", common.download, download, document.contentBytes !== null],
    ["print", common.print, print, document.contentBytes !== null],
    document.obscuredAt === null
      ? ["obscure", words.obscure, eyeOff, true]
      : ["obscure", words.restore, restore, true],
    ["images", several ? words.studies : words.images, several ? images : image, document.studies > 0],
  ];
  return html`
    <div class="row-actions">
      ${acts.filter(([, , , there]) => there).map(([act, label, icon]) =>
        button({
          label,
          icon,
          id: actId(document.id, act),
          about: `row-${document.id}`,
          look: `row-action ${act}`,
          busy: busy === act,
          onClick: () => onAct(act),
        })
      )}
    </div>
  `;
}
