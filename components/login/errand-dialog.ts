import type { ErrandAct, TuoError } from "@tuodossier/sdk";
import { html, nothing, type TemplateResult } from "lit";
import { session } from "../i18n/it/session.ts";
import { ui } from "../i18n/it/ui.ts";
import type { Language } from "../i18n/language.ts";
import { sentenceOf } from "../i18n/sentence.ts";
import { button } from "../ui/button.ts";
import { closeDialog } from "../ui/dialog.ts";
import { close } from "../ui/icons.ts";
import { problem } from "../ui/problem.ts";
import { skeleton } from "../ui/skeleton.ts";
import type { Absence } from "./frame.ts";
import { frameView } from "./frame-view.ts";

/** What the errand's dialog shows. */
export type ErrandScreen =
  | { readonly name: "waiting" }
  | { readonly name: "frame"; readonly url: string; readonly shown: boolean }
  | { readonly name: "elsewhere"; readonly why: Absence; readonly busy: boolean }
  | { readonly name: "failed"; readonly error: TuoError };

export interface ErrandDialogOptions {
  readonly act: ErrandAct;
  readonly screen: ErrandScreen;
  readonly language: Language;
  /** Closed by the patient. */
  readonly onClose: () => void;
  readonly onRetry: () => void;
  /** To the portal's full page. */
  readonly onLeave: () => void;
}

/**
 * A modal dialog with the portal's page in it, whose own heading stands for the dialog's. Its way out is seen
 * first, and reached by Tab after the page.
 */
export function errandDialog(options: ErrandDialogOptions): TemplateResult {
  const { act, screen, language, onClose } = options;
  const words = language.words("session", session);
  const common = language.words("ui", ui);
  // Chrome makes what scrolls a stop of Tab, unless it is said that it is none.
  return html`
    <dialog aria-labelledby="title" tabindex="-1" @close=${onClose}>
      <h2 id="title" class=${screen.name === "frame" ? "unseen" : nothing} tabindex="-1" autofocus>
        ${words.errands[act]}
      </h2>
      <div class="content">${content(options, words, common)}</div>
      <div class="way-out">
        ${button({ label: common.close, icon: close, look: "plain", onClick: closeDialog })}
      </div>
    </dialog>
  `;
}

function content(options: ErrandDialogOptions, words: typeof session, common: typeof ui) {
  const { screen, act, language } = options;
  switch (screen.name) {
    case "waiting":
      return html`<div class="place">${skeleton(3, common.loading)}</div>`;
    case "frame":
      return frameView({
        url: screen.url,
        title: words.errands[act],
        loading: common.loading,
        shown: screen.shown,
      });
    case "elsewhere":
      return html`
        <p>${screen.why === "policy" ? words.errandRedirect : words.errandSilent}</p>
        ${button({ label: words.errandOpen, look: "primary", busy: screen.busy, onClick: options.onLeave })}
      `;
    case "failed":
      return problem({
        text: sentenceOf(screen.error.code, language),
        retry: options.onRetry,
        retryLabel: common.retry,
      });
  }
}
