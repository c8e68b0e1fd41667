import { DAY, instant, SECOND } from "../../clock.ts";
import type { ClinicDatabase } from "../../tenant.ts";
import { FAILING_USERS, FAILING_USERS_WITHIN, waitAfter } from "../limits.ts";

/** A password on its way to be judged: who, from where, all as HMACs. */
export interface Attempt {
  readonly userMac: string;
  /** Null for who is signed in already: theirs is no sign-in. */
  readonly addressMac: string | null;
  /** Where failures in a row are counted: the user name, or the user name on a known device. */
  readonly bucketMac: string;
  /** What many failing from one address does not hold out: a device known to this user. */
  readonly isKnownDevice: boolean;
  readonly now: number;
}

/** A count that was taken; what was there before it, to give it back. */
export interface Taken {
  /** Until when this one has to wait instead, or null: it may be judged. */
  readonly wait: string | null;
  readonly markedAt: string | null;
}

/**
 * Counts a password as wrong before it is judged, so that of many at once no more are judged than may be: the
 * same reads and writes for every user name, known or not.
 */
export async function takeAttempt(db: ClinicDatabase, attempt: Attempt): Promise<Taken> {
  const { userMac, addressMac, bucketMac, isKnownDevice, now } = attempt;
  const since = instant(now - FAILING_USERS_WITHIN * SECOND);
  return await db.transaction().execute(async (tx) => {
    const row = await tx.selectFrom("attempts").select(["failures", "wait_until"])
      .where("user_mac", "=", bucketMac).executeTakeFirst();
    const marks = addressMac === null ? [] : await tx.selectFrom("address_failures")
      .select(["user_mac", "at"]).where("address_mac", "=", addressMac).where("at", ">", since)
      .orderBy("at", "desc").limit(FAILING_USERS).execute();
    const markedAt = marks.find((mark) => mark.user_mac === userMac)?.at ?? null;
    if (row?.wait_until && row.wait_until > instant(now)) return { wait: row.wait_until, markedAt };
    if (marks.length === FAILING_USERS && !isKnownDevice) {
      const over = Date.parse(marks[FAILING_USERS - 1].at) + FAILING_USERS_WITHIN * SECOND;
      return { wait: instant(over), markedAt };
    }

    await tx.deleteFrom("attempts").where("at", "<=", instant(now - DAY)).execute();
    await tx.deleteFrom("address_failures").where("at", "<=", since).execute();
    const failures = (row?.failures ?? 0) + 1;
    const wait = waitAfter(failures);
    const at = instant(now);
    const counted = { failures, wait_until: wait > 0 ? instant(now + wait * SECOND) : null, at };
    await tx.insertInto("attempts").values({ user_mac: bucketMac, ...counted })
      .onConflict((c) => c.column("user_mac").doUpdateSet(counted)).execute();
    if (addressMac === null) return { wait: null, markedAt };
    await tx.insertInto("address_failures").values({ address_mac: addressMac, user_mac: userMac, at })
      .onConflict((c) => c.columns(["address_mac", "user_mac"]).doUpdateSet({ at })).execute();
    return { wait: null, markedAt };
  });
}

/** Takes back the count of a password that was not judged; the wait it brought falls with it. */
export async function returnAttempt(
  db: ClinicDatabase,
  { userMac, addressMac, bucketMac, markedAt }: Attempt & Taken,
): Promise<void> {
  await db.transaction().execute(async (tx) => {
    await tx.updateTable("attempts").set((e) => ({ failures: e("failures", "-", 1), wait_until: null }))
      .where("user_mac", "=", bucketMac).where("failures", ">", 0).execute();
    if (addressMac === null) return;
    if (markedAt === null) return await removeMark(tx, { userMac, addressMac });
    await tx.updateTable("address_failures").set({ at: markedAt })
      .where("address_mac", "=", addressMac).where("user_mac", "=", userMac).execute();
  });
}

/** The right password was given, within a transaction. */
export async function clearAttempts(tx: ClinicDatabase, attempt: Attempt): Promise<void> {
  await tx.deleteFrom("attempts").where("user_mac", "=", attempt.bucketMac).execute();
  const { userMac, addressMac } = attempt;
  if (addressMac !== null) await removeMark(tx, { userMac, addressMac });
}

async function removeMark(
  db: ClinicDatabase,
  { userMac, addressMac }: { userMac: string; addressMac: string },
): Promise<void> {
  await db.deleteFrom("address_failures").where("address_mac", "=", addressMac)
    .where("user_mac", "=", userMac).execute();
}

/** The desk's remedy for one person: all counts of their user name, wherever they came from. */
export async function forgetAttempts(
  tx: ClinicDatabase,
  { userMac, bucketMacs }: { userMac: string; bucketMacs: readonly string[] },
): Promise<void> {
  await tx.deleteFrom("attempts").where("user_mac", "in", bucketMacs).execute();
  await tx.deleteFrom("address_failures").where("user_mac", "=", userMac).execute();
}
