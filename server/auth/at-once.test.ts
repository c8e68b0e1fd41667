import assert from "node:assert/strict";
import { createCredentials, createTransport, TuoError } from "@tuodossier/sdk";
import { SECOND } from "../clock.ts";
import { listMessages } from "../messages/store.ts";
import { CLINIC_SITE, openPortal, PASSWORD, PORTAL, type TestPortal } from "../testing/portal.ts";

const handOver = {
  origin: CLINIC_SITE,
  codeChallenge: "A".repeat(43),
  keyThumbprint: "B".repeat(43),
};

function page(portal: TestPortal) {
  const options = { endpoint: PORTAL, key: portal.tenant.clinic.key, now: portal.tenant.now };
  return createCredentials(createTransport({ ...options, fetch: portal.fetchFrom(PORTAL) }));
}

/** How often each problem's code came; `done` for what was no problem. */
async function tally(tries: readonly Promise<unknown>[]): Promise<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const answer of await Promise.allSettled(tries)) {
    const code = answer.status === "fulfilled" ? "done" : (answer.reason as TuoError).code;
    counts[code] = (counts[code] ?? 0) + 1;
  }
  return counts;
}

Deno.test("of sixty wrong passwords at once five are judged, whether the user exists or not", async () => {
  await using portal = await openPortal();
  const { codiceFiscale } = await portal.addPatient();
  const credentials = page(portal);
  for (const user of [codiceFiscale, "NOSUCH80A01Z999X"]) {
    const wrong = (i: number) =>
      credentials.begin({ codiceFiscale: user, password: `wrong password ${i}`, handOver });
    const counts = await tally(Array.from({ length: 60 }, (_, i) => wrong(i)));
    assert.deepEqual(counts, { "auth.invalid-credentials": 5, "auth.wait": 55 });
    await assert.rejects(wrong(0), (error) => error instanceof TuoError && error.retryAfter === 15);
    portal.advance(15 * SECOND);
    const again = await tally(Array.from({ length: 60 }, (_, i) => wrong(i)));
    assert.deepEqual(again, { "auth.invalid-credentials": 1, "auth.wait": 59 });
  }
});

Deno.test("a right password forgets the wrong ones before it", async () => {
  await using portal = await openPortal();
  const { codiceFiscale } = await portal.addPatient();
  const credentials = page(portal);
  for (let round = 0; round < 2; round++) {
    const wrong = () => credentials.begin({ codiceFiscale, password: "wrong wrong wrong", handOver });
    assert.deepEqual(await tally([wrong(), wrong(), wrong(), wrong()]), { "auth.invalid-credentials": 4 });
    await credentials.begin({ codiceFiscale, password: PASSWORD, handOver });
  }
  assert.deepEqual(await portal.tenant.db.selectFrom("attempts").selectAll().execute(), []);
});

Deno.test("passwords that found no turn to be judged are not counted as wrong", async () => {
  await using portal = await openPortal();
  const users = Array.from({ length: 120 }, (_, i) => `NOSUCH80A01Z${String(i).padStart(3, "0")}X`);
  const counts = await tally(
    users.map((codiceFiscale) =>
      page(portal).begin({ codiceFiscale, password: "wrong wrong wrong", handOver })
    ),
  );
  const rows = await portal.tenant.db.selectFrom("attempts").select("failures").execute();
  const counted = rows.reduce((sum, { failures }) => sum + failures, 0);
  assert.equal(counted, counts["auth.invalid-credentials"]);
});

Deno.test("however many right passwords come at once, eight codes an hour are sent", async () => {
  await using portal = await openPortal();
  const { codiceFiscale } = await portal.addPatient();
  const credentials = page(portal);
  const before = (await listMessages(portal.tenant.db)).length;
  const begin = () => credentials.begin({ codiceFiscale, password: PASSWORD, handOver });
  for (let round = 0; round < 4; round++) await tally(Array.from({ length: 60 }, begin));
  assert.equal((await listMessages(portal.tenant.db)).length - before, 8);
});

Deno.test("of thirty resends at once one is sent", async () => {
  await using portal = await openPortal();
  const { codiceFiscale } = await portal.addPatient();
  const credentials = page(portal);
  const { challenge } = await credentials.begin({ codiceFiscale, password: PASSWORD, handOver });
  const before = (await listMessages(portal.tenant.db)).length;
  portal.advance(15 * SECOND);
  const counts = await tally(Array.from({ length: 30 }, () => credentials.resend(challenge)));
  assert.deepEqual(counts, { "done": 1, "auth.wait": 29 });
  assert.equal((await listMessages(portal.tenant.db)).length - before, 1);
});

Deno.test("resends of several sign-ins at once keep to the eight an hour", async () => {
  await using portal = await openPortal();
  const { codiceFiscale } = await portal.addPatient();
  const credentials = page(portal);
  const before = (await listMessages(portal.tenant.db)).length;
  const challenges: string[] = [];
  for (let i = 0; i < 6; i++) {
    challenges.push((await credentials.begin({ codiceFiscale, password: PASSWORD, handOver })).challenge);
  }
  portal.advance(15 * SECOND);
  const counts = await tally(challenges.map((challenge) => credentials.resend(challenge)));
  assert.deepEqual(counts, { "done": 2, "auth.resend-limit": 4 });
  assert.equal((await listMessages(portal.tenant.db)).length - before, 8);
});

Deno.test("of seventy wrong codes at once, over many challenges, ten are judged and the path closes", async () => {
  await using portal = await openPortal();
  const { codiceFiscale } = await portal.addPatient();
  const credentials = page(portal);
  const challenges: string[] = [];
  const sent = new Set<string>();
  for (let i = 0; i < 8; i++) {
    const { challenge } = await credentials.begin({ codiceFiscale, password: PASSWORD, handOver });
    challenges.push(challenge);
    sent.add(await portal.lastCode());
  }
  const wrong = ["000000", "000001", "000002", "000003", "000004", "000005", "000006", "000007", "000008"]
    .find((code) => !sent.has(code))!;
  const guesses = Array.from({ length: 70 }, (_, i) => credentials.enterCode(challenges[i % 8], wrong));
  assert.deepEqual(await tally(guesses), { "auth.code-invalid": 10, "auth.code-closed": 60 });
});
