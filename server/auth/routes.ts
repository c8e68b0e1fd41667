import {
  ChallengeRequest,
  CodeRequest,
  NewPasswordRequest,
  ResendRequest,
  TokenRequest,
} from "@tuodossier/sdk/contract";
import { Hono } from "hono";
import { trace } from "../accesses/trace.ts";
import { isPortalActive } from "../consents/effective.ts";
import { jsonBody } from "../http/body.ts";
import { portalOnly } from "../http/cors.ts";
import type { Env } from "../http/env.ts";
import { Problem } from "../http/problem.ts";
import { accessTokenOf, provenBearer } from "../http/session.ts";
import { enterCode } from "./code-entry.ts";
import { errandRoutes } from "./errands/routes.ts";
import { choosePassword } from "./first-password.ts";
import { signInPage } from "./page.ts";
import { endSession, refreshSession, startSession } from "./sessions.ts";
import { begin, resend } from "./sign-in.ts";

/** `/v1/auth`: the portal's page asks for a code, the clinic's page trades the hand-over for tokens. */
export const authRoutes = new Hono<Env>()
  .route("/", errandRoutes)
  .post("/challenge", portalOnly, async (c) => {
    const request = await jsonBody(c, ChallengeRequest);
    return c.json(await begin(c.var.tenant, { ...request, maySignIn: isPortalActive }));
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
    return c.json({ code: await choosePassword(c.var.tenant, challenge, password) });
  })
  .get("/nonce", (c) => c.body(null, 204, { "DPoP-Nonce": c.var.services.proofs.nonce() }))
  .post("/token", async (c) => {
    const { tenant } = c.var;
    const request = await jsonBody(c, TokenRequest);
    const bearer = await provenBearer(c, null);
    if (request.grantType === "refresh_token") {
      return c.json(await refreshSession(tenant, request.refreshToken, bearer));
    }
    const { code, codeVerifier } = request;
    const { tokens, session } = await startSession(tenant, { code, codeVerifier, bearer });
    const { patientId, id: sessionId } = session;
    await trace(tenant, { actor: "patient", act: "sign-in", room: "auth", patientId, sessionId });
    return c.json(tokens);
  })
  .post("/sign-out", async (c) => {
    const { tenant } = c.var;
    const accessToken = accessTokenOf(c);
    if (!accessToken) throw new Problem("auth.signed-out");
    const session = await endSession(tenant, accessToken, await provenBearer(c, accessToken));
    if (session) {
      const { patientId, id: sessionId } = session;
      await trace(tenant, { actor: "patient", act: "sign-out", room: "auth", patientId, sessionId });
    }
    return c.body(null, 204);
  });

/** `/sign-in`: the hosted page. */
export const signInRoutes = new Hono<Env>().get("/", (c) => {
  const { html, policy } = signInPage(c.var.tenant);
  return c.html(html, 200, {
    "Content-Security-Policy": policy,
    "Cross-Origin-Resource-Policy": "cross-origin",
  });
});
