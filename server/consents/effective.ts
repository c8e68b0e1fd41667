import { dayInItaly } from "../clock.ts";
import type { Tenant } from "../tenant.ts";
import { type Effective, effectiveConsents } from "./rules.ts";
import { listEvents } from "./store.ts";

/** What a patient has consented to, now. */
export const consentsOf = async (tenant: Tenant, patientId: string): Promise<Effective> =>
  effectiveConsents(await listEvents(tenant.db, patientId), dayInItaly(tenant.now()));

/** Without portal activation nobody signs in. */
export const isPortalActive = async (tenant: Tenant, patientId: string): Promise<boolean> =>
  (await consentsOf(tenant, patientId))["portal-activation"].given;
