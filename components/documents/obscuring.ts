import type { Document, TuoDossier, TuoError } from "@tuodossier/sdk";
import type { LitElement } from "lit";
import { nothing } from "lit";
import type { Language } from "../i18n/language.ts";
import { documents } from "../i18n/it/documents.ts";
import { errors } from "../i18n/it/errors.ts";
import { obscuring } from "../i18n/it/obscuring.ts";
import { ui } from "../i18n/it/ui.ts";
import { asTuoError } from "../load.ts";
import { TuoDocumentObscuredEvent } from "./documents.events.ts";
import { dialogs } from "../ui/dialog.css.ts";
import { documentName } from "./name.ts";
import { obscureDialog } from "./obscure-dialog.ts";
import type { Notice } from "./screen.ts";

/** The undo of a hiding needs no fresh sign-in for ten minutes; a button that would fail does not stay. */
const UNDO_MS = 9.5 * 60_000;

/** The list as obscuring sees it. */
export interface ObscuringHost {
  tuo(): TuoDossier | null;
  report(error: TuoError): void;
  readonly language: Language;
  readonly element: LitElement;
  /** Puts the document as it is now in its row. */
  replace(document: Document): void;
  /** Reads the list again: it was not what the patient saw. */
  reload(): Promise<void>;
  notify(notice: Notice | null): void;
}

export interface Obscuring {
  /** Asks whether to hide the document, or to show it again. */
  ask(document: Document): void;
  /** Puts back what was done last. */
  undo(document: Document): Promise<void>;
  /** The question, while it stands. */
  view(): unknown;
  clear(): void;
}

/** Hiding and showing: the question, the write under the version that was on the screen, the undo. */
export function createObscuring(host: ObscuringHost): Obscuring {
  const { element } = host;
  let asked: Document | null = null;
  let wrong: string | null = null;
  let pending = false;
  let forgetting: ReturnType<typeof setTimeout> | undefined;

  const root = element.renderRoot as ShadowRoot;
  root.adoptedStyleSheets = [...root.adoptedStyleSheets, dialogs.styleSheet!];

  const words = () => host.language.words("obscuring", obscuring);
  const labels = () => host.language.words("documents", documents);
  const close = () => element.renderRoot.querySelector("dialog")?.close();

  /** Answers a sentence where it went wrong. */
  const write = async (document: Document): Promise<string | null> => {
    const hide = document.obscuredAt === null;
    try {
      const fresh = await host.tuo()!.documents.setObscured(document, hide);
      host.replace(fresh);
      element.dispatchEvent(new TuoDocumentObscuredEvent(fresh.id, hide));
      host.notify({ text: words()[hide ? "hide" : "show"].done, wrong: false, undo: fresh });
      clearTimeout(forgetting);
      forgetting = setTimeout(() => host.notify(null), UNDO_MS);
      return null;
    } catch (failure) {
      const error = asTuoError(failure);
      host.report(error);
      const { code } = error;
      if (code === "auth.step-up") return words().stepUp;
      if (code !== "request.precondition-failed") return host.language.words("errors", errors)[code];
      await host.reload();
      close();
      host.notify({ text: words().changed, wrong: true, undo: null });
      return null;
    }
  };

  return {
    ask(document) {
      [asked, wrong] = [document, null];
      element.requestUpdate();
    },
    async undo(document) {
      host.notify(null);
      const sentence = await write(document);
      if (sentence) host.notify({ text: sentence, wrong: true, undo: null });
    },
    view() {
      if (!asked) return nothing;
      return obscureDialog({
        document: asked,
        name: documentName(asked, labels(), host.language.tag),
        words: words(),
        labels: labels(),
        common: host.language.words("ui", ui),
        wrong,
        pending,
        async onConfirm() {
          if (!asked || pending) return;
          pending = true;
          element.requestUpdate();
          wrong = await write(asked);
          pending = false;
          if (wrong === null) close();
          element.requestUpdate();
        },
        onClose() {
          asked = null;
          element.requestUpdate();
        },
      });
    },
    clear() {
      clearTimeout(forgetting);
      [asked, wrong] = [null, null];
    },
  };
}
