import assert from "node:assert/strict";
import { TuoError } from "@tuodossier/sdk";
import { issueFirstPassword } from "../../clinic/enrolment.ts";
import { DAY, SECOND } from "../../clock.ts";
import { openPortal, PASSWORD, PORTAL, type TestPortal } from "../../testing/portal.ts";
import { givePassword } from "./accounts.ts";
import { accountById } from "./store.ts";
import { atPage, HAND_OVER, pageOf } from "../errand.testing.ts";

const FIRST = "sasso pino gatto luna";
const problem = (code: string) => (error: unknown) => error instanceof TuoError && error.code === code;

const begin = (portal: TestPortal, codiceFiscale: string, password: string) =>
  pageOf(portal).begin({ codiceFiscale, password, handOver: HAND_OVER });

Deno.test("the desk's new first password is the way back in from wrong passwords and closed codes", async () => {
  await using portal = await openPortal();
  const { codiceFiscale, patientId } = await portal.addPatient();
  const { db, now } = portal.tenant;
  const tuo = await portal.signIn(codiceFiscale);
  for (let i = 0; i < 8; i++) await begin(portal, codiceFiscale, "guess guess guess").catch(() => {});
  await assert.rejects(begin(portal, codiceFiscale, PASSWORD), problem("auth.wait"));
  const codes_closed_until = new Date(now() + DAY).toISOString();
  const authenticator_since = new Date(now()).toISOString();
  await db.updateTable("accounts").set({ codes_closed_until, codes_closings: 4, authenticator_since })
    .where("patient_id", "=", patientId).execute();

  await issueFirstPassword(portal.tenant, { codiceFiscale, password: FIRST });
  const { factor } = await begin(portal, codiceFiscale, FIRST);
  // Who took somebody's telephone must not get rid of it at the desk's hand.
  assert.equal(factor, "authenticator");
  await assert.rejects(tuo.profile.get(), problem("auth.signed-out"));
  const traced = await db.selectFrom("accesses").select(["act", "actor"]).where("patient_id", "=", patientId)
    .where("act", "=", "issue-password").execute();
  assert.deepEqual(traced, [{ act: "issue-password", actor: "operator" }]);
});

Deno.test("a first password that is too old answers as a wrong one does", async () => {
  await using portal = await openPortal();
  const { codiceFiscale } = await portal.addPatient();
  await issueFirstPassword(portal.tenant, { codiceFiscale, password: FIRST });
  portal.advance(31 * DAY);
  const answers = new Set<string>();
  for (const password of [FIRST, "guess guess guess"]) {
    const response = await portal.fetchFrom(PORTAL)(
      `${PORTAL}/t/${portal.tenant.clinic.key}/v1/auth/challenge`,
      {
        method: "POST",
        headers: { "Content-Type": "application/json" },
        body: JSON.stringify({ codiceFiscale, password, handOver: HAND_OVER }),
      },
    );
    const { instance: _, ...body } = await response.json();
    answers.add(JSON.stringify([response.status, [...response.headers], body]));
  }
  assert.equal(answers.size, 1);
  assert.match([...answers][0], /^\[401,.*auth\.invalid-credentials/);
});

Deno.test("a hash of weaker parameters is made anew by the next right password, and by no wrong one", async () => {
  await using portal = await openPortal();
  const { codiceFiscale, patientId } = await portal.addPatient();
  const { db } = portal.tenant;
  // Of PASSWORD, with 8 MiB.
  const weak =
    "$argon2id$v=19$m=8192,t=1,p=1$lGaP+gCGDzAOyInpluJRsw$aNmAR2RZf+5QK2BjkiedQTr+uhJf3ztEhybIUkHh2dY";
  await db.updateTable("accounts").set({ password_hash: weak }).where("patient_id", "=", patientId).execute();
  const stored = async () => (await accountById(db, patientId))!.passwordHash;
  await begin(portal, codiceFiscale, "guess guess guess").catch(() => {});
  assert.equal(await stored(), weak);
  await begin(portal, codiceFiscale, PASSWORD);
  assert.ok((await stored()).startsWith("$argon2id$v=19$m=47104,t=1,p=1$"));
  portal.advance(16 * SECOND);
  await begin(portal, codiceFiscale, PASSWORD);
});

Deno.test("of many who replace a first password at once one wins", async () => {
  await using portal = await openPortal();
  const { codiceFiscale } = await portal.addPatient();
  await issueFirstPassword(portal.tenant, { codiceFiscale, password: FIRST });
  const { challenge } = await begin(portal, codiceFiscale, FIRST);
  const credentials = pageOf(portal);
  assert.deepEqual(await credentials.enterCode(challenge, await portal.lastCode()), { next: "new-password" });
  const chosen = Array.from({ length: 20 }, (_, i) => `mulino azzurro ${29 + i} vele`);
  const answers = await Promise.allSettled(
    chosen.map((password) => credentials.choosePassword(challenge, password)),
  );
  const winners = chosen.filter((_, i) => answers[i].status === "fulfilled");
  assert.equal(winners.length, 1);
  portal.advance(SECOND);
  assert.equal((await begin(portal, codiceFiscale, winners[0])).factor, "sms");
});

Deno.test("a first password is replaced within a sign-in alone, and no later than it is good", async () => {
  await using portal = await openPortal();
  const { tenant } = portal;
  const over = problem("auth.challenge-over");
  const page = await atPage(portal);
  const errand = await page.begin("password");
  assert.equal((await page.credentials.errand(errand)).needsCode, false);
  const firstUntil = tenant.now() + 300 * SECOND;
  const first_password_until = new Date(firstUntil).toISOString();
  await tenant.db.updateTable("accounts").set({ first_password_until }).execute();
  await assert.rejects(page.credentials.choosePassword(errand, "mulino azzurro 29 vele"), over);

  const { codiceFiscale, patientId } = await portal.addPatient();
  await givePassword(tenant, { patientId, password: FIRST, firstUntil });
  const { challenge } = await begin(portal, codiceFiscale, FIRST);
  await page.credentials.enterCode(challenge, await portal.lastCode());
  portal.advance(301 * SECOND);
  await assert.rejects(page.credentials.choosePassword(challenge, "mulino azzurro 29 vele"), over);
});
