/** How long an archive and the right to fetch it last. Milliseconds. */
import { DAY, HOUR, MINUTE, SECOND } from "../clock.ts";

/** An export is found again this long. */
export const EXPORT_LIFE = 7 * DAY;
/** A ticket's first byte is asked for within this. */
export const FIRST_BYTE = 60 * SECOND;
/** A cut download resumes until this long after the last byte sent. */
export const RESUME = 30 * MINUTE;
export const TICKET_LIFE = 24 * HOUR;
/** A running download asks this often whether it may go on. */
export const RECHECK = 5 * SECOND;

export interface Ticket {
  readonly validUntil: number;
  readonly endsAt: number;
  readonly started: boolean;
}

/** A new ticket's life, from `now`. */
export const newTicket = (now: number): Ticket => ({
  validUntil: now + FIRST_BYTE,
  endsAt: now + TICKET_LIFE,
  started: false,
});

/** Until when a ticket whose bytes flow at `now` can be resumed. */
export const resumableUntil = (now: number, endsAt: number): number => Math.min(now + RESUME, endsAt);

/**
 * Whether a ticket gives bytes at `now`: the whole once, parts of it as often as the line drops.
 */
export function admits(ticket: Ticket, { now, whole }: { now: number; whole: boolean }): boolean {
  if (now >= ticket.endsAt || now >= ticket.validUntil) return false;
  return !(whole && ticket.started);
}
