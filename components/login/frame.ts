import type { FrameMessage, ThemeMessage } from "./messages.ts";
import { readTheme } from "./theme.ts";

/** Milliseconds for the framed page to come, and then to say that it is there. */
const PATIENCE = 20_000;
const GRACE = 4_000;

/** Why a frame stays empty: the site's policy lets none in, or nothing came. */
export type Absence = "policy" | "silence";

/** Portals that this site's policy keeps out of its frames. */
const refused = new Set<string>();

/** True where the site's policy (CSP `frame-src`) has kept the portal out already. */
export const isRefused = (endpoint: string): boolean => refused.has(endpoint);

/** What the page around a framed page of the portal does. */
export interface Framing {
  readonly endpoint: () => string;
  readonly lang: () => string;
  /** The page is there, and has the clinic's look. */
  readonly onShown: (frame: HTMLIFrameElement) => void;
  readonly onAbsent: (why: Absence) => void;
  /** Anything else the page says. */
  readonly onMessage: (message: unknown) => void;
}

interface Following {
  /** Tells the page the look and the language as they are now. */
  dress(): void;
  stop(): void;
}

/** Follows whichever frame there is now: call it after every rendering, with null when all is over. */
export function createFollower(framing: Framing): (frame: HTMLIFrameElement | null) => void {
  let at: HTMLIFrameElement | null = null;
  let following: Following | null = null;
  return (frame) => {
    if (frame !== at) {
      following?.stop();
      at = frame;
      following = frame && followFrame(frame, framing);
    }
    following?.dress();
  };
}

/**
 * Follows a framed page of the portal: gives it the clinic's look, lets it be as high as it says, passes on what
 * it tells. Only the frame's own window is heard, and only while it shows the portal.
 */
function followFrame(frame: HTMLIFrameElement, framing: Framing): Following {
  const endpoint = framing.endpoint();
  const stopping = new AbortController();
  const { signal } = stopping;
  const dark = matchMedia("(prefers-color-scheme: dark)");
  let shown = false;
  let patience = setTimeout(() => fail("silence"), PATIENCE);

  const stop = () => {
    clearTimeout(patience);
    stopping.abort();
  };
  const fail = (why: Absence) => {
    stop();
    framing.onAbsent(why);
  };
  const dress = () => {
    if (!shown) return;
    const message: ThemeMessage = { type: "tuo-theme", theme: readTheme(frame), lang: framing.lang() };
    frame.contentWindow?.postMessage(message, endpoint);
  };

  addEventListener("message", (event: MessageEvent<FrameMessage | null>) => {
    // A closed window is null on both sides.
    if (!event.isTrusted || !event.source || event.source !== frame.contentWindow) return;
    if (event.origin !== endpoint) return;
    const message = event.data;
    if (message?.type === "tuo-frame-ready") {
      clearTimeout(patience);
      shown = true;
      dress();
      framing.onShown(frame);
    } else if (message?.type === "tuo-frame-size") {
      const height = Math.min(Math.max(Number(message.height) || 0, 100), 6000);
      frame.style.blockSize = `${Math.ceil(height)}px`;
    } else framing.onMessage(message);
  }, { signal });
  document.addEventListener("securitypolicyviolation", (event) => {
    const { disposition, effectiveDirective, blockedURI } = event;
    if (disposition !== "enforce" || !/^(frame|child)-src$/.test(effectiveDirective)) return;
    if (!URL.canParse(blockedURI) || new URL(blockedURI).origin !== endpoint) return;
    refused.add(endpoint);
    fail("policy");
  }, { signal });
  frame.addEventListener("load", () => {
    if (shown) return;
    clearTimeout(patience);
    patience = setTimeout(() => fail("silence"), GRACE);
  }, { signal });
  dark.addEventListener("change", dress, { signal });
  return { dress, stop };
}

/** What the portal's page repeats in each of its messages; it stands in the address's fragment. */
export const stateOf = (url: string): string | null =>
  new URLSearchParams(new URL(url).hash.slice(1)).get("state");
