import { hash, verify } from "@node-rs/argon2";
import { openPortal } from "../../server/testing/portal.ts";
import { median, type Result, result } from "./result.ts";

/** A whole sign-in (password, code, hand-over, tokens) against one Argon2id verification of the same cost. */
export async function benchLogin(): Promise<Result[]> {
  await using portal = await openPortal();
  const parameters = { memoryCost: 46 * 1024, timeCost: 1, parallelism: 1 };
  const stored = await hash("lampada verde 42 onde", parameters);
  const peer = await median(9, () => verify(stored, "lampada verde 42 onde"));
  const { codiceFiscale } = await portal.addPatient();
  const value = await median(9, async () => {
    portal.advance(3_600_000);
    await portal.signIn(codiceFiscale);
  });
  return [result("login.whole", { value, unit: "ms", peer })];
}
