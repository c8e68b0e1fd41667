import assert from "node:assert/strict";
import { SECOND } from "../../clock.ts";
import { hashOf } from "../../keys/secret.ts";
import { listMessages } from "../../messages/store.ts";
import { openPortal, PASSWORD, type TestPortal } from "../../testing/portal.ts";
import { atPage, HAND_OVER, inTurn, tally, times } from "../errand.testing.ts";
import { problem } from "../stolen.testing.ts";

const NEW_PHONE = "333 999 8877";
const wrong = (right: string) => right === "000000" ? "000001" : "000000";
const patientOf = (portal: TestPortal, id: string) =>
  portal.tenant.db.selectFrom("patients").select(["phone", "email"]).where("id", "=", id)
    .executeTakeFirstOrThrow();
const messagesTo = async (portal: TestPortal, to: string) =>
  (await listMessages(portal.tenant.db)).filter((message) => message.to === to);

Deno.test("a new telephone is proved by a code that goes there; the old one is told", async () => {
  await using portal = await openPortal();
  const { begin, credentials, patientId, codiceFiscale } = await atPage(portal, { phone: "+393330001111" });
  const { db, now } = portal.tenant;
  await db.insertInto("reset_tokens").values({
    token_hash: "x",
    patient_id: patientId,
    created_at: new Date(now()).toISOString(),
    expires_at: new Date(now() + 60_000).toISOString(),
  }).execute();
  const handOver = HAND_OVER;
  const running = await credentials.begin({ codiceFiscale, password: PASSWORD, handOver });
  const errand = await begin("phone");
  const made = await credentials.changeContact(errand, NEW_PHONE);
  assert.deepEqual([made.factor, made.sentTo], ["sms", "*****77"]);
  assert.equal((await messagesTo(portal, "+393339998877")).length, 1);
  assert.equal((await patientOf(portal, patientId)).phone, "+393330001111");
  assert.deepEqual(await credentials.enterCode(made.challenge, await portal.lastCode()), { next: "done" });
  assert.equal((await patientOf(portal, patientId)).phone, "+393339998877");
  assert.match(
    (await messagesTo(portal, "+393330001111")).at(-1)!.text,
    /numero di telefono è stato cambiato/,
  );
  assert.deepEqual(await db.selectFrom("reset_tokens").selectAll().execute(), []);
  const acts = await db.selectFrom("accesses").select("act").execute();
  assert.ok(acts.some(({ act }) => act === "change-contact"));
  // What was begun with the old telephone ends.
  await assert.rejects(credentials.resend(running.challenge), problem("auth.challenge-over"));
  await assert.rejects(credentials.changeContact(errand, "333 111 2233"), problem("auth.errand-over"));
});

Deno.test("a new address gets its code by mail, and no subject tells it", async () => {
  await using portal = await openPortal();
  const { begin, credentials, patientId } = await atPage(portal, { email: "anna@example.org" });
  const made = await credentials.changeContact(await begin("email"), "Anna.Due@Example.COM");
  assert.deepEqual([made.factor, made.sentTo], ["email", "A•••@example.com"]);
  const [mail] = await messagesTo(portal, "Anna.Due@example.com");
  const code = /\b\d{6}\b/.exec(mail.text)![0];
  assert.equal(mail.kind, "email");
  assert.ok(!mail.subject!.includes(code));
  assert.deepEqual(await credentials.enterCode(made.challenge, code), { next: "done" });
  assert.equal((await patientOf(portal, patientId)).email, "Anna.Due@example.com");
  assert.match((await messagesTo(portal, "anna@example.org")).at(-1)!.text, /e-mail è stato cambiato/);
});

Deno.test("malformed contacts, the present one and telephones of other countries are refused alike", async () => {
  await using portal = await openPortal();
  const { begin, credentials } = await atPage(portal, { phone: "+393330001111", email: "a@example.org" });
  const phone = await begin("phone");
  for (const contact of ["333 000 1111", "+393330001111", "12", "+41791234567", "a@example.com"]) {
    await assert.rejects(credentials.changeContact(phone, contact), problem("auth.contact-refused"));
  }
  const email = await begin("email");
  for (const contact of ["A@EXAMPLE.ORG", "nobody", "a@b", "a@example.com,b@example.com", "+393339998877"]) {
    await assert.rejects(credentials.changeContact(email, contact), problem("auth.contact-refused"));
  }
});

