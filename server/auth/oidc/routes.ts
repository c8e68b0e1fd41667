import { type ProviderAddress, ProviderSignIn } from "@tuodossier/sdk/contract";
import { type Context, Hono } from "hono";
import { getCookie, setCookie } from "hono/cookie";
import * as v from "valibot";
import { MINUTE } from "../../clock.ts";
import { formBody, jsonBody, query } from "../../http/body.ts";
import { portalOnly } from "../../http/cors.ts";
import type { Env } from "../../http/env.ts";
import { Problem } from "../../http/problem.ts";
import { countByAddress, requireRoom } from "../../http/rates.ts";
import { newSecret } from "../../keys/secret.ts";
import { CHALLENGE_LIFE } from "../limits.ts";
import { ProviderError } from "./error.ts";
import { beginFlow, errorStep, finishFlow, pageUrl } from "./flow.ts";
import { logoutByProvider } from "./logout.ts";

/** By client address; mobile carriers share them. */
const RATE = { most: 60, within: 5 * MINUTE };
const LOGOUT_FAILURES = "oidc logout";
const COOKIE = "tuo-oidc";

const Returned = v.object({
  state: v.pipe(v.string(), v.maxLength(200)),
  code: v.optional(v.pipe(v.string(), v.minLength(1), v.maxLength(4096))),
  iss: v.optional(v.string()),
  error: v.optional(v.string()),
});
const Logout = v.object({ logout_token: v.pipe(v.string(), v.maxLength(16_384)) });

/** The secret of this browser's cookie, in which a sign-in at the provider begins and ends, or null. */
export const providerBrowser = (c: Context<Env>): string | null => {
  const value = getCookie(c, COOKIE, "host") ?? "";
  return /^[A-Za-z0-9_-]{43}$/.test(value) ? value : null;
};

/** Lax, because the way back is a navigation from the provider's site. */
const keepBrowser = (c: Context<Env>, browser: string) =>
  setCookie(c, COOKIE, browser, {
    prefix: "host",
    path: "/",
    secure: true,
    httpOnly: true,
    sameSite: "Lax",
    maxAge: CHALLENGE_LIFE,
  });

const failed = (c: Context<Env>, { reason }: ProviderError) => {
  const { services, requestId, tenant } = c.var;
  services.log({ event: "provider.failed", request: requestId, clinic: tenant.clinic.id, error: reason });
};

/** `/v1/auth/oidc`: the portal's page asks where to go. */
export const providerRoutes = new Hono<Env>().post("/", portalOnly, async (c) => {
  const { tenant, providers } = c.var;
  const request = await jsonBody(c, ProviderSignIn);
  countByAddress(c, "oidc begin", RATE);
  // Kept where there is one: sign-ins on two tabs share it.
  const browser = providerBrowser(c) ?? newSecret();
  try {
    const url = await beginFlow(tenant, { provider: providers.of(tenant), request, browser });
    keepBrowser(c, browser);
    return c.json({ url } satisfies ProviderAddress);
  } catch (error) {
    if (!(error instanceof ProviderError)) throw error;
    failed(c, error);
    throw new Problem("auth.provider");
  }
});

/** `/oidc`: where the provider sends the browser back, and where it tells that somebody signed out. */
export const providerPages = new Hono<Env>()
  .get("/callback", async (c) => {
    const { tenant, providers } = c.var;
    const provider = providers.of(tenant);
    try {
      countByAddress(c, "oidc callback", RATE);
    } catch (error) {
      return c.redirect(pageUrl(tenant, null, errorStep(error)), 303);
    }
    const browser = providerBrowser(c);
    // Time for who has to prove who they are.
    if (browser) keepBrowser(c, browser);
    const onFailure = (error: ProviderError) => failed(c, error);
    const facts = { provider, browser, onFailure };
    return c.redirect(await finishFlow(tenant, { ...facts, arrival: arrivalOf(c) }), 303);
  })
  .post("/logout", async (c) => {
    const { tenant, providers } = c.var;
    const provider = providers.of(tenant);
    const { logout_token: token } = await formBody(c, Logout);
    // Of a provider that signs many out at once every token is right; only others are counted.
    requireRoom(c, LOGOUT_FAILURES, RATE);
    try {
      await logoutByProvider(tenant, { provider, token });
    } catch (error) {
      if (!(error instanceof ProviderError)) throw error;
      countByAddress(c, LOGOUT_FAILURES, RATE);
      failed(c, error);
      throw new Problem("request.invalid");
    }
    return c.body(null, 200);
  });

/** A person is behind this: what is not as it should be is a sign-in that is not known. */
function arrivalOf(c: Context<Env>) {
  try {
    return query(c, Returned);
  } catch {
    return { state: "" };
  }
}
