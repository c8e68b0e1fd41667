import assert from "node:assert/strict";
import { TuoError } from "@tuodossier/sdk";
import { DAY, HOUR, MINUTE, SECOND } from "../../clock.ts";
import { countSms } from "../../messages/store.ts";
import { openPortal, PASSWORD, type TestPortal } from "../../testing/portal.ts";
import type { Tenant } from "../../tenant.ts";
import { HAND_OVER, pageOf } from "../errand.testing.ts";
import { begin } from "../sign-in.ts";

async function atPage(portal: TestPortal) {
  const { codiceFiscale } = await portal.addPatient();
  const credentials = pageOf(portal);
  return {
    codiceFiscale,
    credentials,
    begin: () => credentials.begin({ codiceFiscale, password: PASSWORD, handOver: HAND_OVER }),
  };
}

/** @param retryAfter In seconds; null where waiting does not help. */
const limited = (code: string, retryAfter: number | null) => (error: unknown) => {
  assert.ok(error instanceof TuoError);
  assert.deepEqual([error.code, error.retryAfter ?? null], [code, retryAfter]);
  return true;
};
const isUnsent = (error: unknown) => (error as { code?: string }).code === "auth.code-unsent";
const isLimited = (error: unknown) => (error as { code?: string }).code === "auth.resend-limit";

Deno.test("fifteen codes a day go to a number, and a wait is told to the second the oldest falls out", async () => {
  await using portal = await openPortal();
  const { begin } = await atPage(portal);
  for (let i = 0; i < 8; i++) {
    await begin();
    portal.advance(MINUTE);
  }
  await assert.rejects(begin(), limited("auth.resend-limit", 52 * 60));
  portal.advance(52 * MINUTE - SECOND);
  await assert.rejects(begin(), limited("auth.resend-limit", 1));
  portal.advance(HOUR);
  for (let i = 0; i < 7; i++) await begin();
  const sinceFirst = 2 * HOUR - SECOND;
  await assert.rejects(begin(), limited("auth.resend-limit", (DAY - sinceFirst) / SECOND));
  portal.advance(DAY - sinceFirst - SECOND);
  await assert.rejects(begin(), limited("auth.resend-limit", 1));
  portal.advance(SECOND);
  await begin();
  await assert.rejects(begin(), limited("auth.resend-limit", 60));
});

Deno.test("closings in a row last an hour, two, four … twenty-four, and begin again after a right code", async () => {
  await using portal = await openPortal();
  const { begin, credentials } = await atPage(portal);
  const close = async () => {
    for (let round = 0; round < 2; round++) {
      const { challenge } = await begin();
      const wrong = (await portal.lastCode()) === "000000" ? "000001" : "000000";
      for (let i = 0; i < 5; i++) await credentials.enterCode(challenge, wrong).catch(() => {});
    }
  };
  for (const hours of [1, 2, 4, 8, 16, 24, 24]) {
    await close();
    await assert.rejects(begin(), limited("auth.code-closed", hours * 3600));
    portal.advance(hours * HOUR - SECOND);
    await assert.rejects(begin(), limited("auth.code-closed", 1));
    portal.advance(SECOND);
  }
  const { challenge } = await begin();
  await credentials.enterCode(challenge, await portal.lastCode());
  await close();
  await assert.rejects(begin(), limited("auth.code-closed", 3600));
});

Deno.test("the codes of a challenge are five, with 15, 30, 60 and 120 seconds in between", async () => {
  await using portal = await openPortal();
  const { begin, credentials } = await atPage(portal);
  let { challenge, resendAfter } = await begin();
  const gaps: number[] = [];
  for (let sent = 1; sent < 5; sent++) {
    gaps.push(resendAfter);
    await assert.rejects(credentials.resend(challenge), limited("auth.wait", resendAfter));
    portal.advance(resendAfter * SECOND - 1);
    await assert.rejects(credentials.resend(challenge), limited("auth.wait", 1));
    portal.advance(1);
    ({ challenge, resendAfter } = await credentials.resend(challenge));
  }
  assert.deepEqual(gaps, [15, 30, 60, 120]);
  portal.advance(resendAfter * SECOND);
  await assert.rejects(credentials.resend(challenge), limited("auth.resend-limit", null));
  assert.equal((await credentials.enterCode(challenge, await portal.lastCode())).next, "hand-over");
});

Deno.test("codes that the budget keeps back use up no limit, neither of the number nor of the challenge", async () => {
  await using portal = await openPortal();
  const { begin, credentials } = await atPage(portal);
  const { key } = portal.tenant.clinic;
  const budget = (smsDailyBudget: number) => portal.clinics.setSettings(key, { smsDailyBudget });
  await budget(0);
  for (let i = 0; i < 20; i++) await assert.rejects(begin(), isUnsent);
  await budget(100);
  const { challenge } = await begin();
  portal.advance(15 * SECOND);
  await budget(0);
  for (let i = 0; i < 6; i++) await assert.rejects(credentials.resend(challenge), isUnsent);
  await budget(100);
  assert.equal((await credentials.resend(challenge)).resendAfter, 30);
  await assert.rejects(credentials.resend(challenge), limited("auth.wait", 30));
  for (let i = 0; i < 6; i++) await begin();
  await assert.rejects(begin(), isLimited);
});

/** The portal with a gateway that does so with every message. */
function behind(portal: TestPortal, change: { state?: string; failure: string }): Tenant {
  const { tenant } = portal;
  const post = {
    ...tenant.post,
    gateways: { sms: null, mail: null },
    async until() {
      await tenant.db.updateTable("messages").set(change).where("state", "=", "queued").execute();
    },
  };
  return { ...tenant, post };
}

const signIn = (tenant: Tenant, codiceFiscale: string) =>
  begin(tenant, { codiceFiscale, password: PASSWORD, handOver: HAND_OVER, address: "192.0.2.1" });

Deno.test("a dead gateway uses up nobody's codes, and none of the day's budget", async () => {
  await using portal = await openPortal();
  const { codiceFiscale, begin } = await atPage(portal);
  const { db, now } = portal.tenant;
  const dead = behind(portal, { failure: "unreachable" });
  const sentBefore = await countSms(db, now() - DAY);
  for (let i = 0; i < 20; i++) await assert.rejects(signIn(dead, codiceFiscale), isUnsent);
  assert.equal(await countSms(db, now() - DAY), sentBefore);
  assert.deepEqual(await db.selectFrom("codes").selectAll().execute(), []);
  for (let i = 0; i < 8; i++) await begin();
  await assert.rejects(begin(), isLimited);
});

Deno.test("a number that the gateway refuses is not asked for without end", async () => {
  await using portal = await openPortal();
  const { codiceFiscale } = await atPage(portal);
  const refusing = behind(portal, { state: "failed", failure: "refused" });
  for (let i = 0; i < 8; i++) await assert.rejects(signIn(refusing, codiceFiscale), isUnsent);
  await assert.rejects(signIn(refusing, codiceFiscale), isLimited);
});
