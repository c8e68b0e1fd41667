import assert from "node:assert/strict";
import { DAY, MINUTE } from "../../clock.ts";
import { openPortal, PORTAL, type TestPortal } from "../../testing/portal.ts";
import { disableAccount } from "../desk.ts";
import { answerAll, forgetful, links, NEW_PASSWORD } from "./inbox.testing.ts";
import { answerRequests, requestReset } from "./requests.ts";

function ask(portal: TestPortal, codiceFiscale: string, headers: Record<string, string> = {}) {
  const { key } = portal.tenant.clinic;
  return portal.fetchFrom(PORTAL)(`${PORTAL}/t/${key}/v1/auth/reset-request`, {
    method: "POST",
    headers: { "Content-Type": "application/json", ...headers },
    body: JSON.stringify({ codiceFiscale }),
  });
}

const waiting = async ({ tenant: { db } }: TestPortal) =>
  (await db.selectFrom("reset_requests").selectAll().execute()).length;

Deno.test("the answer to a request, and its work, are the same whoever it is", async () => {
  await using portal = await openPortal();
  const { codiceFiscale: known } = await forgetful(portal);
  const { codiceFiscale: mailless } = await portal.addPatient();
  const { codiceFiscale: inactive } = await portal.addPatient({ email: "b@posta.example", consents: false });
  const { codiceFiscale: disabled, patientId } = await portal.addPatient({ email: "c@posta.example" });
  await disableAccount(portal.tenant, patientId);
  const seen = new Set<string>();
  for (const user of [known, mailless, inactive, disabled, "NSSNSS80A01Z000X", "", "  \u{1F600} "]) {
    const response = await ask(portal, user);
    seen.add(JSON.stringify([response.status, [...response.headers], await response.text()]));
  }
  assert.equal(seen.size, 1);
  assert.match([...seen][0], /^\[202,.*"\{\}"\]$/);

  const queries: string[][] = [];
  for (const user of [known, mailless, inactive, disabled, "NSSNSS80A01Z000X"]) {
    const made: string[] = [];
    const db = portal.tenant.db.withPlugin({
      transformQuery: ({ node }) => (made.push(node.kind), node),
      transformResult: ({ result }) => Promise.resolve(result),
    });
    await requestReset({ ...portal.tenant, db }, user);
    queries.push(made);
  }
  assert.deepEqual(new Set(queries.map(String)), new Set(["InsertQueryNode"]));
  await answerAll(portal);
  assert.deepEqual((await links(portal)).map(({ to }) => to), ["anna@posta.example"]);
  assert.equal(await waiting(portal), 0);
});

