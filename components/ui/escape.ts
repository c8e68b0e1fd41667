import type { LitElement } from "lit";

/**
 * Calls `act` at Escape while the element is on the page: when the focus is in it, or nowhere. An open dialog
 * takes its own Escape first.
 */
export function onEscape(host: LitElement, act: () => void): void {
  const press = (event: KeyboardEvent) => {
    if (event.key !== "Escape" || event.defaultPrevented) return;
    const inside = event.composedPath().includes(host);
    if (!inside && event.target !== document.body) return;
    if (event.composedPath().some((node) => node instanceof HTMLDialogElement)) return;
    event.preventDefault();
    act();
  };
  host.addController({
    hostConnected: () => addEventListener("keydown", press),
    hostDisconnected: () => removeEventListener("keydown", press),
  });
}
