import assert from "node:assert/strict";
import { createCredentials, createTransport, type HandOverRequest, TuoError } from "@tuodossier/sdk";
import { issueFirstPassword } from "../clinic/enrolment.ts";
import { CLINIC_SITE, openPortal, PASSWORD, PORTAL, type TestPortal } from "../testing/portal.ts";

const handOver: HandOverRequest = {
  origin: CLINIC_SITE,
  codeChallenge: "A".repeat(43),
  keyThumbprint: "B".repeat(43),
};
const problem = (code: string, reason?: string) => (error: unknown) =>
  error instanceof TuoError && error.code === code && (reason === undefined || error.reason === reason);

function page(portal: TestPortal) {
  const { key } = portal.tenant.clinic;
  return createCredentials(
    createTransport({ endpoint: PORTAL, key, fetch: portal.fetchFrom(PORTAL), now: portal.tenant.now }),
  );
}
const another = (code: string) => code === "000000" ? "000001" : "000000";

Deno.test("after five failures the user name has to wait, longer each time, whether it exists or not", async () => {
  await using portal = await openPortal();
  const { codiceFiscale } = await portal.addPatient();
  const credentials = page(portal);
  for (const user of [codiceFiscale, "NOSUCH80A01Z999X"]) {
    const attempt = () => credentials.begin({ codiceFiscale: user, password: "wrong wrong wrong", handOver });
    for (let i = 0; i < 5; i++) await assert.rejects(attempt(), problem("auth.invalid-credentials"));
    await assert.rejects(attempt(), (error) => error instanceof TuoError && error.retryAfter === 15);
    portal.advance(15_001);
    await assert.rejects(attempt(), problem("auth.invalid-credentials"));
    await assert.rejects(attempt(), (error) => error instanceof TuoError && error.retryAfter === 30);
    portal.advance(30_001);
  }
  await credentials.begin({ codiceFiscale, password: PASSWORD, handOver });
});

Deno.test("a challenge judges five codes, resends included; the right one comes too late", async () => {
  await using portal = await openPortal();
  const { codiceFiscale } = await portal.addPatient();
  const credentials = page(portal);
  const { challenge } = await credentials.begin({ codiceFiscale, password: PASSWORD, handOver });
  const wrong = another(await portal.lastCode());
  for (let i = 0; i < 3; i++) {
    await assert.rejects(credentials.enterCode(challenge, wrong), problem("auth.code-invalid"));
  }
  portal.advance(15_001);
  await credentials.resend(challenge);
  for (let i = 0; i < 2; i++) {
    await assert.rejects(credentials.enterCode(challenge, wrong), problem("auth.code-invalid"));
  }
  await assert.rejects(
    credentials.enterCode(challenge, await portal.lastCode()),
    problem("auth.challenge-over"),
  );
});

Deno.test("of fifty guesses at once five are judged", async () => {
  await using portal = await openPortal();
  const { codiceFiscale } = await portal.addPatient();
  const credentials = page(portal);
  const { challenge } = await credentials.begin({ codiceFiscale, password: PASSWORD, handOver });
  const wrong = another(await portal.lastCode());
  const answers = await Promise.allSettled(
    Array.from({ length: 50 }, () => credentials.enterCode(challenge, wrong)),
  );
  const judged = answers.filter((answer) =>
    answer.status === "rejected" && answer.reason.code === "auth.code-invalid"
  );
  assert.equal(judged.length, 5);
});

Deno.test("the last two codes sent are good, the one before them is not", async () => {
  await using portal = await openPortal();
  const { codiceFiscale } = await portal.addPatient();
  const credentials = page(portal);
  const { challenge, resendAfter } = await credentials.begin({ codiceFiscale, password: PASSWORD, handOver });
  assert.equal(resendAfter, 15);
  const codes = [await portal.lastCode()];
  await assert.rejects(credentials.resend(challenge), problem("auth.wait"));
  for (const gap of [15, 30]) {
    portal.advance(gap * 1000);
    await credentials.resend(challenge);
    codes.push(await portal.lastCode());
  }
  await assert.rejects(credentials.enterCode(challenge, codes[0]), problem("auth.code-invalid"));
  assert.equal((await credentials.enterCode(challenge, codes[1])).next, "hand-over");
});

Deno.test("a challenge ends after ten minutes and five codes", async () => {
  await using portal = await openPortal();
  const { codiceFiscale } = await portal.addPatient();
  const credentials = page(portal);
  const { challenge } = await credentials.begin({ codiceFiscale, password: PASSWORD, handOver });
  for (const gap of [15, 30, 60, 120]) {
    portal.advance(gap * 1000);
    await credentials.resend(challenge);
  }
  portal.advance(120_000);
  await assert.rejects(credentials.resend(challenge), problem("auth.resend-limit"));
  portal.advance(300_000);
  await assert.rejects(
    credentials.enterCode(challenge, await portal.lastCode()),
    problem("auth.challenge-over"),
  );
});

Deno.test("ten wrong codes in a row close the code path for an hour", async () => {
  await using portal = await openPortal();
  const { codiceFiscale } = await portal.addPatient();
  const credentials = page(portal);
  const begin = () => credentials.begin({ codiceFiscale, password: PASSWORD, handOver });
  for (let round = 0; round < 2; round++) {
    const { challenge } = await begin();
    const wrong = another(await portal.lastCode());
    for (let i = 0; i < 5; i++) {
      await assert.rejects(credentials.enterCode(challenge, wrong), problem("auth.code-invalid"));
    }
  }
  await assert.rejects(begin(), (error) => error instanceof TuoError && error.retryAfter === 3600);
  portal.advance(3_600_001);
  await begin();
});

