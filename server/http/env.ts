import type { PatientSession } from "../auth/sessions.ts";
import type { ProofVerifier } from "../auth/proof.ts";
import type { Clinics } from "../clinic/clinics.ts";
import type { Log } from "../log.ts";
import type { Tenant } from "../tenant.ts";

/** What the portal runs on. */
export interface Services {
  readonly clinics: Clinics;
  readonly proofs: ProofVerifier;
  readonly baseUrl: string;
  /** Folder of the built elements. */
  readonly static: string;
  readonly now: () => number;
  readonly log: Log;
}

/** What a request carries on its way; `tenant` below `/t/{key}`, `session` behind `requireSession`. */
export interface Env {
  Variables: {
    requestId: string;
    services: Services;
    tenant: Tenant;
    session: PatientSession;
  };
}
