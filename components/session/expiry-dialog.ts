import { html, nothing, type TemplateResult } from "lit";
import { session } from "../i18n/it/session.ts";
import type { Language } from "../i18n/language.ts";
import { sentenceOf } from "../i18n/sentence.ts";
import type { TuoError } from "@tuodossier/sdk";
import { button } from "../ui/button.ts";
import { closeDialog } from "../ui/dialog.ts";
import { problem } from "../ui/problem.ts";

export interface ExpiryDialogOptions {
  /** Seconds until the session ends. */
  readonly left: number;
  readonly extendable: boolean;
  /** Why it could not be carried on. */
  readonly error: TuoError | null;
  readonly language: Language;
  readonly onLeave: () => void;
  /** Stays: by the button, or closing the dialog. */
  readonly onClose: () => void;
}

/** Says that the session is about to end, how long is left, and what can be done: to stay has the focus. */
export function expiryDialog(options: ExpiryDialogOptions): TemplateResult {
  const { left, extendable, error, language } = options;
  const words = language.words("session", session);
  return html`
    <dialog aria-labelledby="title" aria-describedby="text" @close=${options.onClose}>
      <div class="dialog">
        <h2 id="title">${extendable ? words.idleTitle : words.endTitle}</h2>
        <p id="text">${extendable ? words.idle : words.end}</p>
        <p class="time number" role="timer">${words.time(Math.floor(left / 60), left % 60)}</p>
        ${extendable ? nothing : html`<p>${words.endSave}</p>`}
        ${error ? problem({ text: sentenceOf(error.code, language) }) : nothing}
        <p class="unseen" role="status">${left <= 30 ? words.soon : ""}</p>
        <div class="buttons">
          ${button({
            label: extendable ? words.stay : words.understood,
            look: "primary",
            onClick: closeDialog,
          })} ${button({ label: words.leave, onClick: options.onLeave })}
        </div>
      </div>
    </dialog>
  `;
}
