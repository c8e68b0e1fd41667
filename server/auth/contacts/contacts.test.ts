import assert from "node:assert/strict";
import { SECOND } from "../../clock.ts";
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
  const { proved, credentials, patientId, codiceFiscale } = await atPage(portal, { phone: "+393330001111" });
  const { db, now } = portal.tenant;
  await db.insertInto("reset_tokens").values({
    token_hash: "x",
    patient_id: patientId,
    created_at: new Date(now()).toISOString(),
    expires_at: new Date(now() + 60_000).toISOString(),
  }).execute();
  const handOver = HAND_OVER;
  const running = await credentials.begin({ codiceFiscale, password: PASSWORD, handOver });
  const errand = await proved("phone");
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
  // The link is no good any more, and counts among those of the hour.
  const links = await db.selectFrom("reset_tokens").select("expires_at").execute();
  assert.deepEqual(links, [{ expires_at: new Date(now()).toISOString() }]);
  const acts = await db.selectFrom("accesses").select("act").execute();
  assert.ok(acts.some(({ act }) => act === "change-contact"));
  // What was begun with the old telephone ends.
  await assert.rejects(credentials.resend(running.challenge), problem("auth.challenge-over"));
  await assert.rejects(credentials.changeContact(errand, "333 111 2233"), problem("auth.errand-over"));
});

Deno.test("a new address gets its code by mail, and no subject tells it", async () => {
  await using portal = await openPortal();
  const { proved, credentials, patientId } = await atPage(portal, { email: "anna@example.org" });
  const made = await credentials.changeContact(await proved("email"), "Anna.Due@Example.COM");
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
  const { proved, credentials } = await atPage(portal, { phone: "+393330001111", email: "a@example.org" });
  const phone = await proved("phone");
  for (const contact of ["333 000 1111", "+393330001111", "12", "+41791234567", "a@example.com"]) {
    await assert.rejects(credentials.changeContact(phone, contact), problem("auth.contact-refused"));
  }
  const email = await proved("email");
  for (const contact of ["A@EXAMPLE.ORG", "nobody", "a@b", "a@example.com,b@example.com", "+393339998877"]) {
    await assert.rejects(credentials.changeContact(email, contact), problem("auth.contact-refused"));
  }
});