Deno.test("eight codes an hour go to one patient, no more", async () => {
  await using portal = await openPortal();
  const { codiceFiscale } = await portal.addPatient();
  const credentials = page(portal);
  const begin = () => credentials.begin({ codiceFiscale, password: PASSWORD, handOver });
  for (let i = 0; i < 8; i++) await begin();
  await assert.rejects(begin(), problem("auth.resend-limit"));
  portal.advance(3_600_001);
  await begin();
});

Deno.test("two patients who share a telephone share its eight codes an hour", async () => {
  await using portal = await openPortal();
  const phone = "+393330009999";
  const [one, other] = [await portal.addPatient({ phone }), await portal.addPatient({ phone })];
  const stranger = await portal.addPatient();
  const credentials = page(portal);
  const begin = ({ codiceFiscale }: { codiceFiscale: string }) =>
    credentials.begin({ codiceFiscale, password: PASSWORD, handOver });
  for (let i = 0; i < 4; i++) {
    await begin(one);
    await begin(other);
  }
  await assert.rejects(begin(one), problem("auth.resend-limit"));
  await assert.rejects(begin(other), problem("auth.resend-limit"));
  await begin(stranger);
});

Deno.test("a first password opens nothing before it is replaced, and then is worth nothing", async () => {
  await using portal = await openPortal();
  const { codiceFiscale } = await portal.addPatient();
  const first = "sasso pino gatto luna";
  await issueFirstPassword(portal.tenant, { codiceFiscale, password: first });
  const credentials = page(portal);
  const { challenge } = await credentials.begin({ codiceFiscale, password: first, handOver });
  assert.deepEqual(await credentials.enterCode(challenge, await portal.lastCode()), { next: "new-password" });
  const refusals = {
    "corta 1!": "too-short",
    "password123!!": "common",
    "abababababab": "repetitive",
    "Prova Paziente001": "personal",
    [first]: "unchanged",
  };
  for (const [password, reason] of Object.entries(refusals)) {
    await assert.rejects(
      credentials.choosePassword(challenge, password),
      problem("auth.password-weak", reason),
    );
  }
  const chosen = "un treno di notte 88";
  assert.match((await credentials.choosePassword(challenge, chosen)).code, /^[\w-]{43}$/);
  await assert.rejects(credentials.choosePassword(challenge, chosen), problem("auth.challenge-over"));
  await assert.rejects(
    credentials.begin({ codiceFiscale, password: first, handOver }),
    problem("auth.invalid-credentials"),
  );
  assert.ok(await portal.signIn(codiceFiscale, chosen));
});

Deno.test("a new password cannot be set with a challenge whose code was not given", async () => {
  await using portal = await openPortal();
  const { codiceFiscale } = await portal.addPatient();
  await issueFirstPassword(portal.tenant, { codiceFiscale, password: "sasso pino gatto luna" });
  const credentials = page(portal);
  const { challenge } = await credentials.begin({
    codiceFiscale,
    password: "sasso pino gatto luna",
    handOver,
  });
  await assert.rejects(
    credentials.choosePassword(challenge, "un treno di notte 88"),
    problem("auth.challenge-over"),
  );
});

Deno.test("a first password ends after thirty days", async () => {
  await using portal = await openPortal();
  const { codiceFiscale } = await portal.addPatient();
  await issueFirstPassword(portal.tenant, { codiceFiscale, password: "sasso pino gatto luna" });
  portal.advance(31 * 86_400_000);
  await assert.rejects(
    page(portal).begin({ codiceFiscale, password: "sasso pino gatto luna", handOver }),
    problem("auth.invalid-credentials"),
  );
});

Deno.test("a hand-over to a site that is not the clinic's is refused", async () => {
  await using portal = await openPortal();
  const { codiceFiscale } = await portal.addPatient();
  const evil = { ...handOver, origin: "http://clinic.test.evil.example" };
  await assert.rejects(
    page(portal).begin({ codiceFiscale, password: PASSWORD, handOver: evil }),
    problem("tenant.origin"),
  );
});

Deno.test("a site that is not the clinic's learns nothing of the password, and none is counted", async () => {
  await using portal = await openPortal();
  const { codiceFiscale } = await portal.addPatient();
  const evil = { ...handOver, origin: "http://clinic.test.evil.example" };
  for (const password of [PASSWORD, "wrong password here"]) {
    for (const user of [codiceFiscale, "NOSUCH80A01Z999X"]) {
      await assert.rejects(
        page(portal).begin({ codiceFiscale: user, password, handOver: evil }),
        problem("tenant.origin"),
      );
    }
  }
  assert.deepEqual(await portal.tenant.db.selectFrom("attempts").selectAll().execute(), []);
});

Deno.test("codes, passwords, tokens and names are in no log", async () => {
  await using portal = await openPortal();
  const { codiceFiscale } = await portal.addPatient({ givenName: "Canarino", familyName: "Segreto" });
  const tuo = await portal.signIn(codiceFiscale);
  await tuo.profile.get();
  await assert.rejects(page(portal).begin({ codiceFiscale, password: "canary password", handOver }));
  const logged = JSON.stringify(portal.logs);
  const { tokens } = (await portal.keyStore.load(portal.tenant.clinic.key))!;
  const canaries = [
    codiceFiscale,
    PASSWORD,
    "canary",
    "Canarino",
    "Segreto",
    await portal.lastCode(),
    tokens.accessToken,
  ];
  for (const canary of canaries) assert.ok(!logged.includes(canary), `${canary} is in the log`);
  assert.ok(portal.logs.length > 3);
});
