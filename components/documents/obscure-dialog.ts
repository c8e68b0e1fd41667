import type { Document } from "@tuodossier/sdk";
import { html, nothing, type TemplateResult } from "lit";
import type { documents } from "../i18n/it/documents.ts";
import type { obscuring } from "../i18n/it/obscuring.ts";
import type { ui } from "../i18n/it/ui.ts";
import { button } from "../ui/button.ts";
import { closeDialog, dialog } from "../ui/dialog.ts";
import { alert } from "../ui/icons.ts";
import { problem } from "../ui/problem.ts";

export interface ObscureOptions {
  readonly document: Document;
  /** The document as people name it: `Referto del 25 novembre 2024`. */
  readonly name: string;
  readonly words: typeof obscuring;
  /** The words of the row's buttons. */
  readonly labels: Pick<typeof documents, "obscure" | "restore">;
  readonly common: typeof ui;
  /** What went wrong at the last attempt. */
  readonly wrong: string | null;
  readonly pending: boolean;
  readonly onConfirm: () => void;
  readonly onClose: () => void;
}

/**
 * Asks before a document is hidden or shown again. What is lost by hiding is said first (Garante, Linee guida
 * Dossier sanitario, 4 June 2015, §3).
 */
export function obscureDialog(options: ObscureOptions): TemplateResult {
  const { document, name, words, labels, common, wrong, pending, onConfirm, onClose } = options;
  const hide = document.obscuredAt === null;
  return dialog({
    title: (hide ? words.hide : words.show).title,
    onClose,
    content: html`
      <p class="muted">${name}</p>
      ${hide ? warning(document, words.hide) : html`<p>${words.show.what}</p>`} ${wrong
        ? problem({ text: wrong })
        : nothing}
    `,
    actions: html`
      ${button({ label: common.cancel, onClick: closeDialog })} ${button({
        label: hide ? labels.obscure : labels.restore,
        look: hide ? "danger" : "primary",
        busy: pending,
        onClick: onConfirm,
      })}
    `,
  });
}

function warning(document: Document, words: typeof obscuring.hide): TemplateResult {
  return html`
    <p>${words.what}</p>
    <div class="notice caution">${alert}<p>${words.lost}</p></div>
    ${document.studies > 0 ? html`<p>${words.images}</p>` : nothing}
    <p>${words.later}</p>
  `;
}
