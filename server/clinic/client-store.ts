import { instant } from "../clock.ts";
import type { ClinicDatabase } from "../tenant.ts";

/** Keeps a client's token by its digest, and forgets those that are over. */
export async function addClientToken(
  db: ClinicDatabase,
  token: { tokenHash: string; clientId: string; expiresAt: string; now: number },
): Promise<void> {
  await db.deleteFrom("client_tokens").where("expires_at", "<=", instant(token.now)).execute();
  await db.insertInto("client_tokens").values({
    token_hash: token.tokenHash,
    client_id: token.clientId,
    expires_at: token.expiresAt,
  }).execute();
}

/** Whose token it is, while it lasts. */
export async function clientOfToken(
  db: ClinicDatabase,
  tokenHash: string,
  now: number,
): Promise<string | undefined> {
  const row = await db.selectFrom("client_tokens").select("client_id").where("token_hash", "=", tokenHash)
    .where("expires_at", ">", instant(now)).executeTakeFirst();
  return row?.client_id;
}
