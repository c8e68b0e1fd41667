import type { Document, TuoDossier, TuoError } from "@tuodossier/sdk";
import { html, nothing } from "lit";
import type { TuoElement } from "../element.ts";
import type { Language } from "../i18n/language.ts";
import { documents } from "../i18n/it/documents.ts";
import { obscuring } from "../i18n/it/obscuring.ts";
import { ui } from "../i18n/it/ui.ts";
import { sentenceOf } from "../i18n/sentence.ts";
import { asTuoError } from "../load.ts";
import { withStepUp } from "../login/step-up.ts";
import { TuoDocumentObscuredEvent } from "./documents.events.ts";
import { dialogs } from "../ui/dialog.css.ts";
import { documentName } from "./name.ts";
import { button } from "../ui/button.ts";
import { tick } from "../ui/icons.ts";
import { problem } from "../ui/problem.ts";
import { actId } from "./actions.ts";
import { obscureDialog } from "./obscure-dialog.ts";

/** The undo of a hiding needs no fresh sign-in for ten minutes; a button that would fail does not stay. */
const UNDO_MS = 9.5 * 60_000;

/** The list as obscuring sees it; every `ActsHost` is one. */
export interface ObscuringHost {
  tuo(): TuoDossier | null;
  report(error: TuoError): void;
  readonly language: Language;
  readonly element: TuoElement;
  /** Puts the document as it is now in its row. */
  replace(document: Document): void;
  /** Reads the list again: it was not what the patient saw. */
  reload(): Promise<void>;
  /** For who listens. */
  say(text: string): void;
}

/** What a row says of the last hiding. */
interface Note {
  readonly id: string;
  readonly text: string;
  readonly wrong: boolean;
  /** The document as it is now: undoing shows it again. An undo has none of its own. */
  readonly undo: Document | null;
}

export interface Obscuring {
  /** Asks whether to hide the document, or to show it again. */
  ask(document: Document): void;
  /** What the document's row says. */
  note(documentId: string): unknown;
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
  let note: Note | null = null;
  let forgetting: ReturnType<typeof setTimeout> | undefined;

  const root = element.renderRoot as ShadowRoot;
  root.adoptedStyleSheets = [...root.adoptedStyleSheets, dialogs.styleSheet!];

  const words = () => host.language.words("obscuring", obscuring);
  const labels = () => host.language.words("documents", documents);
  const close = () => element.renderRoot.querySelector("dialog")?.close();

  const tell = (next: Note | null) => {
    clearTimeout(forgetting);
    note = next;
    if (next && !next.wrong) host.say(next.text);
    if (next?.undo) forgetting = setTimeout(() => tell(null), UNDO_MS);
    element.requestUpdate();
  };

  /** Answers a sentence where it went wrong. */
  const write = async (document: Document): Promise<string | null> => {
    const hide = document.obscuredAt === null;
    const { id } = document;
    try {
      const fresh = await withStepUp(element, () => host.tuo()!.documents.setObscured(document, hide));
      host.replace(fresh);
      element.dispatchEvent(new TuoDocumentObscuredEvent(id, hide));
      tell({ id, text: words()[hide ? "hide" : "show"].done, wrong: false, undo: hide ? fresh : null });
      return null;
    } catch (failure) {
      const error = asTuoError(failure);
      host.report(error);
      const { code } = error;
      if (code === "auth.step-up") return words().stepUp;
      if (code !== "request.precondition-failed") {
        return sentenceOf(code, host.language);
      }
      await host.reload();
      close();
      tell({ id, text: words().changed, wrong: true, undo: null });
      return null;
    }
  };

  /** The focus goes to the row's button first: the one that was pressed is about to vanish. */
  const putBack = async (document: Document) => {
    root.getElementById(actId(document.id, "obscure"))?.focus();
    tell(null);
    const text = await write(document);
    if (text) tell({ id: document.id, text, wrong: true, undo: null });
  };

  return {
    ask(document) {
      [asked, wrong] = [document, null];
      element.requestUpdate();
    },
    note(documentId) {
      if (note?.id !== documentId) return nothing;
      const { text, wrong: failed, undo } = note;
      if (failed) return problem({ text });
      return html`
        <div class="notice">
          ${tick}
          <p>${text}</p>
          ${undo ? button({ label: labels().undo, look: "small", onClick: () => putBack(undo) }) : nothing}
        </div>
      `;
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
      [asked, wrong] = [null, null];
      tell(null);
    },
  };
}
