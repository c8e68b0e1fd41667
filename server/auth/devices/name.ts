/** First match wins: most browsers name others too. */
const BROWSERS: readonly (readonly [RegExp, string])[] = [
  [/\bEdg(?:e|A|iOS)?\//, "Edge"],
  [/\b(?:OPR|OPiOS|Opera)\//, "Opera"],
  [/\bSamsungBrowser\//, "Samsung Internet"],
  [/\b(?:Firefox|FxiOS)\//, "Firefox"],
  [/\b(?:Chrome|CriOS|Chromium)\//, "Chrome"],
  [/\bVersion\/.*\bSafari\//, "Safari"],
];

const SYSTEMS: readonly (readonly [RegExp, string])[] = [
  [/\biPhone\b/, "iPhone"],
  [/\biPad\b/, "iPad"],
  [/\bAndroid\b/, "Android"],
  [/\bCrOS\b/, "ChromeOS"],
  [/\bWindows\b/, "Windows"],
  [/\bMac(?:intosh| OS X)\b/, "Mac"],
  [/\bLinux\b/, "Linux"],
];

/**
 * A browser as a patient would call it, from its `User-Agent`; words from a closed list, whatever was sent.
 *
 * @example
 * ```ts
 * import { deviceName } from "./name.ts";
 * const agent = "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0";
 * if (deviceName(agent) !== "Firefox · Windows") throw new Error("the browser, and what it runs on");
 * ```
 */
export function deviceName(userAgent: string): string {
  const agent = userAgent.slice(0, 500);
  const named = (list: typeof BROWSERS) => list.find(([sign]) => sign.test(agent))?.[1];
  const system = named(SYSTEMS);
  const browser = named(BROWSERS) ?? "Browser";
  return system ? `${browser} · ${system}` : browser;
}
