/** Spans and instants. Time is a port, `now: () => number` in milliseconds since 1970; rules take it as a number. */

export const SECOND = 1000;
export const MINUTE = 60 * SECOND;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

/** How the databases keep an instant: RFC 3339 in UTC with milliseconds, so that text order is time order. */
export const instant = (ms: number): string => new Date(ms).toISOString();

/** A day as Italians write it: `2026-11-23` is `23/11/2026`. */
export const italianDay = (day: string): string => day.split("-").reverse().join("/");

/** The day it is in Italy, `YYYY-MM-DD`: what forms, reports and people's calendars mean by a date. */
export const dayInItaly = (ms: number): string =>
  new Intl.DateTimeFormat("sv-SE", { timeZone: "Europe/Rome", dateStyle: "short" }).format(ms);
