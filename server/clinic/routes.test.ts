import assert from "node:assert/strict";
import { ClientToken, ClinicSelf, Enrolled } from "@tuodossier/sdk/contract";
import { sql } from "kysely";
import * as v from "valibot";
import { hashPassword } from "../auth/passwords/hash.ts";
import { listMessages } from "../messages/store.ts";
import { segmentsOf, toGsm7 } from "../sms/gsm7.ts";
import { openPortal, PORTAL, type TestPortal } from "../testing/portal.ts";

const HOUR = 3_600_000;
const enrolment = {
  codiceFiscale: "prvprv80a41z999s",
  givenName: "Prova",
  familyName: "Nuova",
  birthDate: "1980-01-01",
  sex: "F",
  phone: "+393330001234",
};

/** Sends as a clinic's system does: no page, no `Origin`. */
const systemOf = (portal: TestPortal, key = portal.tenant.clinic.key) => (path: string, init?: RequestInit) =>
  portal.fetchFrom(null)(`${PORTAL}/t/${key}/v1/clinic${path}`, init);

const form = (fields: Record<string, string>): RequestInit => ({
  method: "POST",
  body: new URLSearchParams(fields),
});
const json = (body: unknown, token?: string): RequestInit => ({
  method: "POST",
  headers: { "Content-Type": "application/json", ...(token ? { Authorization: `Bearer ${token}` } : {}) },
  body: JSON.stringify(body),
});

async function credentialsOf(portal: TestPortal, key = portal.tenant.clinic.key) {
  const { clientId, clientSecret } = await portal.clinics.addClient(key);
  return { grant_type: "client_credentials", client_id: clientId, client_secret: clientSecret };
}

Deno.test("a clinic's system gets a token by form or JSON, and enrols a patient who can sign in", async () => {
  await using portal = await openPortal();
  const send = systemOf(portal);
  const credentials = await credentialsOf(portal);
  const byForm = v.parse(ClientToken, await (await send("/token", form(credentials))).json());
  const byJson = v.parse(ClientToken, await (await send("/token", json(credentials))).json());
  assert.notEqual(byForm.access_token, byJson.access_token);
  const self = await send("", { headers: { Authorization: `Bearer ${byForm.access_token}` } });
  assert.equal(v.parse(ClinicSelf, await self.json()).key, portal.tenant.clinic.key);

  const enrolled = await send("/patients", json(enrolment, byJson.access_token));
  assert.equal(enrolled.status, 201);
  const { codiceFiscaleValid } = v.parse(Enrolled, await enrolled.json());
  assert.equal(codiceFiscaleValid, true);
  const [sms] = await listMessages(portal.tenant.db);
  assert.deepEqual([sms.kind, sms.to], ["sms", enrolment.phone]);
  const again = await send("/patients", json(enrolment, byJson.access_token));
  assert.equal(again.status, 400);
  assert.equal((await again.json()).reason, "already-enrolled");
  assert.equal((await listMessages(portal.tenant.db)).length, 1);
});

Deno.test("of ten enrolments of one patient at once one is done; of ten patients all are", async () => {
  await using portal = await openPortal();
  const send = systemOf(portal);
  const { access_token } = await (await send("/token", form(await credentialsOf(portal)))).json();
  const ten = Array.from({ length: 10 }, (_, at) => at);
  const same = await Promise.all(ten.map(() => send("/patients", json(enrolment, access_token))));
  assert.deepEqual(same.map(({ status }) => status).toSorted(), [201, ...ten.slice(1).map(() => 400)]);
  const others = await Promise.all(
    ten.map((at) => send("/patients", json({ ...enrolment, codiceFiscale: `ALTRI${at}` }, access_token))),
  );
  assert.deepEqual(others.map(({ status }) => status), ten.map(() => 201));
});