Deno.test("the mail names no one, and its link leads to the configured address whatever Host says", async () => {
  await using portal = await openPortal();
  const patient = await forgetful(portal, { givenName: "Canaria", familyName: "Segretissima" });
  const games = { Host: "evil.test", "X-Forwarded-Host": "evil.test", Forwarded: "host=evil.test" };
  assert.equal((await ask(portal, patient.codiceFiscale.toLowerCase(), games)).status, 202);
  await answerAll(portal);
  const [{ subject, text, html, url, token, to }] = await links(portal);
  assert.equal(to, patient.email);
  assert.equal(subject, "Reset della password del portale");
  assert.equal(url, `${PORTAL}/t/${portal.tenant.clinic.key}/reset#token=${token}`);
  assert.match(text, /Gentile Paziente,/);
  assert.match(text, /Clinica di prova/);
  assert.match(text, /30 minuti e una volta sola/);
  assert.match(text, /Se non l'hai chiesta tu, ignora/);
  assert.match(text, /Se succede ancora, chiama la clinica al 0999 000 000\./);
  assert.match(text, /Per scegliere una nuova password/);
  assert.doesNotMatch(text, /pulsante/);
  assert.match(html!, />RESET password<\/a>/);
  assert.equal(html!.split(url).length, 4);
  for (const word of ["evil", "Canaria", "Segretissima", patient.codiceFiscale, "referto", "esame"]) {
    assert.ok(!(text + html).includes(word), word);
  }
});

Deno.test("a stranger who asks without end neither floods the mailbox nor ends the link in it", async () => {
  await using portal = await openPortal();
  const patient = await forgetful(portal);
  const flood = async () => {
    for (let i = 0; i < 10; i++) assert.equal((await ask(portal, patient.codiceFiscale)).status, 202);
    await answerAll(portal);
  };
  const token = await patient.link();
  for (let minute = 0; minute < 14; minute += 2) {
    portal.advance(2 * MINUTE);
    await flood();
  }
  assert.equal((await links(portal)).length, 1);
  await patient.credentials.reset(token, NEW_PASSWORD);

  portal.advance(MINUTE);
  await flood();
  assert.equal((await links(portal)).length, 2, "one in fifteen minutes");
  for (let turn = 0; turn < 20; turn++) {
    portal.advance(15 * MINUTE);
    await flood();
  }
  assert.equal((await links(portal)).length, 6, "six a day");
  portal.advance(DAY);
  await flood();
  assert.equal((await links(portal)).length, 7);
});

Deno.test("the newest link only is good: one that is old enough ends with the next", async () => {
  await using portal = await openPortal();
  const patient = await forgetful(portal);
  const old = await patient.link();
  portal.advance(15 * MINUTE);
  const token = await patient.link();
  assert.notEqual(token, old);
  await assert.rejects(patient.credentials.reset(old, NEW_PASSWORD), { code: "auth.reset-over" });
  await patient.credentials.reset(token, NEW_PASSWORD);
});

Deno.test("an address that asks too often waits, for known and unknown users alike", async () => {
  await using portal = await openPortal();
  const { codiceFiscale } = await forgetful(portal);
  for (let i = 0; i < 100; i++) await ask(portal, i % 2 ? codiceFiscale : `NSSNSS80A01Z${100 + i}X`);
  for (const user of [codiceFiscale, "NSSNSS80A01Z999X"]) {
    const response = await ask(portal, user);
    assert.equal(response.status, 429);
    assert.equal(response.headers.get("Retry-After"), "900");
    assert.equal((await response.json()).code, "request.rate");
  }
  assert.equal(await waiting(portal), 100);
  portal.advance(15 * MINUTE);
  assert.equal((await ask(portal, codiceFiscale)).status, 202);
});

Deno.test("a clinic's page, or one of nobody's, can ask for nothing", async () => {
  await using portal = await openPortal();
  const address = `${PORTAL}/t/${portal.tenant.clinic.key}/v1/auth/`;
  for (const origin of portal.tenant.clinic.origins.concat("http://evil.test")) {
    for (const path of ["reset-request", "reset", "errand/password"]) {
      const response = await portal.fetchFrom(origin)(address + path, {
        method: "POST",
        headers: { "Content-Type": "application/json" },
        body: "{}",
      });
      assert.deepEqual([response.status, (await response.json()).code], [403, "tenant.origin"]);
    }
  }
});

Deno.test("a death between any two steps leaves the request, which is then answered once", async () => {
  await using portal = await openPortal();
  const patient = await forgetful(portal);
  await patient.credentials.requestReset(patient.codiceFiscale);
  const { tenant } = portal;
  const dying = {
    ...tenant,
    post: {
      ...tenant.post,
      wake() {
        throw new Error("killed");
      },
    },
  };
  for (let i = 0; i < 5; i++) await assert.rejects(answerRequests(dying), AggregateError);
  assert.equal((await links(portal)).length, 0);
  assert.equal(await waiting(portal), 1);
  assert.equal((await tenant.db.selectFrom("reset_tokens").selectAll().execute()).length, 0);

  // Several at once, as two rounds that cross.
  await Promise.all(Array.from({ length: 5 }, () => answerAll(portal)));
  assert.equal((await links(portal)).length, 1);
  assert.equal(await waiting(portal), 0);
});

Deno.test("one request that cannot be answered does not hold up the others", async () => {
  await using portal = await openPortal();
  const bad = await portal.addPatient({ email: "bad@posta.example" });
  const patient = await forgetful(portal);
  await patient.credentials.requestReset(bad.codiceFiscale);
  await patient.credentials.requestReset(patient.codiceFiscale);
  const { tenant } = portal;
  let failures = 1;
  const failing = {
    ...tenant,
    post: {
      ...tenant.post,
      wake() {
        if (failures-- > 0) throw new Error("its mail cannot be written");
      },
    },
  };
  await assert.rejects(answerRequests(failing), AggregateError);
  assert.deepEqual((await links(portal)).map(({ to }) => to), [patient.email]);
  assert.equal(await waiting(portal), 1);
});
