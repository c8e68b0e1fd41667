import type { Context } from "hono";
import { MINUTE, SECOND } from "../clock.ts";
import { addressBlock } from "./address-block.ts";
import { addressOf } from "./client-address.ts";
import type { Env } from "./env.ts";
import { Problem } from "./problem.ts";

/** So many acts within so many milliseconds, any stretch of that length. */
export interface Rate {
  readonly most: number;
  readonly within: number;
}

/** Requests of one session. The bytes of images are counted apart: a stack that is scrolled asks for many. */
export const SESSION_RATE: Rate = { most: 300, within: MINUTE };
export const IMAGE_RATE: Rate = { most: 3000, within: MINUTE };

/** Requests for nonces and tokens of one address: carriers put many people behind one. */
export const ADDRESS_RATE: Rate = { most: 600, within: MINUTE };

/** Counts acts by key, in memory. */
export interface Rates {
  /** Counts one more act, or answers how many seconds it has to wait. */
  take(key: string, rate: Rate): number | null;
  /** The seconds one more act would have to wait, or null; counts nothing. */
  wait(key: string, rate: Rate): number | null;
}

export function createRates(now: () => number): Rates {
  const acts = new Map<string, { times: number[]; until: number }>();
  let sweepAt = 0;

  const timesOf = (key: string, within: number) =>
    (acts.get(key)?.times ?? []).filter((at) => at > now() - within);
  const waitFor = (times: readonly number[], { most, within }: Rate) =>
    times.length >= most ? Math.ceil((times[0] + within - now()) / SECOND) : null;

  return {
    wait: (key, rate) => waitFor(timesOf(key, rate.within), rate),
    take(key, rate) {
      const { within } = rate;
      const time = now();
      if (time >= sweepAt) {
        for (const [old, { until }] of acts) if (until <= time) acts.delete(old);
        sweepAt = time + MINUTE;
      }
      const times = timesOf(key, within);
      const wait = waitFor(times, rate);
      if (wait !== null) return wait;
      times.push(time);
      acts.set(key, { times, until: time + within });
      return null;
    },
  };
}

/**
 * Counts an act of the address a request comes from, at its clinic.
 * @throws {Problem} `request.rate` with the seconds to wait.
 */
export function countByAddress(c: Context<Env>, what: string, rate: Rate): void {
  refuse(c.var.rates.take(keyOf(c, what), rate));
}

/**
 * The same without counting: for acts of which only some count, afterwards.
 * @throws {Problem} `request.rate` with the seconds to wait.
 */
export function requireRoom(c: Context<Env>, what: string, rate: Rate): void {
  refuse(c.var.rates.wait(keyOf(c, what), rate));
}

const keyOf = (c: Context<Env>, what: string): string =>
  `${what} ${c.var.tenant.clinic.id} ${addressBlock(addressOf(c))}`;

function refuse(retryAfter: number | null): void {
  if (retryAfter !== null) throw new Problem("request.rate", { retryAfter });
}

/** @throws {Problem} `request.rate` with the seconds to wait. */
export function countRequest(rates: Rates, sessionId: string, isImage: boolean): void {
  const kind = isImage ? "images" : "requests";
  refuse(rates.take(`${kind} ${sessionId}`, isImage ? IMAGE_RATE : SESSION_RATE));
}
