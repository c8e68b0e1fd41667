import type { LitElement } from "lit";

/** What the browser's "Back" closes. */
interface Opened {
  readonly back: () => void;
}

/** Opened screens of the whole page, the last on top; each has an entry of the history, on the same address. */
const opened: Opened[] = [];
/** True while a step of ours through the history is under way: it comes to its end later. */
let stepping = false;

/** How many of our entries lie under the one the browser is at: kept beside what the page's router wrote there. */
const level = (): number => Number((history.state as { tuoScreens?: number } | null)?.tuoScreens ?? 0);

/** Brings the history to as many entries as there are screens. */
function settle(): void {
  if (stepping) return;
  const steps = opened.length - level();
  if (steps < 0) {
    stepping = true;
    history.go(steps);
  }
  for (let step = 0; step < steps; step++) {
    history.pushState({ ...history.state, tuoScreens: level() + 1 }, "");
  }
}

function follow(): void {
  if (stepping) stepping = false;
  else for (const { back } of opened.splice(level()).reverse()) back();
  settle();
}

function open(screen: Opened): void {
  if (opened.push(screen) === 1) addEventListener("popstate", follow);
  settle();
}

function close(screen: Opened): void {
  const at = opened.indexOf(screen);
  if (at < 0) return;
  opened.splice(at, 1);
  // Where the page has gone on to an address of its own, its entry is not ours to leave.
  if (level() > 0) settle();
}

/**
 * Gives every screen an element opens in its own place an entry of the browser's history, so that "Back" closes
 * it. Screens closed otherwise take their entry with them. The address never changes, and the state of the page's
 * router is kept in each entry; a `no-history` attribute on the element or around it turns this off.
 */
export function followHistory(
  host: LitElement,
  options: {
    /** How many screens lie over the element's first one. */
    readonly depth: () => number;
    /** Closes the one on top. */
    readonly back: () => unknown;
  },
): void {
  const mine: Opened[] = [];
  const leave = (least: number) => {
    while (mine.length > least) close(mine.pop()!);
  };
  host.addController({
    hostUpdated() {
      const depth = options.depth();
      leave(depth);
      while (mine.length < depth && !isOff(host)) {
        const screen: Opened = {
          back() {
            mine.splice(mine.indexOf(screen));
            options.back();
          },
        };
        mine.push(screen);
        open(screen);
      }
    },
    hostDisconnected: () => leave(0),
  });
}

function isOff(host: Element): boolean {
  for (let at: Element | null = host; at; at = (at.getRootNode() as ShadowRoot).host ?? null) {
    if (at.closest("[no-history]")) return true;
  }
  return false;
}
