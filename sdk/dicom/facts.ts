/** Values as the rest of the house keeps them: short texts, days, times. */
import { MAX_TEXT } from "./limits.ts";

/** One line without control characters, at most {@link MAX_TEXT} characters. */
export function clipped(text: string): string {
  // deno-lint-ignore no-control-regex
  return text.replaceAll(/[\u0000-\u001f\u007f]+/g, " ").trim().slice(0, MAX_TEXT);
}

/**
 * A DA as `YYYY-MM-DD`, also in the old form with points (PS3.5 §6.2); null where there is no such day.
 *
 * @example
 * ```ts
 * import { dayFrom } from "@tuodossier/sdk/dicom";
 * if (dayFrom("20240229") !== "2024-02-29" || dayFrom("20230229") !== null) throw new Error("leap years");
 * ```
 */
export function dayFrom(text: string): string | null {
  const parts = /^(\d{4})[.-]?(\d{2})[.-]?(\d{2})/.exec(text);
  if (!parts) return null;
  const day = `${parts[1]}-${parts[2]}-${parts[3]}`;
  const date = new Date(`${day}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(day) ? day : null;
}

/** A TM as `HH:MM`, also in the old form with colons; null where it is no time. */
export function timeFrom(text: string): string | null {
  const parts = /^([01]\d|2[0-3]):?([0-5]\d)?/.exec(text);
  return parts ? `${parts[1]}:${parts[2] ?? "00"}` : null;
}
