import { instant } from "../../clock.ts";
import type { ClinicDatabase } from "../../tenant.ts";
import type { Asked } from "./fragment.ts";

/** A sign-in that is at the provider. */
export interface Flow {
  readonly nonce: string;
  readonly codeVerifier: string;
  readonly asked: Asked;
}

/** Adds a flow; those that are over leave the table. */
export async function addFlow(
  db: ClinicDatabase,
  flow: Flow & { stateHash: string; browserHash: string; now: number; expiresAt: number },
): Promise<void> {
  await db.deleteFrom("oidc_flows").where("expires_at", "<=", instant(flow.now)).execute();
  await db.insertInto("oidc_flows").values({
    state_hash: flow.stateHash,
    browser_hash: flow.browserHash,
    nonce: flow.nonce,
    code_verifier: flow.codeVerifier,
    hand_over: JSON.stringify(flow.asked),
    created_at: instant(flow.now),
    expires_at: instant(flow.expiresAt),
  }).execute();
}

/** Takes a flow out: whoever comes second finds nothing; another browser finds nothing, and uses nothing up. */
export async function takeFlow(
  db: ClinicDatabase,
  facts: { stateHash: string; browserHash: string; now: number },
): Promise<Flow | null> {
  const row = await db.deleteFrom("oidc_flows").where("state_hash", "=", facts.stateHash)
    .where("browser_hash", "=", facts.browserHash).where("expires_at", ">", instant(facts.now))
    .returning(["nonce", "code_verifier", "hand_over"]).executeTakeFirst();
  return row
    ? { nonce: row.nonce, codeVerifier: row.code_verifier, asked: JSON.parse(row.hand_over) as Asked }
    : null;
}
