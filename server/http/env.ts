import type { Providers } from "../auth/oidc/provider.ts";
import type { IsListed } from "../auth/passwords/judgement.ts";
import type { ProofVerifier } from "../auth/sessions/proof.ts";
import type { Resets } from "../auth/reset/worker.ts";
import type { PatientSession } from "../auth/sessions/sessions.ts";
import type { Clinics } from "../clinic/clinics.ts";
import type { Log } from "../log.ts";
import type { Tenant } from "../tenant.ts";
import type { Rates } from "./rates.ts";

/** What the portal runs on. */
export interface Services {
  readonly clinics: Clinics;
  readonly proofs: ProofVerifier;
  readonly baseUrl: string;
  /** Folder of the built elements. */
  readonly static: string;
  readonly now: () => number;
  readonly log: Log;
  /** Addresses of our own proxies, whose word on the client's address counts. */
  readonly trustedProxies?: readonly string[];
  /** Answers requests for a reset; without it they wait. */
  readonly resets?: Pick<Resets, "wake">;
  /** The operator's own list of common passwords. */
  readonly isListed?: IsListed;
}

/** What a request carries on its way; `tenant` below `/t/{key}`, `session` behind `requireSession`. */
export interface Env {
  /** What the listener knows: the address of the peer. */
  Bindings: { readonly peer?: string } | undefined;
  Variables: {
    requestId: string;
    services: Services;
    rates: Rates;
    providers: Providers;
    tenant: Tenant;
    session: PatientSession;
  };
}
