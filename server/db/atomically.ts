import type { Tenant } from "../tenant.ts";

/**
 * Runs `act` in one write transaction: everything it writes through the tenant it is given (the trace
 * included) is there, or nothing is; within a transaction already, in that one. Mail and SMS have a way of
 * their own to the database and do not belong inside.
 */
export const atomically = <T>(tenant: Tenant, act: (within: Tenant) => Promise<T>): Promise<T> =>
  tenant.db.isTransaction ? act(tenant) : tenant.db.transaction().execute((db) => act({ ...tenant, db }));
