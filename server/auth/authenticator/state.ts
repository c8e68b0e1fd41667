/** The authenticator's face for other rooms. */
import type { Tenant } from "../../tenant.ts";
import { readState } from "./store.ts";

/** What the profile shows. */
export const authenticatorState = (
  { db }: Tenant,
  patientId: string,
): Promise<{ authenticator: boolean; recoveryCodes: number }> => readState(db, patientId);
