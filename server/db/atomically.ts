import type { Tenant } from "../tenant.ts";

/**
 * Runs `act` in one write transaction: everything it writes through the tenant it is given (the trace
 * included, and messages to people) is there, or nothing is; within a transaction already, in that one.
 */
export const atomically = <T>(tenant: Tenant, act: (within: Tenant) => Promise<T>): Promise<T> =>
  tenant.db.isTransaction ? act(tenant) : tenant.db.transaction().execute((db) => act({ ...tenant, db }));
