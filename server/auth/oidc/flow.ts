import { isPageOf, normalizeUser } from "@tuodossier/sdk";
import type { ProviderSignIn } from "@tuodossier/sdk/contract";
import { SECOND } from "../../clock.ts";
import { atomically } from "../../db/atomically.ts";
import { Problem } from "../../http/problem.ts";
import { hashOf, newSecret } from "../../keys/secret.ts";
import type { Tenant } from "../../tenant.ts";
import { CHALLENGE_LIFE, SESSION_LIFE, STEP_UP } from "../limits.ts";
import { authorizationUrl, newCodeVerifier, newState } from "./arctic.ts";
import { goOn } from "./arrival.ts";
import { ProviderError } from "./error.ts";
import { addFlow, type Flow, takeFlow } from "./flow-store.ts";
import { pageFragment, returnUrl, type Step } from "./fragment.ts";
import { verifyIdToken } from "./id-token.ts";
import { identityHash } from "./identities.ts";
import { noteIdentity } from "./identities-store.ts";
import { noteProviderSession } from "./logout-store.ts";
import type { Provider } from "./provider.ts";
import { tradeCode } from "./token-request.ts";

const redirectUri = ({ baseUrl, clinic }: Tenant) => `${baseUrl}/t/${clinic.key}/oidc/callback`;

/**
 * Sends a browser to the provider; `browser` is the secret of its cookie.
 * @throws {Problem} `tenant.origin` for a page that is not the clinic's. @throws {ProviderError}
 */
export async function beginFlow(
  tenant: Tenant,
  facts: { provider: Provider; request: ProviderSignIn; browser: string },
): Promise<string> {
  const { provider: { settings, metadata }, request, browser } = facts;
  const { origin } = request.handOver;
  if (!tenant.clinic.origins.includes(origin) || !isPageOf(origin, request.returnTo)) {
    throw new Problem("tenant.origin");
  }
  const { authorization_endpoint: endpoint } = await metadata();
  const [state, codeVerifier, nonce, now] = [newState(), newCodeVerifier(), newSecret(), tenant.now()];
  await addFlow(tenant.db, {
    asked: request,
    stateHash: hashOf(state),
    browserHash: hashOf(browser),
    nonce,
    codeVerifier,
    now,
    expiresAt: now + CHALLENGE_LIFE * SECOND,
  });
  const { clientId, scopes, strongAcr } = settings;
  const more = {
    nonce,
    max_age: String(STEP_UP),
    ...(strongAcr.length > 0 ? { acr_values: strongAcr.join(" ") } : {}),
  };
  const to = { endpoint, clientId, redirectUri: redirectUri(tenant), scopes, state, codeVerifier, more };
  return authorizationUrl(to).href;
}

/** What the browser brings back (RFC 6749 §4.1.2, RFC 9207). */
export interface Arrival {
  readonly state: string;
  readonly code?: string;
  readonly iss?: string;
  readonly error?: string;
}

/**
 * The browser is back: where it goes next, the clinic's page or the portal's. A state is good once, in the browser
 * that began.
 */
export async function finishFlow(
  tenant: Tenant,
  facts: {
    provider: Provider;
    arrival: Arrival;
    browser: string | null;
    /** Told what the provider did wrong. */
    onFailure: (error: ProviderError) => void;
  },
): Promise<string> {
  const { provider, arrival, browser, onFailure } = facts;
  const flow = browser === null ? null : await takeFlow(tenant.db, {
    stateHash: hashOf(arrival.state),
    browserHash: hashOf(browser),
    now: tenant.now(),
  });
  if (!flow || browser === null) {
    return pageUrl(tenant, null, { step: "error", error: "auth.provider-over" });
  }
  try {
    const identity = await arrived(tenant, { provider, arrival, flow });
    const next = await goOn(tenant, { ...identity, asked: flow.asked, browser });
    return next.step === "done" ? returnUrl(flow.asked, next.code) : pageUrl(tenant, flow, next);
  } catch (error) {
    if (error instanceof ProviderError) onFailure(error);
    return pageUrl(tenant, flow, errorStep(error));
  }
}

/** What went wrong, as the page tells it; what is no problem is thrown on. */
export function errorStep(error: unknown): Step {
  const problem = error instanceof ProviderError ? new Problem("auth.provider") : error;
  if (!(problem instanceof Problem)) throw problem;
  const { code, details: { retryAfter } } = problem;
  return { step: "error", error: code, retryAfter };
}

/** The portal's sign-in page, going on at a step. */
export const pageUrl = ({ baseUrl, clinic }: Tenant, flow: Flow | null, step: Step): string =>
  `${baseUrl}/t/${clinic.key}/sign-in#${pageFragment(flow?.asked ?? null, step)}`;

/** Who came back, remembered. */
async function arrived(
  tenant: Tenant,
  { provider, arrival, flow }: { provider: Provider; arrival: Arrival; flow: Flow },
) {
  const { issuer, authorization_response_iss_parameter_supported: hasIss } = await provider.metadata();
  if (arrival.iss === undefined ? hasIss : arrival.iss !== issuer) throw new ProviderError("issuer");
  if (arrival.error !== undefined || arrival.code === undefined) throw new Problem("auth.provider-refused");
  const { nonce, codeVerifier } = flow;
  const { code } = arrival;
  const tokens = await tradeCode(provider, { code, codeVerifier, redirectUri: redirectUri(tenant) });
  const now = tenant.now();
  const person = await verifyIdToken(provider, { ...tokens, nonce, now });
  const { subject, acr, sid, codiceFiscale } = person;
  const hash = identityHash(issuer, subject);
  await atomically(tenant, async ({ db }) => {
    await noteIdentity(db, { hash, issuer, subject, now });
    if (sid === null) return;
    const endsAt = now + (SESSION_LIFE + CHALLENGE_LIFE) * SECOND;
    await noteProviderSession(db, { sidHash: identityHash(issuer, sid), identityHash: hash, now, endsAt });
  });
  return {
    identityHash: hash,
    strong: acr !== null && provider.settings.strongAcr.includes(acr),
    // SPID writes it as `TINIT-…` (ETSI EN 319 412-1 §5.1.3).
    user: codiceFiscale === null ? null : normalizeUser(codiceFiscale).replace(/^TINIT-/, ""),
  };
}
