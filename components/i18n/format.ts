/** Formatters are dear to make and few in kind; the bound is for a page that changes its language all day. */
const MOST = 50;
const kept = new Map<string, Intl.DateTimeFormat | Intl.NumberFormat>();

function cached<F extends Intl.DateTimeFormat | Intl.NumberFormat>(key: string, make: () => F): F {
  let format = kept.get(key) as F | undefined;
  if (!format) {
    if (kept.size >= MOST) kept.clear();
    kept.set(key, format = make());
  }
  return format;
}

function dates(tag: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  return cached(`d${tag}${JSON.stringify(options)}`, () => new Intl.DateTimeFormat(tag, options));
}

/** A number's format for a language, kept. */
export function numbers(tag: string, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  return cached(`n${tag}${JSON.stringify(options)}`, () => new Intl.NumberFormat(tag, options));
}

/** A calendar day belongs to no time zone: it is read and written in UTC. */
const dayOf = (day: string) => new Date(`${day}T00:00:00Z`);

/** `2024-11-25` → `25/11/2024`. */
export const shortDay = (tag: string, day: string): string =>
  dates(tag, { day: "2-digit", month: "2-digit", year: "numeric", timeZone: "UTC" }).format(dayOf(day));

/** `2024-11-25` → `25 novembre 2024`. */
export const longDay = (tag: string, day: string): string =>
  dates(tag, { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" }).format(dayOf(day));

/** An instant in the reader's own time: `25 novembre 2024 alle ore 10:30`. */
export const longInstant = (tag: string, instant: string): string =>
  dates(tag, { dateStyle: "long", timeStyle: "short" }).format(new Date(instant));

export const count = (tag: string, value: number): string => numbers(tag, {}).format(value);

/** Whole years between a birth date and a day, both `YYYY-MM-DD`. */
export function ageAt(birth: string, today: string): number {
  const years = Number(today.slice(0, 4)) - Number(birth.slice(0, 4));
  return today.slice(5) < birth.slice(5) ? years - 1 : years;
}
