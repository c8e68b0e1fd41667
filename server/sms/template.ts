/** A gateway's request, described by its configuration: `{name}` stands for a value, escaped for where it is. */

export interface SmsValues {
  readonly id: string;
  /** E.164, `+39333…`. */
  readonly to: string;
  /** The same without the plus. */
  readonly digits: string;
  readonly text: string;
  readonly sender: string | null;
  /** Where the gateway may report to. */
  readonly callback: string;
}

export const valueNames = ["id", "to", "digits", "text", "sender", "callback"] as const;

const PLACE = new RegExp(`\\{(${valueNames.join("|")})\\}`, "g");

/** Each place filled; a value that is null leaves nothing. */
export const filled = (
  template: string,
  values: SmsValues,
  escape: (value: string) => string = (value) => value,
): string => template.replace(PLACE, (_, name: keyof SmsValues) => escape(values[name] ?? ""));

/** In an address every value is one part of it. */
export const filledUrl = (template: string, values: SmsValues): string =>
  filled(template, values, encodeURIComponent);

/** A header is one line of Latin-1 (RFC 9110 §5.5). */
// deno-lint-ignore no-control-regex
const NO_HEADER = /[\u0000-\u001f\u007f]|[^\u0000-\u00ff]/g;
export const filledHeader = (template: string, values: SmsValues): string =>
  filled(template, values, (value) => value.replace(NO_HEADER, " "));

/** A member that is only a place whose value is null is left out. */
const isAbsent = (template: unknown, { sender }: SmsValues): boolean =>
  template === "{sender}" && sender === null;

/** JSON is filled member by member, so that no value can end its string. */
export function filledJson(template: unknown, values: SmsValues): unknown {
  if (typeof template === "string") return filled(template, values);
  if (Array.isArray(template)) return template.map((item) => filledJson(item, values));
  if (template === null || typeof template !== "object") return template;
  return Object.fromEntries(
    Object.entries(template).filter(([, member]) => !isAbsent(member, values))
      .map(([name, member]) => [name, filledJson(member, values)]),
  );
}

export function filledForm(template: Readonly<Record<string, string>>, values: SmsValues): string {
  const members = Object.entries(template).filter(([, member]) => !isAbsent(member, values));
  return new URLSearchParams(members.map(([name, member]) => [name, filled(member, values)])).toString();
}
