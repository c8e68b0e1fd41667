import type { ConsentCode } from "@tuodossier/sdk/contract";

/** One decision at one time. */
export interface ConsentEvent {
  readonly code: ConsentCode;
  readonly given: boolean;
  readonly at: string;
  /** The form it was given with, if it was one: what stands in one form was decided together. */
  readonly form: string | null;
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
 * What holds on a day (`YYYY-MM-DD`) after all events, handed in the order they were recorded; what is dated
 * later does not count yet (Garante, Linee guida Dossier sanitario, 4 June 2015, §4). A withdrawal ends every
 * grant that was recorded before it, whatever day that bears: withdrawing is always possible (GDPR 7(3)).
 */
export function effectiveConsents(recorded: readonly ConsentEvent[], today: string): Effective {
  const events = recorded.filter(({ at }) => at.slice(0, 10) <= today);
  const overruled = overruledAmong(events);
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
  for (const event of inOrder(events)) {
    const { code, given, at } = event;
    if (overruled.has(event)) {
      if (holding[code].since === null) holding[code] = { given: false, since: at };
      continue;
    }
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

/** Grants that a withdrawal recorded later ends, though by the days they bear it comes first. */
function overruledAmong(events: readonly ConsentEvent[]): ReadonlySet<ConsentEvent> {
  const overruled = new Set<ConsentEvent>();
  const withdrawn = new Map<ConsentCode, string>();
  const isEnded = (code: ConsentCode, at: string) => (withdrawn.get(code) ?? "~") <= at;
  for (const event of events.toReversed()) {
    const { code, given, at } = event;
    if (!given) {
      const earliest = withdrawn.get(code);
      if (earliest === undefined || at < earliest) withdrawn.set(code, at);
    } else if (isEnded(code, at) || (NEED_ADHESION.includes(code) && isEnded("dse-adhesion", at))) {
      overruled.add(event);
    }
  }
  return overruled;
}

/** By time, then as they came; within one form adhesion first, because what needs it comes together with it. */
function inOrder(events: readonly ConsentEvent[]): readonly ConsentEvent[] {
  const places = new Map<string, number>();
  const placed = events.map((event, index) => {
    const group = event.form === null ? `${index}` : `${event.at} ${event.form}`;
    if (!places.has(group)) places.set(group, index);
    return { event, place: places.get(group)!, rank: event.code === "dse-adhesion" ? 0 : 1 };
  });
  placed.sort((a, b) =>
    a.event.at === b.event.at ? a.place - b.place || a.rank - b.rank : a.event.at < b.event.at ? -1 : 1
  );
  return placed.map(({ event }) => event);
}
