/**
 * Whether an address is a page of an origin, written plainly: what another reader could take for somewhere else
 * (`//`, backslashes, user names, control characters) is not.
 *
 * @example
 * ```ts
 * import { isPageOf } from "@tuodossier/sdk";
 * const origin = "https://clinic.example";
 * if (isPageOf(origin, "https://clinic.example@evil.example/")) throw new Error("that is evil.example");
 * ```
 */
export const isPageOf = (origin: string, url: string): boolean =>
  url.startsWith(`${origin}/`) && !url.startsWith(`${origin}//`) && /^[\x21-\x5b\x5d-\x7e]+$/.test(url) &&
  URL.canParse(url) && new URL(url).origin === origin;
