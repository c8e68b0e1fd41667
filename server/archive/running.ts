/** What a session has running: in this process, where the bytes flow. */
import { Problem } from "../http/problem.ts";

/** Downloads that one session may have under way. */
const MOST = 2;
/** Some browsers fetch one file over several connections. */
const STREAMS = 4;

/** Streams by ticket by session, oldest first: a ticket counts once, however often its download is resumed. */
const bySession = new Map<string, Map<string, Set<AbortController>>>();

/** A stream's place among them. */
export interface Place {
  /** Aborted when later requests go on with the same download. */
  readonly signal: AbortSignal;
  /** Cuts the oldest other streams of the ticket beyond what it may have: a reader that resumes left them. */
  takeOver(): void;
  /** Gives the place back; once more does nothing. */
  end(): void;
}

/** @throws {Problem} `archive.limit` where as many run as may. */
export function requireRoom(sessionId: string): void {
  if ((bySession.get(sessionId)?.size ?? 0) >= MOST) throw new Problem("archive.limit");
}

/** @throws {Problem} `archive.limit` where as many downloads of other tickets run as may. */
export function beginRunning({ sessionId, tokenHash }: { sessionId: string; tokenHash: string }): Place {
  const tickets = bySession.get(sessionId) ?? new Map<string, Set<AbortController>>();
  if (!tickets.has(tokenHash)) requireRoom(sessionId);
  const streams = tickets.get(tokenHash) ?? new Set();
  const own = new AbortController();
  bySession.set(sessionId, tickets.set(tokenHash, streams.add(own)));
  return {
    signal: own.signal,
    takeOver() {
      const others = [...streams].filter((stream) => stream !== own);
      const left = others.slice(0, Math.max(0, others.length - STREAMS + 1));
      for (const stream of left) stream.abort(new Problem("archive.ticket-over"));
    },
    end() {
      streams.delete(own);
      if (streams.size === 0 && tickets.get(tokenHash) === streams) tickets.delete(tokenHash);
      if (tickets.size === 0 && bySession.get(sessionId) === tickets) bySession.delete(sessionId);
    },
  };
}
