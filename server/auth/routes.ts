import {
  ChallengeRequest,
  CodeRequest,
  NewPasswordRequest,
  ResendRequest,
  type SignedOut,
  TokenRequest,
} from "@tuodossier/sdk/contract";
import { Hono } from "hono";
import { trace } from "../accesses/trace.ts";
import { jsonBody } from "../http/body.ts";
import { addressOf } from "../http/client-address.ts";
import { portalOnly } from "../http/cors.ts";
import type { Env } from "../http/env.ts";
import { Problem } from "../http/problem.ts";
import { ADDRESS_RATE, countByAddress } from "../http/rates.ts";
import { accessTokenOf, provenBearer } from "../http/session.ts";
import { authenticatorRoutes } from "./authenticator/routes.ts";
import { enterCode } from "./codes/entry.ts";
import { resend } from "./codes/sending.ts";
import { contactRoutes } from "./contacts/routes.ts";
import { errandRoutes } from "./errands/routes.ts";
import { choosePassword } from "./passwords/first.ts";
import { waitingIdentity } from "./oidc/identities.ts";
import { logoutUrl } from "./oidc/logout.ts";
import { providerBrowser } from "./oidc/routes.ts";
import { resetPage, signInPage } from "./page.ts";
import { resetRoutes } from "./reset/routes.ts";
import { endSession, refreshSession, startSession } from "./sessions/sessions.ts";
import { sessionRoutes } from "./sessions/routes.ts";
import { begin } from "./sign-in.ts";

/** `/v1/auth`: the portal's page asks for a code, the clinic's page trades the hand-over for tokens. */
export const authRoutes = new Hono<Env>()
  .route("/", errandRoutes)
  .route("/", resetRoutes)
  .route("/errand/authenticator", authenticatorRoutes)
  .route("/errand/contact", contactRoutes)
  .route("/", sessionRoutes)
  .post("/challenge", portalOnly, async (c) => {
    const { tenant } = c.var;
    const { identity, ...request } = await jsonBody(c, ChallengeRequest);
    const facts = { ...request, address: addressOf(c) };
    const identityHash = identity === undefined
      ? null
      : await waitingIdentity(tenant, { identity, browser: providerBrowser(c) });
    return c.json(await begin(tenant, { ...facts, identityHash }));
  })
  .post("/resend", portalOnly, async (c) => {
    const { challenge } = await jsonBody(c, ResendRequest);
    return c.json(await resend(c.var.tenant, challenge));
  })
  .post("/code", portalOnly, async (c) => {
    const { challenge, code } = await jsonBody(c, CodeRequest);
    return c.json(await enterCode(c.var.tenant, challenge, code));
  })
  .post("/new-password", portalOnly, async (c) => {
    const { challenge, password } = await jsonBody(c, NewPasswordRequest);
    const { tenant, services: { isListed } } = c.var;
    return c.json({ code: await choosePassword(tenant, { token: challenge, password, isListed }) });
  })
  // These two cost work before anything is known of who asks.
  .get("/nonce", (c) => {
    countByAddress(c, "tokens", ADDRESS_RATE);
    return c.body(null, 204, { "DPoP-Nonce": c.var.services.proofs.nonce() });
  })
  .post("/token", async (c) => {
    countByAddress(c, "tokens", ADDRESS_RATE);
    const { tenant } = c.var;
    const request = await jsonBody(c, TokenRequest);
    const bearer = await provenBearer(c, null);
    if (request.grantType === "refresh_token") {
      return c.json(await refreshSession(tenant, request.refreshToken, bearer));
    }
    const { code, codeVerifier } = request;
    const userAgent = c.req.header("User-Agent") ?? "";
    const { tokens } = await startSession(tenant, { code, codeVerifier, bearer, userAgent });
    return c.json(tokens);
  })
  .post("/sign-out", async (c) => {
    const { tenant, providers } = c.var;
    countByAddress(c, "tokens", ADDRESS_RATE);
    const accessToken = accessTokenOf(c);
    if (!accessToken) throw new Problem("auth.signed-out");
    const session = await endSession(tenant, accessToken, await provenBearer(c, accessToken));
    if (!session) return c.body(null, 204);
    const { patientId, id: sessionId, identityHash, origin } = session;
    await trace(tenant, { actor: "patient", act: "sign-out", room: "auth", patientId, sessionId });
    const url = await logoutUrl(tenant, { providers, identityHash, origin });
    return url === null ? c.body(null, 204) : c.json({ logoutUrl: url } satisfies SignedOut);
  });

/** `/sign-in` and `/reset`: where credentials are typed. */
export const pageRoutes = new Hono<Env>()
  .get("/sign-in", (c) => {
    const { html, policy } = signInPage(c.var.tenant);
    return c.html(html, 200, {
      "Content-Security-Policy": policy,
      "Cross-Origin-Resource-Policy": "cross-origin",
    });
  })
  .get("/reset", (c) => {
    const { html, policy } = resetPage(c.var.tenant);
    return c.html(html, 200, {
      "Content-Security-Policy": policy,
      "Cross-Origin-Opener-Policy": "same-origin",
    });
  });
