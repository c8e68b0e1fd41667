/** Shapes that every room of the contract shares. */
import * as v from "valibot";

/** A UUIDv7, the identity of everything we store. */
export const Id = v.pipe(v.string(), v.uuid());

/** A calendar day, `YYYY-MM-DD` (ISO 8601). */
export const Day = v.pipe(
  v.string(),
  v.isoDate(),
  v.check((text) => {
    const day = new Date(`${text}T00:00:00Z`);
    return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
  }, "no day of the calendar"),
);

/** An instant in UTC, e.g. `2026-11-23T09:30:00.000Z` (RFC 3339). */
export const Instant = v.pipe(v.string(), v.isoTimestamp());

/** 256 random bits in base64url without padding. */
export const Secret = v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{43}$/));

/** A text of one line, as a person types it: no control characters, which could end a line of what is made of it. */
export const line = (max: number) =>
  v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(max), v.regex(/^[^\p{Cc}\u2028\u2029]*$/u));

/** A text of several lines: of the control characters only tabs and line ends. */
export const lines = (max: number) =>
  v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(max), v.regex(/^(?:[^\p{Cc}]|[\t\r\n])*$/u));

/** Scheme http or https, a host name or IP literal, a port: nothing that could say more in a policy than an origin. */
const ORIGIN = /^https?:\/\/(?:[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?|\[[0-9a-f:.]+\])(?::\d{1,5})?$/;

export const isOrigin = (text: string): boolean =>
  ORIGIN.test(text) && URL.canParse(text) && new URL(text).origin === text;

/** An origin: scheme, host and port, nothing behind them. */
export const Origin = v.pipe(v.string(), v.maxLength(300), v.check(isOrigin, "not an origin"));

/** A number that arrives in a query string. */
export const queryNumber = (min: number, max: number) =>
  v.pipe(
    v.string(),
    v.regex(/^\d{1,9}$/),
    v.transform(Number),
    v.integer(),
    v.minValue(min),
    v.maxValue(max),
  );