Deno.test("of fifty right codes at once one wins; guesses count with all others", async () => {
  await using portal = await openPortal();
  const { begin, credentials, patientId } = await atPage(portal);
  const { challenge } = await credentials.changeContact(await begin("phone"), NEW_PHONE);
  const code = await portal.lastCode();
  const counts = await tally(times(50, () => credentials.enterCode(challenge, code)));
  assert.deepEqual(counts, { "done": 1, "auth.challenge-over": 49 });
  const errand = await begin("phone");
  const guess = async () => {
    const made = await credentials.changeContact(errand, "333 111 2233");
    const bad = wrong(await portal.lastCode());
    return await tally(times(50, () => credentials.enterCode(made.challenge, bad)));
  };
  assert.deepEqual(await guess(), { "auth.code-invalid": 5, "auth.challenge-over": 45 });
  await guess();
  await assert.rejects(credentials.changeContact(errand, "333 111 2233"), problem("auth.code-closed"));
  assert.equal((await patientOf(portal, patientId)).phone, "+393339998877");
});

Deno.test("a number gets eight codes an hour, and so does all that a patient sends elsewhere", async () => {
  await using portal = await openPortal();
  const [one, other] = [await atPage(portal), await atPage(portal)];
  for (const { begin, credentials } of [one, other]) {
    const errand = await begin("phone");
    await inTurn(4, () => credentials.changeContact(errand, NEW_PHONE));
  }
  const errand = await other.begin("phone");
  await assert.rejects(other.credentials.changeContact(errand, NEW_PHONE), problem("auth.resend-limit"));
  // Their sign-in was one of the eight.
  await inTurn(3, (i) => other.credentials.changeContact(errand, `333 111 22 3${i}`));
  await assert.rejects(
    other.credentials.changeContact(errand, "333 111 22 39"),
    problem("auth.resend-limit"),
  );
});

Deno.test("a code proves its own challenge's contact, nobody else's", async () => {
  await using portal = await openPortal();
  const [one, other] = [await atPage(portal), await atPage(portal)];
  const mine = await one.credentials.changeContact(await one.begin("phone"), NEW_PHONE);
  const code = await portal.lastCode();
  const theirs = await other.credentials.changeContact(await other.begin("phone"), "333 111 2233");
  if (code !== await portal.lastCode()) {
    await assert.rejects(one.credentials.enterCode(theirs.challenge, code), problem("auth.code-invalid"));
  }
  await one.credentials.enterCode(mine.challenge, code);
  assert.equal((await patientOf(portal, one.patientId)).phone, "+393339998877");
  assert.notEqual((await patientOf(portal, other.patientId)).phone, "+393339998877");
});

Deno.test("an errand of another act, of an ended session, or without its code changes no contact", async () => {
  await using portal = await openPortal();
  const { begin, credentials, send, patientId } = await atPage(portal);
  const over = problem("auth.errand-over");
  for (const act of ["step-up", "password", "authenticator"] as const) {
    await assert.rejects(credentials.changeContact(await begin(act), NEW_PHONE), over);
  }
  const expired = await begin("phone");
  portal.advance(601 * SECOND);
  await assert.rejects(credentials.changeContact(expired, NEW_PHONE), over);
  const { db } = portal.tenant;
  const unproved = await begin("phone");
  await db.updateTable("challenges").set({ verified_at: null })
    .where("token_hash", "=", hashOf(unproved)).execute();
  await assert.rejects(credentials.changeContact(unproved, NEW_PHONE), problem("auth.step-up"));
  const errand = await begin("phone");
  const { challenge } = await credentials.changeContact(errand, NEW_PHONE);
  await send({ method: "POST", path: "/v1/auth/sign-out" });
  await assert.rejects(credentials.changeContact(errand, NEW_PHONE), over);
  await assert.rejects(
    credentials.enterCode(challenge, await portal.lastCode()),
    problem("auth.challenge-over"),
  );
  assert.notEqual((await patientOf(portal, patientId)).phone, "+393339998877");
});