Deno.test("of fifty right codes at once one wins; guesses count with all others", async () => {
  await using portal = await openPortal();
  const { proved, credentials, patientId } = await atPage(portal);
  const { challenge } = await credentials.changeContact(await proved("phone"), NEW_PHONE);
  const code = await portal.lastCode();
  const counts = await tally(times(50, () => credentials.enterCode(challenge, code)));
  assert.deepEqual(counts, { "done": 1, "auth.challenge-over": 49 });
  const errand = await proved("phone");
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

Deno.test("a new number gets three codes a day, a patient six, and none holds its owner out", async () => {
  await using portal = await openPortal();
  const owner = await portal.addPatient({ phone: "+393339998877" });
  const thieves = [await atPage(portal), await atPage(portal), await atPage(portal)];
  for (const [i, { proved, credentials }] of thieves.entries()) {
    const errand = await proved("phone");
    const tries = await Promise.allSettled(times(20, () => credentials.changeContact(errand, NEW_PHONE)));
    assert.equal(tries.filter(({ status }) => status === "fulfilled").length, i === 0 ? 3 : 0);
    const refused = await credentials.changeContact(errand, NEW_PHONE).catch((error) => error);
    assert.ok(problem("auth.resend-limit")(refused) && refused.retryAfter === 24 * 3600);
  }
  assert.equal((await messagesTo(portal, "+393339998877")).length, 3);
  const [{ proved, credentials }] = thieves;
  const errand = await proved("phone");
  await inTurn(3, (i) => credentials.changeContact(errand, `333 111 22 3${i}`));
  await assert.rejects(credentials.changeContact(errand, "333 111 22 39"), problem("auth.resend-limit"));

  // Whose number it is signs in as if nothing had been, and has every one of their codes.
  await inTurn(
    8,
    () => credentials.begin({ codiceFiscale: owner.codiceFiscale, password: PASSWORD, handOver: HAND_OVER }),
  );
  assert.equal((await messagesTo(portal, "+393339998877")).length, 11);
  portal.advance(24 * 3600 * SECOND + 1);
  const { proved: again, credentials: page } = await atPage(portal);
  await page.changeContact(await again("phone"), NEW_PHONE);
});

Deno.test("the clinic page's script, minutes after a sign-in, changes nothing with a code of its own", async () => {
  await using portal = await openPortal();
  const { begin, credentials, patientId } = await atPage(portal, { email: "a@posta.example" });
  const before = await patientOf(portal, patientId);
  const contacts = { phone: NEW_PHONE, email: "ladro@posta.example" };
  for (const [act, contact] of Object.entries(contacts) as ["phone" | "email", string][]) {
    const errand = await begin(act);
    assert.equal((await credentials.errand(errand)).needsCode, true);
    await assert.rejects(credentials.changeContact(errand, contact), problem("auth.step-up"));
    const { sentTo } = await credentials.resend(errand);
    assert.equal(sentTo, `*****${before.phone.slice(-2)}`, "to the patient, not to the thief");
    await assert.rejects(credentials.changeContact(errand, contact), problem("auth.step-up"));
  }
  // Whose page is shown as something else, and the patient gives the code: the secret the script has is void.
  const shown = await begin("email");
  portal.advance(31 * SECOND);
  await credentials.resend(shown);
  assert.equal((await credentials.enterCode(shown, await portal.lastCode())).next, "errand");
  await assert.rejects(credentials.changeContact(shown, contacts.email), problem("auth.errand-over"));
  await assert.rejects(credentials.errand(shown), problem("auth.errand-over"));
  const errand = await begin("authenticator");
  await assert.rejects(credentials.offerAuthenticator(errand), problem("auth.step-up"));
  await assert.rejects(credentials.removeAuthenticator(errand), problem("auth.step-up"));
  assert.deepEqual(await patientOf(portal, patientId), before);
});

Deno.test("a change is done within a quarter of an hour of the code that allowed it, or not at all", async () => {
  await using portal = await openPortal();
  const { proved, credentials, patientId } = await atPage(portal);
  const errand = await proved("phone");
  portal.advance(599 * SECOND);
  const { challenge, expiresAt } = await credentials.changeContact(errand, NEW_PHONE);
  assert.equal(Date.parse(expiresAt), portal.tenant.now() + 301 * SECOND);
  const code = await portal.lastCode();
  portal.advance(301 * SECOND);
  await assert.rejects(credentials.enterCode(challenge, code), problem("auth.challenge-over"));
  await assert.rejects(credentials.resend(challenge), problem("auth.challenge-over"));
  assert.notEqual((await patientOf(portal, patientId)).phone, "+393339998877");
});

Deno.test("an errand of a session that is ended, idle or over sends no SMS and takes no code", async () => {
  for (const column of ["ended_at", "idle_until", "ends_at"]) {
    await using portal = await openPortal();
    const { begin, proved, credentials, patientId } = await atPage(portal);
    const { db, now } = portal.tenant;
    const [fresh, waiting, done] = [await begin("phone"), await begin("email"), await proved("phone")];
    await credentials.resend(waiting);
    const code = await portal.lastCode();
    const { challenge } = await credentials.changeContact(done, NEW_PHONE);
    portal.advance(20 * SECOND);
    await db.updateTable("sessions").set({ [column]: new Date(now()).toISOString() })
      .where("patient_id", "=", patientId).execute();
    const messages = (await listMessages(db)).length;
    for (const each of [fresh, waiting, challenge]) {
      await assert.rejects(credentials.resend(each), problem("auth.challenge-over"), column);
      await assert.rejects(credentials.enterCode(each, code), problem("auth.challenge-over"), column);
    }
    for (const each of [fresh, waiting, done]) {
      await assert.rejects(credentials.errand(each), problem("auth.errand-over"), column);
    }
    await assert.rejects(credentials.changeContact(done, "333 111 2233"), problem("auth.errand-over"));
    assert.equal((await listMessages(db)).length, messages, column);
  }
});

Deno.test("a code proves its own challenge's contact, nobody else's", async () => {
  await using portal = await openPortal();
  const [one, other] = [await atPage(portal), await atPage(portal)];
  const mine = await one.credentials.changeContact(await one.proved("phone"), NEW_PHONE);
  const code = await portal.lastCode();
  const theirs = await other.credentials.changeContact(await other.proved("phone"), "333 111 2233");
  if (code !== await portal.lastCode()) {
    await assert.rejects(one.credentials.enterCode(theirs.challenge, code), problem("auth.code-invalid"));
  }
  await one.credentials.enterCode(mine.challenge, code);
  assert.equal((await patientOf(portal, one.patientId)).phone, "+393339998877");
  assert.notEqual((await patientOf(portal, other.patientId)).phone, "+393339998877");
});

Deno.test("an errand of another act, of an ended session, or without its code changes no contact", async () => {
  await using portal = await openPortal();
  const { begin, proved, credentials, send, patientId } = await atPage(portal);
  const over = problem("auth.errand-over");
  for (const act of ["step-up", "password", "authenticator"] as const) {
    await assert.rejects(credentials.changeContact(await begin(act), NEW_PHONE), over);
  }
  const expired = await proved("phone");
  portal.advance(601 * SECOND);
  await assert.rejects(credentials.changeContact(expired, NEW_PHONE), over);
  const unproved = await begin("phone");
  await assert.rejects(credentials.changeContact(unproved, NEW_PHONE), problem("auth.step-up"));
  const errand = await proved("phone");
  const { challenge } = await credentials.changeContact(errand, NEW_PHONE);
  await send({ method: "POST", path: "/v1/auth/sign-out" });
  await assert.rejects(credentials.changeContact(errand, NEW_PHONE), over);
  await assert.rejects(
    credentials.enterCode(challenge, await portal.lastCode()),
    problem("auth.challenge-over"),
  );
  assert.notEqual((await patientOf(portal, patientId)).phone, "+393339998877");
});
