import type { FrameMessage, ThemeMessage } from "../messages.ts";
import { applyTheme } from "../theme.ts";
import { type Asker, withFields } from "./address.ts";
import type { Memory } from "./memory.ts";
import type { TuoPage } from "./page.ts";

/** The clinic's page, as this one speaks to it. */
export interface Answer {
  /** Only the page named in the fragment hears it; the browser compares. */
  tell(message: FrameMessage): void;
  signedIn(code: string): void;
  errandDone(): void;
  /** Back without having done it. */
  cancel(): void;
  /** To begin anew as a full page, at the clinic's identity provider. */
  provider(): void;
}

/** The window that waits for messages; null where there is none. */
export function windowOf({ mode }: Asker): Window | null {
  if (mode === "frame") return parent === window ? null : parent;
  return mode === "popup" ? opener : null;
}

/** By message to the window that waits, or by going back to its address. */
export function answerTo(asker: Asker, memory: Memory): Answer {
  const { mode, origin, state, returnTo } = asker;
  const to = windowOf(asker);
  const tell = (message: FrameMessage) => to?.postMessage(message, origin);
  const end = (message: FrameMessage, fields: Readonly<Record<string, string>> | null) => {
    memory.end();
    if (returnTo !== null) return location.replace(fields ? withFields(returnTo, fields) : returnTo);
    tell(message);
    if (mode === "popup") close();
  };
  return {
    tell,
    signedIn: (code) => end({ type: "tuo-hand-over", code, state }, { tuo_code: code, tuo_state: state }),
    errandDone: () => end({ type: "tuo-errand-done", state }, { tuo_done: state }),
    cancel: () => end({ type: "tuo-errand-cancelled", state }, null),
    provider: () => end({ type: "tuo-redirect", state, provider: "oidc" }, null),
  };
}

/** Says that the page is here, and takes on the looks (in a frame) and the language of the page that asked. */
export function followAsker(asker: Asker, { answer, page }: { answer: Answer; page: TuoPage }): void {
  const asking = windowOf(asker);
  if (!asking) return;
  addEventListener("message", ({ source, origin, data }: MessageEvent<ThemeMessage>) => {
    if (source !== asking || origin !== asker.origin || data?.type !== "tuo-theme") return;
    if (asker.mode === "frame") applyTheme(document.documentElement, data.theme);
    if (data.lang) page.speak(String(data.lang));
  });
  if (asker.mode === "frame") {
    const size = () => answer.tell({ type: "tuo-frame-size", height: page.getBoundingClientRect().height });
    new ResizeObserver(size).observe(page);
  }
  answer.tell({ type: "tuo-frame-ready" });
}
