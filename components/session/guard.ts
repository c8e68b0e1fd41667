import type { TuoDossier, TuoError } from "@tuodossier/sdk";
import type { TuoElement } from "../element.ts";
import { createPlace, type Place } from "../login/place.ts";
import { asTuoError } from "../load.ts";
import { followActivity } from "./activity.ts";
import { announce, forgetEnd } from "./ended.ts";
import { expiryDialog } from "./expiry-dialog.ts";
import { styles } from "./expiry.css.ts";
import { signOut } from "./sign-out.ts";
import { welcome } from "./welcome.ts";

/** Takes an element in, as one that can show what there is to say. */
type Guard = (host: TuoElement) => void;

/** The announcement, while it stands. */
interface Shown {
  readonly host: TuoElement;
  readonly place: Place;
  readonly timer: ReturnType<typeof setInterval>;
}

/** One a page and session, whichever elements and copies of the bundle there are. */
const KEY = Symbol.for("tuodossier.guards");
const guards = (globalThis as unknown as Record<symbol, Map<string, Guard>>)[KEY] ??= new Map();

/**
 * Keeps an eye on the session of `host`: tells it what the patient does on the page, and announces its end once,
 * in the first element of the page that can be seen.
 */
export function guard(host: TuoElement): void {
  const { tuo, signedIn, isConnected } = host;
  if (!tuo || !signedIn || !isConnected) return;
  const name = `${tuo.endpoint} ${tuo.key}`;
  let take = guards.get(name);
  if (!take) guards.set(name, take = createGuard(tuo, () => guards.delete(name)));
  take(host);
  void welcome(host);
}

function createGuard(tuo: TuoDossier, over: () => void): Guard {
  const { session } = tuo;
  const hosts = new Set<TuoElement>();
  const stopping = new AbortController();
  let shown: Shown | null = null;
  let failure: TuoError | null = null;
  let answering = false;
  /** The end that the patient has taken note of. */
  let noted = 0;

  const hide = () => {
    if (!shown) return;
    const { place, timer } = shown;
    shown = null;
    clearInterval(timer);
    place.remove();
  };
  /** Closed by the patient, with Escape too. */
  const stay = async () => {
    const { expiring } = session;
    hide();
    if (!expiring) return;
    if (!expiring.extendable) noted = expiring.at;
    else {
      answering = true;
      failure = await session.extend().then(() => null, asTuoError);
      answering = false;
    }
    look();
  };
  const draw = () => {
    const { expiring } = session;
    if (!shown || !expiring) return;
    const { host, place } = shown;
    place.show(expiryDialog({
      left: Math.max(0, Math.ceil((expiring.at - Date.now()) / 1000)),
      extendable: expiring.extendable,
      error: failure,
      language: host.language,
      onLeave: () => void signOut(tuo),
      onClose: () => {
        // The browser tells later of a dialog that was taken away, too.
        if (shown?.place === place) void stay();
      },
    }));
  };
  const look = () => {
    const { expiring, status } = session;
    if (status === "signed-out" || hosts.size === 0) {
      hide();
      unsubscribe();
      stopping.abort();
      return over();
    }
    const host = hostOf(hosts);
    announce(tuo, expiring);
    if (!expiring) failure = null;
    if (!expiring || expiring.at === noted) return hide();
    if (answering) return;
    if (shown && !hosts.has(shown.host)) hide();
    shown ??= { host, place: createPlace(host, [styles]), timer: setInterval(draw, 500) };
    draw();
  };

  forgetEnd(tuo);
  const unsubscribe = session.subscribe(look);
  followActivity(() => {
    // While the question stands, its buttons are the answer.
    if (!shown) session.active();
  }, stopping.signal);

  return (host) => {
    if (!hosts.has(host)) {
      hosts.add(host);
      const controller = {
        hostDisconnected() {
          host.removeController(controller);
          hosts.delete(host);
          look();
        },
      };
      host.addController(controller);
    }
    look();
  };
}

/** The first that is seen; a dialog inside what is hidden would be hidden too. */
function hostOf(hosts: ReadonlySet<TuoElement>): TuoElement {
  const all = [...hosts];
  return all.find((host) => host.checkVisibility()) ?? all[0];
}
