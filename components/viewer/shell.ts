/** Phones, and windows as small as one: there the viewer takes the whole screen. */
const SMALL = "(max-width: 40rem), (max-height: 26rem)";

/** Follows whether the screen is small; returns how to stop. */
export function followSmallness(onChange: (small: boolean) => void): () => void {
  const query = matchMedia(SMALL);
  const tell = () => onChange(query.matches);
  query.addEventListener("change", tell);
  tell();
  return () => query.removeEventListener("change", tell);
}

/** Brings a dialog to the top layer, or leaves it in the page without moving the focus. */
export function placeShell(shell: HTMLDialogElement, onTop: boolean): void {
  const isOnTop = shell.matches(":modal");
  if (onTop === isOnTop && shell.open) return;
  // Not `close()`: its event means that the person closed it.
  if (isOnTop) shell.close();
  shell.removeAttribute("open");
  if (onTop) shell.showModal();
  else shell.setAttribute("open", "");
}
