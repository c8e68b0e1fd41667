import assert from "node:assert/strict";
import {
  createCredentials,
  createTransport,
  createTuoDossier,
  memoryKeyStore,
  TuoError,
} from "@tuodossier/sdk";
import { codeOf, get, takeHome } from "../archive/room.testing.ts";
import { issueFirstPassword } from "../clinic/enrolment.ts";
import { SECOND } from "../clock.ts";
import { CLINIC_SITE, openPortal, PASSWORD, PORTAL, type TestPortal } from "../testing/portal.ts";
import { endSessionsOf } from "./sessions/sessions.ts";

const FIRST = "sasso pino gatto luna";
const handOver = {
  origin: CLINIC_SITE,
  codeChallenge: "A".repeat(43),
  keyThumbprint: "B".repeat(43),
};
const problem = (code: string) => (error: unknown) => error instanceof TuoError && error.code === code;

function page(portal: TestPortal) {
  const options = { endpoint: PORTAL, key: portal.tenant.clinic.key, now: portal.tenant.now };
  return createCredentials(createTransport({ ...options, fetch: portal.fetchFrom(PORTAL) }));
}

function clinicPage(portal: TestPortal) {
  const options = { endpoint: PORTAL, key: portal.tenant.clinic.key, now: portal.tenant.now };
  return createTuoDossier({ ...options, fetch: portal.fetchFrom(CLINIC_SITE), keyStore: memoryKeyStore() });
}

async function disable({ tenant: { db } }: TestPortal, patientId: string): Promise<void> {
  const disabled_at = "2026-01-15T09:00:00.000Z";
  await db.updateTable("accounts").set({ disabled_at }).where("patient_id", "=", patientId).execute();
}

Deno.test("a first password given anew ends sessions, tickets, challenges and hand-overs of the old one", async () => {
  await using portal = await openPortal();
  const { tuo, ticket, patientId } = await takeHome(portal, { count: 12, bytes: 500_000 });
  const { codiceFiscale } = await tuo.profile.get();
  const [running, unused] = [await ticket(), await ticket()];
  const reader = (await get(portal, running)).body!.getReader();
  await reader.read();
  const { signIn, message } = await portal.handOver(clinicPage(portal), codiceFiscale, PASSWORD);
  const { challenge } = await page(portal).begin({ codiceFiscale, password: PASSWORD, handOver });
  const code = await portal.lastCode();

  await issueFirstPassword(portal.tenant, { codiceFiscale, password: FIRST });

  await assert.rejects(tuo.profile.get(), problem("auth.signed-out"));
  await assert.rejects(signIn.accept(message), problem("auth.handover-invalid"));
  portal.advance(16 * SECOND);
  await assert.rejects(page(portal).resend(challenge), problem("auth.challenge-over"));
  await assert.rejects(page(portal).enterCode(challenge, code), problem("auth.challenge-over"));
  assert.deepEqual(await codeOf(await get(portal, unused)), [404, "archive.ticket-over"]);
  await assert.rejects(async () => {
    while (!(await reader.read()).done);
  });
  const open = await portal.tenant.db.selectFrom("sessions").select("id").where("ended_at", "is", null)
    .where("patient_id", "=", patientId).execute();
  assert.deepEqual(open, []);
});

Deno.test("a password given anew ends nobody else's session", async () => {
  await using portal = await openPortal();
  const [one, other] = [await portal.addPatient(), await portal.addPatient()];
  const tuo = await portal.signIn(other.codiceFiscale);
  await issueFirstPassword(portal.tenant, { codiceFiscale: one.codiceFiscale, password: FIRST });
  assert.equal((await tuo.profile.get()).codiceFiscale, other.codiceFiscale);
});

Deno.test("a disabled account reads nothing more, renews nothing, downloads nothing", async () => {
  await using portal = await openPortal();
  const { tuo, ticket, patientId } = await takeHome(portal);
  const url = await ticket();
  const { keyPair, tokens } = (await portal.keyStore.load(portal.tenant.clinic.key))!;
  await disable(portal, patientId);
  assert.deepEqual(await codeOf(await get(portal, url)), [404, "archive.ticket-over"]);
  const options = { endpoint: PORTAL, key: portal.tenant.clinic.key, now: portal.tenant.now };
  const transport = createTransport({ ...options, fetch: portal.fetchFrom(CLINIC_SITE) });
  const body = { grantType: "refresh_token", refreshToken: tokens.refreshToken };
  const renewal = transport({ method: "POST", path: "/v1/auth/token", body }, {
    key: keyPair,
    accessToken: null,
  });
  await assert.rejects(renewal, problem("auth.signed-out"));
  await assert.rejects(tuo.profile.get(), problem("auth.signed-out"));
});

