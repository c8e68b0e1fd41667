import type { ErrandAct, ErrandWindow, TuoDossier } from "@tuodossier/sdk";
import type { TuoElement } from "../element.ts";
import { asTuoError } from "../load.ts";
import { skeletons } from "../ui/skeleton.css.ts";
import { styles } from "./errand.css.ts";
import { errandDialog, type ErrandScreen } from "./errand-dialog.ts";
import { frames } from "./frame.css.ts";
import { createFollower, isRefused } from "./frame.ts";
import { createPlace } from "./place.ts";

/** The errand of this page: dialogs are modal, so there is one at a time. */
let running: { readonly tuo: TuoDossier; readonly act: ErrandAct; readonly done: Promise<boolean> } | null =
  null;

/**
 * What a signed-in patient does on the portal's own page, framed in a dialog over `host`: true when it is done,
 * false when it was given up, the session ended or `host` left the page. Who asks for the errand that is under way
 * shares its end. A page that lets no frames in leads to the portal's full page instead.
 */
export async function runErrand(host: TuoElement, act: ErrandAct): Promise<boolean> {
  while (running) {
    if (running.act === act && running.tuo === host.tuo) return await running.done;
    await running.done;
  }
  const { tuo } = host;
  if (!tuo || !host.isConnected || !host.signedIn) return false;
  const done = show(host, tuo, act);
  running = { tuo, act, done };
  try {
    return await done;
  } finally {
    running = null;
  }
}

function show(host: TuoElement, tuo: TuoDossier, act: ErrandAct): Promise<boolean> {
  const { endpoint, session } = tuo;
  let resolve: (done: boolean) => void;
  const promise = new Promise<boolean>((settle) => resolve = settle);
  const place = createPlace(host, [skeletons, frames, styles]);
  let screen: ErrandScreen = { name: "waiting" };
  let errand: ErrandWindow | null = null;

  const end = (done: boolean) => {
    unsubscribe();
    follow(null);
    host.removeController(controller);
    place.remove();
    resolve(done);
  };
  const go = (next: ErrandScreen) => {
    screen = next;
    host.requestUpdate();
  };
  const fail = (failure: unknown) => {
    const error = asTuoError(failure);
    host.report(error);
    go({ name: "failed", error });
  };
  const begin = async () => {
    go({ name: "waiting" });
    if (isRefused(endpoint)) return go({ name: "elsewhere", why: "policy", busy: false });
    try {
      errand = await session.beginErrand(act, { origin: location.origin });
      go({ name: "frame", url: errand.url, shown: false });
    } catch (failure) {
      fail(failure);
    }
  };
  const leave = async () => {
    if (screen.name === "elsewhere") go({ ...screen, busy: true });
    try {
      await session.errandWithRedirect(act);
    } catch (failure) {
      fail(failure);
    }
  };
  const hear = (message: unknown) => {
    // Whoever types in the frame is there, though this page sees no key.
    session.active();
    const ended = errand?.accept(message) ?? null;
    if (ended) end(ended === "done");
  };
  const follow = createFollower({
    endpoint: () => endpoint,
    lang: () => host.language.code,
    onShown(frame) {
      if (screen.name === "frame") go({ ...screen, shown: true });
      // Into the page, which may take it further to its first field.
      frame.focus();
    },
    onAbsent: (why) => go({ name: "elsewhere", why, busy: false }),
    onMessage: hear,
  });
  /** The dialog follows its host: its language, its leaving, the session's end. */
  const controller = {
    hostUpdated() {
      const { language } = host;
      place.show(
        errandDialog({
          act,
          screen,
          language,

          onClose: () => end(false),
          onRetry: begin,
          onLeave: leave,
        }),
      );
      follow(place.frame);
    },
    hostDisconnected: () => end(false),
  };
  const unsubscribe = session.subscribe((status) => {
    if (status === "signed-out") end(false);
  });
  host.addController(controller);
  void begin();
  return promise;
}
