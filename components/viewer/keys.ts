import type { Action } from "./actions.ts";

/** Keys of the viewer, by `KeyboardEvent.key`; letters that every layout has. Digits choose a window. */
export const keyMap: ReadonlyMap<string, Action> = new Map(
  [
    ["ArrowDown", "next"],
    ["ArrowUp", "previous"],
    ["ArrowRight", "next"],
    ["ArrowLeft", "previous"],
    ["PageDown", "forward"],
    ["PageUp", "backward"],
    ["Home", "first"],
    ["End", "last"],
    ["n", "nextSeries"],
    ["p", "previousSeries"],
    ["+", "zoomIn"],
    ["-", "zoomOut"],
    ["f", "fit"],
    ["z", "fullSize"],
    ["Shift+ArrowLeft", "left"],
    ["Shift+ArrowRight", "right"],
    ["Shift+ArrowUp", "up"],
    ["Shift+ArrowDown", "down"],
    ["r", "rotate"],
    ["h", "flipHorizontal"],
    ["v", "flipVertical"],
    ["i", "invert"],
    ["q", "brighter"],
    ["a", "darker"],
    ["w", "moreContrast"],
    ["s", "lessContrast"],
    ["0", "reset"],
    [" ", "cine"],
    ["t", "texts"],
    ["x", "fullScreen"],
    ["g", "snapshot"],
    ["e", "export"],
    ["?", "keys"],
  ] as const,
);

/** Keys that a control under the focus needs for itself. */
const OWN: Readonly<Record<string, readonly string[]>> = {
  BUTTON: [" ", "Enter"],
  INPUT: ["ArrowUp", "ArrowDown", "ArrowLeft", "ArrowRight", "PageUp", "PageDown", "Home", "End"],
  SELECT: ["ArrowUp", "ArrowDown", "ArrowLeft", "ArrowRight", "PageUp", "PageDown", "Home", "End", " "],
};

/** The action of a key press, a window's number, or null where the key is not the viewer's. */
export function keyAction(event: KeyboardEvent): Action | number | null {
  if (event.ctrlKey || event.altKey || event.metaKey) return null;
  const focused = (event.composedPath()[0] as Element).tagName;
  const { key } = event;
  if (OWN[focused]?.includes(key)) return null;
  if (focused === "SELECT" && key.length === 1) return null;
  if (/^[1-9]$/.test(key)) return Number(key);
  const arrow = event.shiftKey && key.startsWith("Arrow");
  const name = arrow ? `Shift+${key}` : key.length === 1 ? key.toLowerCase() : key;
  return keyMap.get(name) ?? null;
}
