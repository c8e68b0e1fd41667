import { Problem } from "../../http/problem.ts";
import { hashOf } from "../../keys/secret.ts";
import type { Tenant } from "../../tenant.ts";
import { accountById } from "../accounts/store.ts";
import { mayReset } from "./requests.ts";
import { goodToken } from "./store.ts";

/**
 * Tells who opens a link whether it is good still, before they think of a password; asking uses nothing up.
 * @throws {Problem} `auth.reset-over`: unknown, used, too old, or an older one.
 */
export async function requireGoodLink(tenant: Tenant, token: string): Promise<void> {
  const good = await goodToken(tenant.db, { tokenHash: hashOf(token), now: tenant.now() });
  const account = good && await accountById(tenant.db, good.patientId);
  if (!account || !await mayReset(tenant, account)) throw new Problem("auth.reset-over");
}