Deno.test("wrong secrets, old tokens and another clinic's are refused alike", async () => {
  await using portal = await openPortal();
  const other = await portal.clinics.add({ name: "Altra clinica", origins: [] });
  const [send, sendOther] = [systemOf(portal), systemOf(portal, other.clinic.key)];
  const [mine, theirs] = [await credentialsOf(portal), await credentialsOf(portal, other.clinic.key)];
  const wrong = [
    send("/token", form({ ...mine, client_secret: "x" })),
    send("/token", form({ ...mine, client_id: "x" })),
    send("/token", form(theirs)),
    send("/token", form({ ...mine, client_id: theirs.client_id })),
  ];
  const bodies = new Set<string>();
  for (const response of await Promise.all(wrong)) {
    assert.equal(response.status, 401);
    bodies.add((await response.text()).replace(/"instance":"[^"]+"/, ""));
  }
  assert.equal(bodies.size, 1);

  const { access_token, expires_in } = await (await sendOther("/token", form(theirs))).json();
  const bearer = { headers: { Authorization: `Bearer ${access_token}` } };
  assert.equal((await sendOther("", bearer)).status, 200);
  assert.equal((await send("", bearer)).status, 401);
  assert.equal((await send("/patients", json(enrolment, access_token))).status, 401);
  portal.advance(expires_in * 1000);
  assert.equal((await sendOther("", bearer)).status, 401);
  assert.ok(expires_in * 1000 <= HOUR);
});

Deno.test("a client's token is no patient's session, nor a session a client's token", async () => {
  await using portal = await openPortal();
  const { codiceFiscale } = await portal.addPatient();
  await portal.signIn(codiceFiscale);
  const send = systemOf(portal);
  const { access_token } = await (await send("/token", form(await credentialsOf(portal)))).json();
  const { tokens } = (await portal.keyStore.load(portal.tenant.clinic.key))!;
  for (const scheme of ["Bearer", "DPoP"]) {
    const headers = { Authorization: `${scheme} ${access_token}` };
    const url = `${PORTAL}/t/${portal.tenant.clinic.key}/v1/documents`;
    assert.equal((await portal.fetch(url, { headers })).status, 401);
    const mine = { Authorization: `${scheme} ${tokens.accessToken}` };
    assert.equal((await send("", { headers: mine })).status, 401);
  }
});

Deno.test("secrets and tokens are kept as digests, and are in no log", async () => {
  await using portal = await openPortal();
  const credentials = await credentialsOf(portal);
  const { access_token } = await (await systemOf(portal)("/token", form(credentials))).json();
  const stored = JSON.stringify(await portal.tenant.db.selectFrom("client_tokens").selectAll().execute());
  const logs = JSON.stringify(portal.logs);
  for (const secret of [access_token, credentials.client_secret]) {
    assert.ok(!stored.includes(secret) && !logs.includes(secret));
  }
});

Deno.test("fields that are doubled, missing or unknown are refused, in a form too", async () => {
  await using portal = await openPortal();
  const send = systemOf(portal);
  const credentials = await credentialsOf(portal);
  const doubled = new URLSearchParams(credentials);
  doubled.append("client_id", "x");
  assert.equal((await send("/token", { method: "POST", body: doubled })).status, 400);
  assert.equal((await send("/token", form({ ...credentials, scope: "all" }))).status, 400);
  assert.equal((await send("/token", form({ grant_type: "password" }))).status, 400);
  assert.equal((await send("/token", { method: "POST", body: "x" })).status, 415);
});

const tokenOf = async (portal: TestPortal): Promise<string> =>
  (await (await systemOf(portal)("/token", form(await credentialsOf(portal)))).json()).access_token;

Deno.test("an enrolment that fails anywhere leaves nothing behind, and is done when it is asked again", async () => {
  await using portal = await openPortal();
  const { db } = portal.tenant;
  const token = await tokenOf(portal);
  const enrolOne = () => systemOf(portal)("/patients", json(enrolment, token));
  const left = async () => {
    const tables = ["patients", "accounts", "accesses", "messages"] as const;
    return (await Promise.all(tables.map((table) => db.selectFrom(table).selectAll().execute()))).flat();
  };
  for (const table of ["accesses", "accounts", "messages"]) {
    await sql`CREATE TRIGGER full BEFORE INSERT ON ${sql.table(table)}
      BEGIN SELECT RAISE(ABORT, 'full'); END`.execute(db);
    assert.equal((await enrolOne()).status, 500, table);
    assert.deepEqual(await left(), [], table);
    await sql`DROP TRIGGER full`.execute(db);
  }
  // All turns to hash are taken, and all places to wait.
  const busy = Array.from({ length: 8 + 64 }, (_, i) => hashPassword(`${i}`));
  const refused = await enrolOne();
  await Promise.all(busy);
  assert.deepEqual([refused.status, await left()], [503, []]);
  assert.equal((await enrolOne()).status, 201);
});

Deno.test("the desk's system sends a new first password, and nobody else does", async () => {
  await using portal = await openPortal();
  const { patientId } = await portal.addPatient();
  const token = await tokenOf(portal);
  const send = (id: string, headers: HeadersInit = { Authorization: `Bearer ${token}` }) =>
    systemOf(portal)(`/patients/${id}/first-password`, { method: "POST", headers });
  const account = () =>
    portal.tenant.db.selectFrom("accounts").selectAll().where("patient_id", "=", patientId)
      .executeTakeFirstOrThrow();
  const before = await account();
  assert.equal((await send(patientId, {})).status, 401);
  for (const id of [crypto.randomUUID(), "x", "%00"]) assert.equal((await send(id)).status, 404, id);
  assert.deepEqual(await account(), before);
  const answer = await send(patientId);
  assert.deepEqual([answer.status, await answer.text()], [204, ""]);
  const after = await account();
  assert.notEqual(after.password_hash, before.password_hash);
  assert.ok(after.first_password_until);
  const [sms] = (await listMessages(portal.tenant.db)).slice(-1);
  assert.match(sms.text, /prima password è\n[a-z ]{19}\n/);
  assert.equal(segmentsOf(sms.text), 1);
  assert.equal(toGsm7(sms.text), sms.text);
});

Deno.test("numbers given by hand and by the portal never meet; a taken number is no taken codice fiscale", async () => {
  await using portal = await openPortal();
  const token = await tokenOf(portal);
  let people = 0;
  const add = async (patientNumber?: string, codiceFiscale = `NUMERI${++people}`) => {
    const body = { ...enrolment, codiceFiscale, ...patientNumber ? { patientNumber } : {} };
    const answer = await (await systemOf(portal)("/patients", json(body, token))).json();
    if (answer.reason) return answer.reason;
    const row = await portal.tenant.db.selectFrom("patients").select("patient_number")
      .where("id", "=", answer.id).executeTakeFirstOrThrow();
    return row.patient_number;
  };
  assert.equal(await add(), "000001");
  for (const number of ["000002", "3", "000004", "A-900", "00012x", "12345678901234567890"]) {
    assert.equal(await add(number), number);
  }
  assert.deepEqual([await add(), await add()], ["000005", "000006"]);
  assert.equal(await add("1000000"), "1000000");
  assert.equal(await add(), "1000001");
  assert.equal(await add("3"), "number-taken");
  assert.equal(await add("3", "NUMERI1"), "already-enrolled");
  assert.equal(await add("77", "NUMERI1"), "already-enrolled");
});
