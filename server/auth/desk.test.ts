import assert from "node:assert/strict";
import { decodeBase32IgnorePadding } from "@oslojs/encoding";
import { runCommand } from "../admin/commands.ts";
import { openPortal, PASSWORD, PORTAL, type TestPortal } from "../testing/portal.ts";
import { stepAt, totpAt } from "./authenticator/totp.ts";
import { browsersOf } from "./browser.testing.ts";
import { type AtPage, atPage, HAND_OVER as handOver, tally, times } from "./errand.testing.ts";
import { problem } from "./stolen.testing.ts";

const admin = (portal: TestPortal, name: string, cf: string, more: Record<string, string[]> = {}) =>
  runCommand(portal.clinics, {
    name: `patient ${name}`,
    options: { clinic: [portal.tenant.clinic.key], cf: [cf], ...more },
  });
const actsOf = async (portal: TestPortal, patientId: string) =>
  (await portal.tenant.db.selectFrom("accesses").select(["act", "actor"]).where("patient_id", "=", patientId)
    .where("actor", "=", "operator").execute()).map(({ act }) => act);
const signIn = ({ credentials, codiceFiscale }: AtPage) =>
  credentials.begin({ codiceFiscale, password: PASSWORD, handOver });

async function giveAuthenticator(portal: TestPortal, { proved, credentials }: AtPage): Promise<void> {
  const errand = await proved("authenticator");
  const { secret } = await credentials.offerAuthenticator(errand);
  const code = totpAt(decodeBase32IgnorePadding(secret), stepAt(portal.tenant.now()));
  await credentials.confirmAuthenticator(errand, code);
}

/** Ten wrong codes close the code path, five wrong passwords make the user name wait. */
async function lockOut(portal: TestPortal, page: AtPage): Promise<void> {
  const { credentials, codiceFiscale } = page;
  for (let round = 0; round < 2; round++) {
    const { challenge } = await signIn(page);
    const wrong = await portal.lastCode() === "000000" ? "000001" : "000000";
    await tally(times(5, () => credentials.enterCode(challenge, wrong)));
  }
  await assert.rejects(signIn(page), problem("auth.code-closed"));
  await tally(times(9, () => credentials.begin({ codiceFiscale, password: "wrong", handOver })));
  await assert.rejects(signIn(page), problem("auth.wait"));
}

Deno.test("the desk's command lets a locked-out patient try again, and leaves the authenticator", async () => {
  await using portal = await openPortal();
  const page = await atPage(portal);
  await lockOut(portal, page);
  assert.match((await admin(portal, "unlock", page.codiceFiscale)).join("\n"), /Unlocked/);
  assert.equal((await signIn(page)).factor, "sms");
  await giveAuthenticator(portal, page);
  await admin(portal, "unlock", page.codiceFiscale);
  assert.equal((await signIn(page)).factor, "authenticator");
  const lines = await admin(portal, "unlock", page.codiceFiscale, { "remove-authenticator": ["true"] });
  assert.match(lines.join("\n"), /SMS/);
  assert.equal((await signIn(page)).factor, "sms");
  assert.deepEqual(
    (await actsOf(portal, page.patientId)).filter((act) => /unlock|authenticator/.test(act)),
    ["unlock", "unlock", "unlock", "remove-authenticator"],
  );
});

Deno.test("unlocking forgets the failures of known devices too, and nobody else's", async () => {
  await using portal = await openPortal();
  const browser = browsersOf(portal)();
  const { codiceFiscale } = await portal.addPatient();
  const other = await portal.addPatient();
  const device = (await browser.signIn(codiceFiscale)).tokens.device!;
  const fail = (user: string, devices: string[] = []) =>
    browser.credentials.begin({ codiceFiscale: user, password: "wrong", handOver, devices });
  await tally(times(5, () => fail(codiceFiscale, [device])));
  await tally(times(5, () => fail(other.codiceFiscale)));
  await assert.rejects(fail(codiceFiscale, [device]), problem("auth.wait"));
  await admin(portal, "unlock", codiceFiscale);
  await assert.rejects(fail(codiceFiscale, [device]), problem("auth.invalid-credentials"));
  await assert.rejects(fail(other.codiceFiscale), problem("auth.wait"));
});

Deno.test("a disabled account ends at once, and is like one that never was until it is enabled", async () => {
  await using portal = await openPortal();
  const page = await atPage(portal);
  const { challenge } = await signIn(page);
  await admin(portal, "disable", page.codiceFiscale);
  const response = await page.send({ method: "GET", path: "/v1/profile" });
  assert.equal(response.status, 401);
  await assert.rejects(signIn(page), problem("auth.invalid-credentials"));
  const code = await portal.lastCode();
  await assert.rejects(page.credentials.enterCode(challenge, code), problem("auth.challenge-over"));
  await admin(portal, "enable", page.codiceFiscale);
  await assert.rejects(page.credentials.enterCode(challenge, code), problem("auth.challenge-over"));
  assert.ok((await signIn(page)).challenge);
  assert.deepEqual((await actsOf(portal, page.patientId)).slice(-2), ["disable", "enable"]);
});

Deno.test("a clinic's system unlocks its own patients, with the authenticator where it says so", async () => {
  await using portal = await openPortal();
  const page = await atPage(portal);
  await giveAuthenticator(portal, page);
  const { key } = portal.tenant.clinic;
  const { clientId, clientSecret } = await portal.clinics.addClient(key);
  const clinic = `${PORTAL}/t/${key}/v1/clinic`;
  const system = portal.fetchFrom(null);
  const given = await system(`${clinic}/token`, {
    method: "POST",
    body: new URLSearchParams({
      grant_type: "client_credentials",
      client_id: clientId,
      client_secret: clientSecret,
    }),
  });
  const authorization = { Authorization: `Bearer ${(await given.json()).access_token}` };
  const unlock = (id: string, body?: string, headers: Record<string, string> = authorization) =>
    system(`${clinic}/patients/${id}/unlock`, {
      method: "POST",
      headers: { ...headers, ...body ? { "Content-Type": "application/json" } : {} },
      body,
    });
  assert.equal((await unlock(page.patientId, undefined, {})).status, 401);
  assert.equal((await unlock(crypto.randomUUID())).status, 404);
  assert.equal((await unlock(page.patientId, '{"removeAuthenticator":"yes"}')).status, 400);
  assert.equal((await unlock(page.patientId)).status, 204);
  assert.equal((await signIn(page)).factor, "authenticator");
  assert.equal((await unlock(page.patientId, '{"removeAuthenticator":true}')).status, 204);
  assert.equal((await signIn(page)).factor, "sms");
});

Deno.test("the desk's commands say in a sentence what is wrong", async () => {
  await using portal = await openPortal();
  for (const name of ["unlock", "disable", "enable"]) {
    await assert.rejects(admin(portal, name, "NOSUCH80A01Z999X"), /No patient with this codice fiscale/);
  }
});
