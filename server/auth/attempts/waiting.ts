import { SECOND } from "../../clock.ts";
import { Problem } from "../../http/problem.ts";

/** Whole seconds from `now` (ms) to an instant, one at least: what `Retry-After` says. */
const secondsTo = (until: string, now: number): number =>
  Math.max(1, Math.ceil((Date.parse(until) - now) / SECOND));

export const waitUntil = (until: string, now: number): Problem =>
  new Problem("auth.wait", { retryAfter: secondsTo(until, now) });

export const codesClosedUntil = (until: string, now: number): Problem =>
  new Problem("auth.code-closed", { retryAfter: secondsTo(until, now) });
