import { html, type TemplateResult } from "lit";
import { ref } from "lit/directives/ref.js";

const open = (element?: Element) => {
  const dialog = element as HTMLDialogElement | undefined;
  if (dialog?.isConnected && !dialog.open) dialog.showModal();
};
/** The element is in the document only after the update that makes it. */
const openSoon = (element?: Element) => queueMicrotask(() => open(element));

/**
 * A modal dialog, for as long as it is in the template. Close it with `closeDialog(event)`: `onClose` follows,
 * also after Escape, and takes it out of the template; focus goes back to where it was.
 */
export function dialog(options: {
  readonly title: string;
  readonly content: unknown;
  /** The buttons, the safe one first; the title has the focus, so that the text is read from its beginning. */
  readonly actions: unknown;
  readonly onClose: () => void;
}): TemplateResult {
  return html`
    <dialog aria-labelledby="dialog-title" @close=${options.onClose} ${ref(openSoon)}>
      <div class="dialog">
        <h2 id="dialog-title" tabindex="-1" autofocus>${options.title}</h2>
        ${options.content}
        <div class="buttons">${options.actions}</div>
      </div>
    </dialog>
  `;
}

/** Closes the dialog that `event` came from. */
export function closeDialog(event: Event): void {
  (event.target as Element).closest("dialog")?.close();
}
