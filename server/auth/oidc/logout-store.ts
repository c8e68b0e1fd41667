import { instant } from "../../clock.ts";
import type { ClinicDatabase } from "../../tenant.ts";
import { endSession } from "../sessions/store.ts";

/** Remembers whose a session at the provider is, for as long as one of ours may live. */
export async function noteProviderSession(
  db: ClinicDatabase,
  facts: { sidHash: string; identityHash: string; now: number; endsAt: number },
): Promise<void> {
  const endsAt = instant(facts.endsAt);
  await db.deleteFrom("provider_sessions").where("ends_at", "<=", instant(facts.now)).execute();
  await db.insertInto("provider_sessions")
    .values({ sid_hash: facts.sidHash, identity_hash: facts.identityHash, ends_at: endsAt })
    .onConflict((c) => c.columns(["sid_hash", "identity_hash"]).doUpdateSet({ ends_at: endsAt })).execute();
}

export const identitiesOfSession = async (db: ClinicDatabase, sidHash: string): Promise<string[]> =>
  (await db.selectFrom("provider_sessions").select("identity_hash").where("sid_hash", "=", sidHash).execute())
    .map(({ identity_hash }) => identity_hash);

/** @returns false where this logout token was used before. */
export async function useLogoutToken(
  db: ClinicDatabase,
  facts: { jtiHash: string; now: number; expiresAt: number },
): Promise<boolean> {
  await db.deleteFrom("logout_tokens").where("expires_at", "<=", instant(facts.now)).execute();
  const { numInsertedOrUpdatedRows } = await db.insertInto("logout_tokens")
    .values({ jti_hash: facts.jtiHash, expires_at: instant(facts.expiresAt) })
    .onConflict((c) => c.column("jti_hash").doNothing()).executeTakeFirst();
  return (numInsertedOrUpdatedRows ?? 0n) > 0n;
}

/** Ends all that a person's sign-ins at the provider opened here, within a transaction. */
export async function endAllOfIdentity(tx: ClinicDatabase, hash: string, now: number): Promise<void> {
  await tx.updateTable("challenges").set({ ended_at: instant(now) }).where("identity_hash", "=", hash)
    .where("ended_at", "is", null).execute();
  await tx.deleteFrom("hand_overs").where("identity_hash", "=", hash).execute();
  await tx.deleteFrom("waiting_identities").where("identity_hash", "=", hash).execute();
  const open = await tx.selectFrom("sessions").select("id").where("identity_hash", "=", hash)
    .where("ended_at", "is", null).execute();
  for (const { id } of open) await endSession(tx, id, now);
}
