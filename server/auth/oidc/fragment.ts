import type { Challenge, HandOverRequest, ProblemCode } from "@tuodossier/sdk/contract";

/** What a sign-in was begun with, and comes back with. */
export interface Asked {
  readonly handOver: HandOverRequest;
  /** The clinic's page that the code goes to. */
  readonly returnTo: string;
  /** The clinic page's own, which it compares. */
  readonly state: string;
  /** What the browser was given at earlier sign-ins. */
  readonly devices: readonly string[];
}

/** Where the portal's page goes on when the browser comes back from the provider. */
export type Step =
  | { readonly step: "code"; readonly challenge: Challenge }
  | { readonly step: "new-password"; readonly challenge: string }
  | { readonly step: "link"; readonly identity: string }
  | { readonly step: "error"; readonly error: ProblemCode; readonly retryAfter?: number };

/**
 * The fragment of the portal's sign-in page after the provider. It begins as the clinic's page made it:
 * `mode=redirect`, `origin`, `challenge` (PKCE), `thumbprint`, `state`, `return`, `devices`; with the mode alone where
 * the sign-in is not known (any more), so that the page can only say so. Then comes `step`, and with it:
 *
 * - `code`: `sign-in` (the secret that `resend` and `enterCode` take), `factor` (`sms`, `email`, `authenticator`),
 *   `sent` (where the code went, masked; absent: it was not sent), `resend` (seconds until another may be asked for),
 *   `expires` (instant), `explain` (`1`: tell once that SMS is the weaker factor; else `0`).
 * - `new-password`: `sign-in` (for `choosePassword`): the first password is still to be replaced.
 * - `link`: `identity`, the secret that goes as `identity` with user name and password (`ChallengeRequest`), once, so
 *   that the patient proves who they are; the request needs this browser's cookie (`credentials: "same-origin"`).
 * - `error`: `error` (a code of `PROBLEMS`), `wait` (seconds, where it is known). The page stays at its first screen.
 *
 * A sign-in that is finished goes past this page: to `return` with `#tuo_code=…&tuo_state=…`, see {@link returnUrl}.
 */
export function pageFragment(asked: Asked | null, step: Step): URLSearchParams {
  const fragment = new URLSearchParams({ mode: "redirect" });
  if (asked) {
    const { origin, codeChallenge, keyThumbprint } = asked.handOver;
    fragment.set("origin", origin);
    fragment.set("challenge", codeChallenge);
    fragment.set("thumbprint", keyThumbprint);
    fragment.set("state", asked.state);
    fragment.set("return", asked.returnTo);
    if (asked.devices.length > 0) fragment.set("devices", asked.devices.join(","));
  }
  fragment.set("step", step.step);
  for (const [name, value] of Object.entries(factsOf(step))) {
    if (value !== null) fragment.set(name, String(value));
  }
  return fragment;
}

function factsOf(step: Step): Record<string, string | number | null> {
  switch (step.step) {
    case "code": {
      const { challenge, factor, sentTo, resendAfter, expiresAt, explainSms } = step.challenge;
      return {
        "sign-in": challenge,
        factor,
        sent: sentTo,
        resend: resendAfter,
        expires: expiresAt,
        explain: explainSms ? 1 : 0,
      };
    }
    case "new-password":
      return { "sign-in": step.challenge };
    case "link":
      return { identity: step.identity };
    case "error":
      return { error: step.error, wait: step.retryAfter ?? null };
  }
}

/** The clinic's page with the code it trades for a session, after what stands in its fragment. */
export function returnUrl({ returnTo, state }: Asked, code: string): string {
  const url = new URL(returnTo);
  const answer = new URLSearchParams({ tuo_code: code, tuo_state: state });
  url.hash = [url.hash.slice(1), String(answer)].filter(Boolean).join("&");
  return url.href;
}
