import { css, type CSSResult, html, render } from "lit";
import type { TuoElement } from "../element.ts";
import { ground } from "../ui/base.css.ts";
import { buttons } from "../ui/button.css.ts";
import { dialogs } from "../ui/dialog.css.ts";
import { notices } from "../ui/problem.css.ts";

/** As wide as the window, which is what a dialog in the top layer is measured by. */
const place = css`
  :host {
    position: fixed;
    inset: 0 0 auto;
  }
`;

/** Where a dialog stands that is not of one element's own screen. */
export interface Place {
  /** Renders, and opens the `<dialog>` in it the first time. */
  show(view: unknown): void;
  /** The dialog there now. */
  readonly dialog: HTMLDialogElement | null;
  readonly frame: HTMLIFrameElement | null;
  /** Closes the dialog, so that the focus goes back to where it was, and takes everything away. */
  remove(): void;
}

/** A place in the shadow root of `host`, with its tokens and language, apart from what the host itself renders. */
export function createPlace(host: TuoElement, styles: readonly CSSResult[]): Place {
  const element = document.createElement("div");
  const root = element.attachShadow({ mode: "open" });
  const sheets = [...ground, buttons, dialogs, notices, place, ...styles];
  root.adoptedStyleSheets = sheets.map(({ styleSheet }) => styleSheet!);
  // What is typed here is no business of the host's keys.
  element.addEventListener("keydown", (event) => event.stopPropagation());
  // Before Lit's own part: what comes after it is Lit's to clear.
  host.renderRoot.prepend(element);
  const dialog = () => root.querySelector("dialog");
  let opened = false;
  return {
    show(view) {
      render(html`<div class="root" lang=${host.language.code}>${view}</div>`, root);
      if (!opened) dialog()?.showModal();
      opened = true;
    },
    get dialog() {
      return dialog();
    },
    get frame() {
      return root.querySelector("iframe");
    },
    remove() {
      dialog()?.close();
      element.remove();
    },
  };
}
