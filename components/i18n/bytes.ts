import { numbers } from "./format.ts";

/** Bytes as people say them, in thousands: `1,2 MB`. */
export function bytes(tag: string, value: number): string {
  const units = ["byte", "kilobyte", "megabyte", "gigabyte", "terabyte"];
  const step = Math.min(Math.max(Math.floor(Math.log10(Math.max(value, 1)) / 3), 0), units.length - 1);
  const options = { style: "unit", unit: units[step], maximumFractionDigits: step > 1 ? 1 : 0 } as const;
  return numbers(tag, options).format(value / 1000 ** step);
}
