import type { ConsentCode } from "@tuodossier/sdk/contract";

/** One decision at one time. */
export interface ConsentEvent {
  readonly code: ConsentCode;
  readonly given: boolean;
  readonly at: string;
}

/** A decision that holds, and since when; null where none was ever taken. */
export interface Holding {
  readonly given: boolean;
  readonly since: string | null;
}

export type Effective = Readonly<Record<ConsentCode, Holding>>;

/** Void without adhesion: taking it back voids them for good, giving it again does not revive them. */
const NEED_ADHESION: readonly ConsentCode[] = ["dse-history", "dse-hiv", "dse-abortion", "dse-violence"];

const NONE: Holding = { given: false, since: null };

/**
 * What holds after all events, in the order they came (Garante, Linee guida Dossier sanitario, 4 June 2015, §4).
 */
export function effectiveConsents(events: readonly ConsentEvent[]): Effective {
  const holding: Record<ConsentCode, Holding> = {
    "fea-use": NONE,
    "fea": NONE,
    "dse-adhesion": NONE,
    "dse-history": NONE,
    "remote-reporting": NONE,
    "dse-hiv": NONE,
    "dse-abortion": NONE,
    "dse-violence": NONE,
    "portal-activation": NONE,
  };
  for (const { code, given, at } of inOrder(events)) {
    const allowed = given && (holding["dse-adhesion"].given || !NEED_ADHESION.includes(code));
    if (holding[code].given !== allowed || holding[code].since === null) {
      holding[code] = { given: allowed, since: at };
    }
    if (code === "dse-adhesion" && !given) {
      for (const dependent of NEED_ADHESION) {
        if (holding[dependent].given) holding[dependent] = { given: false, since: at };
      }
    }
  }
  return holding;
}

/** By time; at one time adhesion first, because one form gives it together with what needs it. */
function inOrder(events: readonly ConsentEvent[]): readonly ConsentEvent[] {
  const rank = ({ code }: ConsentEvent) => code === "dse-adhesion" ? 0 : 1;
  return [...events].sort((a, b) => a.at < b.at ? -1 : a.at > b.at ? 1 : rank(a) - rank(b));
}
