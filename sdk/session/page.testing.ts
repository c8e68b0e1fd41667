/** A browser's page for tests: an address, a window it opens, and timers that a test runs. */
import type { Page, PageEvent } from "./page.ts";

export interface TestPopUp {
  closed: boolean;
  url: string;
  location: { replace(url: string): void };
  close(): void;
}

export interface TestPage extends Page {
  /** Where the page went; empty while it stays. */
  readonly went: string[];
  /** What the address bar showed, newest last. */
  readonly shown: string[];
  readonly popups: TestPopUp[];
  /** How the browser answers `open`. */
  blocks: boolean;
  dispatch(type: string, event?: PageEvent): void;
  /** Runs the timers that are due at `time`, those they set too. */
  runTimers(time: number): void;
}

export function createTestPage(href = "https://clinic.example/dossier", now: () => number): TestPage {
  const listeners = new Map<string, Set<(event: PageEvent) => void>>();
  const timers = new Map<number, { at: number; act: () => void }>();
  const [went, shown, popups]: [string[], string[], TestPopUp[]] = [[], [href], []];
  let numbers = 0;
  const page: TestPage = {
    went,
    shown,
    popups,
    blocks: false,
    location: {
      get href() {
        return shown.at(-1)!;
      },
      assign: (url) => void went.push(url),
    },
    history: { state: { scroll: 3 }, replaceState: (_state, _unused, url) => void shown.push(url) },
    open() {
      if (page.blocks) return null;
      const popup: TestPopUp = {
        closed: false,
        url: "about:blank",
        location: { replace: (url) => void (popup.url = url) },
        close: () => void (popup.closed = true),
      };
      popups.push(popup);
      return popup;
    },
    addEventListener(type, hear, options) {
      const all = listeners.get(type) ?? new Set();
      listeners.set(type, all.add(hear));
      options?.signal.addEventListener("abort", () => all.delete(hear));
    },
    setTimeout(act, ms) {
      timers.set(++numbers, { at: now() + ms, act });
      return numbers;
    },
    clearTimeout: (timer) => void timers.delete(timer!),
    dispatch: (type, event = {}) => [...listeners.get(type) ?? []].forEach((hear) => hear(event)),
    runTimers(time) {
      for (const [number, { at, act }] of [...timers]) {
        if (at <= time && timers.delete(number)) act();
      }
    },
  };
  return page;
}
