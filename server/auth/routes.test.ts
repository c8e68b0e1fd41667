import assert from "node:assert/strict";
import { createCredentials, createTransport, TuoError } from "@tuodossier/sdk";
import { openPortal, PASSWORD, PORTAL } from "../testing/portal.ts";

const problem = (code: string) => (error: unknown) => error instanceof TuoError && error.code === code;
const handOver = {
  origin: "http://clinic.test",
  codeChallenge: "A".repeat(43),
  keyThumbprint: "B".repeat(43),
};

Deno.test("a patient signs in with password and code, and reads their profile", async () => {
  await using portal = await openPortal();
  const { codiceFiscale } = await portal.addPatient();
  const tuo = await portal.signIn(` ${codiceFiscale.toLowerCase()} `);
  assert.equal(tuo.session.status, "signed-in");
  assert.equal((await tuo.profile.get()).codiceFiscale, codiceFiscale);
  assert.equal((await tuo.profile.get()).maskedPhone, "*****01");
  await tuo.session.signOut();
  await assert.rejects(tuo.profile.get(), problem("auth.signed-out"));
});

Deno.test("unknown user, wrong password and missing portal activation answer alike, and count alike", async () => {
  await using portal = await openPortal();
  const { codiceFiscale } = await portal.addPatient();
  const inactive = await portal.addPatient({ consents: false });
  const answers: string[] = [];
  const tries = [["NOSUCH80A01Z999X", PASSWORD], [codiceFiscale, "wrong password here"], [
    inactive.codiceFiscale,
    PASSWORD,
  ]];
  for (const [user, password] of tries) {
    const response = await portal.fetchFrom(PORTAL)(
      `${PORTAL}/t/${portal.tenant.clinic.key}/v1/auth/challenge`,
      {
        method: "POST",
        headers: { "Content-Type": "application/json" },
        body: JSON.stringify({ codiceFiscale: user, password, handOver }),
      },
    );
    const body = (await response.text()).replace(/"instance":"[^"]+"/, "");
    answers.push(JSON.stringify([response.status, [...response.headers].sort(), body]));
  }
  assert.equal(answers[0], answers[1]);
  assert.equal(answers[0], answers[2]);
  const rows = await portal.tenant.db.selectFrom("attempts").select("failures").execute();
  assert.deepEqual(rows.map(({ failures }) => failures), [1, 1, 1]);
});

Deno.test("of fifty right codes at once exactly one wins", async () => {
  await using portal = await openPortal();
  const { codiceFiscale } = await portal.addPatient();
  const options = {
    endpoint: PORTAL,
    key: portal.tenant.clinic.key,
    now: Date.now,
    fetch: portal.fetchFrom(PORTAL),
  };
  const credentials = createCredentials(createTransport(options));
  const { challenge } = await credentials.begin({ codiceFiscale, password: PASSWORD, handOver });
  const code = await portal.lastCode();
  const answers = await Promise.allSettled(
    Array.from({ length: 50 }, () => credentials.enterCode(challenge, code)),
  );
  assert.equal(answers.filter(({ status }) => status === "fulfilled").length, 1);
});

Deno.test("a clinic's page cannot send credentials, nor a stranger's page anything", async () => {
  await using portal = await openPortal();
  const url = `${PORTAL}/t/${portal.tenant.clinic.key}/v1/auth/challenge`;
  const init = { method: "POST", headers: { "Content-Type": "application/json" }, body: "{}" };
  for (const origin of ["http://clinic.test", "http://clinic.test.evil", "http://clinic.tes", null]) {
    const response = await portal.fetchFrom(origin)(url, init);
    assert.equal(response.status, 403);
    assert.match(response.headers.get("Vary") ?? "", /Origin/);
  }
});

Deno.test("the sign-in page may be framed by the clinic's exact sites, and runs the portal's scripts alone", async () => {
  await using portal = await openPortal();
  const response = await portal.fetchFrom(null)(`${PORTAL}/t/${portal.tenant.clinic.key}/sign-in`);
  assert.equal(response.status, 200);
  const policy = response.headers.get("Content-Security-Policy") ?? "";
  assert.match(policy, /frame-ancestors 'self' http:\/\/clinic\.test;/);
  assert.match(policy, /default-src 'none'; script-src http:\/\/portal\.test;/);
  assert.doesNotMatch(await response.text(), /style=|onclick|<script>/);
  const unknown = await portal.fetchFrom(null)(`${PORTAL}/t/pk_nobody/sign-in`);
  assert.equal(unknown.status, 404);
  assert.match(unknown.headers.get("Vary") ?? "", /Origin/);
  await unknown.body?.cancel();
});