Deno.test("an account disabled in the middle of a sign-in comes no further, at any step", async () => {
  await using portal = await openPortal();
  const { codiceFiscale, patientId } = await portal.addPatient();
  const { signIn, message } = await portal.handOver(clinicPage(portal), codiceFiscale, PASSWORD);
  const { challenge } = await page(portal).begin({ codiceFiscale, password: PASSWORD, handOver });
  const code = await portal.lastCode();
  const late = await portal.addPatient();
  await issueFirstPassword(portal.tenant, { codiceFiscale: late.codiceFiscale, password: FIRST });
  const credentials = { codiceFiscale: late.codiceFiscale, password: FIRST, handOver };
  const first = await page(portal).begin(credentials);
  await page(portal).enterCode(first.challenge, await portal.lastCode());

  await disable(portal, patientId);
  await disable(portal, late.patientId);

  await assert.rejects(signIn.accept(message), problem("auth.handover-invalid"));
  await assert.rejects(page(portal).enterCode(challenge, code), problem("auth.challenge-over"));
  portal.advance(16 * SECOND);
  await assert.rejects(page(portal).resend(challenge), problem("auth.challenge-over"));
  await assert.rejects(
    page(portal).choosePassword(first.challenge, "un treno di notte 88"),
    problem("auth.challenge-over"),
  );
});

Deno.test("choosing a password ends another sign-in begun with the first one", async () => {
  await using portal = await openPortal();
  const { codiceFiscale } = await portal.addPatient();
  await issueFirstPassword(portal.tenant, { codiceFiscale, password: FIRST });
  const credentials = { codiceFiscale, password: FIRST, handOver };
  const thief = await page(portal).begin(credentials);
  const code = await portal.lastCode();
  const own = await page(portal).begin(credentials);
  await page(portal).enterCode(own.challenge, await portal.lastCode());
  await page(portal).choosePassword(own.challenge, "un treno di notte 88");
  await assert.rejects(page(portal).enterCode(thief.challenge, code), problem("auth.challenge-over"));
});

Deno.test("of twenty passwords chosen at once one is the patient's, and opens one hand-over", async () => {
  await using portal = await openPortal();
  const { codiceFiscale } = await portal.addPatient();
  await issueFirstPassword(portal.tenant, { codiceFiscale, password: FIRST });
  const { challenge } = await page(portal).begin({ codiceFiscale, password: FIRST, handOver });
  await page(portal).enterCode(challenge, await portal.lastCode());
  const chosen = Array.from({ length: 20 }, (_, i) => `un treno di notte ${i}`);
  const answers = await Promise.allSettled(
    chosen.map((password) => page(portal).choosePassword(challenge, password)),
  );
  const winners = chosen.filter((_, i) => answers[i].status === "fulfilled");
  assert.equal(winners.length, 1);
  assert.equal((await portal.tenant.db.selectFrom("hand_overs").select("code_hash").execute()).length, 1);
  assert.ok(await portal.signIn(codiceFiscale, winners[0]));
});

Deno.test("what ends a patient's sessions is all or nothing, within the caller's transaction", async () => {
  await using portal = await openPortal();
  const { codiceFiscale, patientId } = await portal.addPatient();
  const tuo = await portal.signIn(codiceFiscale);
  const { tenant } = portal;
  await assert.rejects(
    tenant.db.transaction().execute(async (db) => {
      await endSessionsOf({ ...tenant, db }, patientId);
      throw new Error("the withdrawal was not recorded");
    }),
  );
  assert.ok(await tuo.profile.get());
  await tenant.db.transaction().execute((db) => endSessionsOf({ ...tenant, db }, patientId));
  await assert.rejects(tuo.profile.get(), problem("auth.signed-out"));
});
