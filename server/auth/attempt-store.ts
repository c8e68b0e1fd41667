import { instant, SECOND } from "../clock.ts";
import type { ClinicDatabase } from "../tenant.ts";
import { waitAfter } from "./limits.ts";

/**
 * Counts a password as wrong before it is judged, so that of many at once no more are judged than may be: the
 * same reads and writes for every user name, known or not.
 *
 * @returns until when this one has to wait instead, or null: it may be judged.
 */
export async function takeAttempt(
  db: ClinicDatabase,
  { userMac, now }: { userMac: string; now: number },
): Promise<string | null> {
  return await db.transaction().execute(async (tx) => {
    const row = await tx.selectFrom("attempts").select(["failures", "wait_until"])
      .where("user_mac", "=", userMac).executeTakeFirst();
    if (row?.wait_until && row.wait_until > instant(now)) return row.wait_until;
    const failures = (row?.failures ?? 0) + 1;
    const wait = waitAfter(failures);
    const counted = { failures, wait_until: wait > 0 ? instant(now + wait * SECOND) : null };
    await tx.insertInto("attempts").values({ user_mac: userMac, ...counted })
      .onConflict((c) => c.column("user_mac").doUpdateSet(counted)).execute();
    return null;
  });
}

/** Takes back the count of a password that was not judged; the wait it brought falls with it. */
export async function returnAttempt(db: ClinicDatabase, userMac: string): Promise<void> {
  await db.updateTable("attempts").set((e) => ({ failures: e("failures", "-", 1), wait_until: null }))
    .where("user_mac", "=", userMac).where("failures", ">", 0).execute();
}

/** The right password was given. */
export async function clearAttempts(db: ClinicDatabase, userMac: string): Promise<void> {
  await db.deleteFrom("attempts").where("user_mac", "=", userMac).execute();
}
