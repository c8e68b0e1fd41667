import assert from "node:assert/strict";
import { TuoError } from "@tuodossier/sdk";
import { MINUTE, SECOND } from "../../clock.ts";
import { listMessages } from "../../messages/store.ts";
import { openPortal, PASSWORD, type TestPortal } from "../../testing/portal.ts";
import { browsersOf } from "../browser.testing.ts";
import { atPage, HAND_OVER, pageOf, tally, times } from "../errand.testing.ts";
import { NOTICE_SUBJECT } from "../notices.ts";

const NEW = "mulino azzurro 29 vele";

const problem = (code: string, reason: string | null = null) => (error: unknown) =>
  error instanceof TuoError && error.code === code && (error.reason ?? null) === reason;

const canSignIn = (portal: TestPortal, codiceFiscale: string, password: string) =>
  pageOf(portal).begin({ codiceFiscale, password, handOver: HAND_OVER }).then(() => true, () => false);

Deno.test("a change needs the current password, ends every other session, and tells the patient", async () => {
  await using portal = await openPortal();
  const { codiceFiscale, patientId, credentials, begin, send } = await atPage(portal, {
    email: "a@posta.example",
  });
  const mine = portal.keyStore;
  portal.advance(16 * SECOND);
  const other = await portal.signIn(codiceFiscale);
  assert.notEqual(portal.keyStore, mine);
  const errand = await begin("password");
  await credentials.changePassword(errand, PASSWORD, NEW);

  assert.equal((await send({ method: "GET", path: "/v1/profile" })).status, 200);
  await assert.rejects(other.profile.get(), problem("auth.signed-out"));
  assert.equal(await canSignIn(portal, codiceFiscale, PASSWORD), false);
  assert.equal(await canSignIn(portal, codiceFiscale, NEW), true);
  await assert.rejects(credentials.changePassword(errand, NEW, PASSWORD), problem("auth.errand-over"));

  const { tenant: { db } } = portal;
  const traced = await db.selectFrom("accesses").select(["act", "actor"]).where("patient_id", "=", patientId)
    .where("act", "=", "change-password").execute();
  assert.deepEqual(traced, [{ act: "change-password", actor: "patient" }]);
  const notices = (await listMessages(db)).filter(({ text }) =>
    text.includes("la tua password è stata cambiata")
  );
  assert.deepEqual(notices.map(({ to, subject }) => [to, subject]), [["a@posta.example", NOTICE_SUBJECT]]);
});

Deno.test("of twenty changes at once one wins", async () => {
  await using portal = await openPortal();
  const { codiceFiscale, credentials, begin } = await atPage(portal);
  const errands = [await begin("password"), await begin("password")];
  const chosen = times(20, (i) => Promise.resolve(`mulino azzurro ${29 + i} vele`));
  const passwords = await Promise.all(chosen);
  const counts = await tally(
    passwords.map((password, i) => credentials.changePassword(errands[i % 2], PASSWORD, password)),
  );
  assert.equal(counts.done, 1);
  assert.equal((counts["auth.errand-over"] ?? 0) + (counts["auth.wait"] ?? 0), 19);
  const good = [];
  for (const password of passwords) if (await canSignIn(portal, codiceFiscale, password)) good.push(password);
  portal.advance(10 * MINUTE);
  assert.ok(good.length <= 1);
  assert.equal(await canSignIn(portal, codiceFiscale, PASSWORD), false);
});

Deno.test("guesses of the current password wait with those of sign-in on the same device", async () => {
  await using portal = await openPortal();
  const { codiceFiscale } = await portal.addPatient();
  const browser = browsersOf(portal)();
  const { credentials } = browser;
  const held = await browser.signIn(codiceFiscale);
  const devices = [held.tokens.device!];
  const { errand } = await (await held.request("POST", "/v1/auth/errands", { act: "password" })).json();
  const guess = () => credentials.changePassword(errand, "guess guess guess", NEW);
  const signIn = (password: string, known: string[]) =>
    credentials.begin({ codiceFiscale, password, handOver: HAND_OVER, devices: known });
  for (let i = 0; i < 2; i++) {
    await assert.rejects(signIn("guess guess guess", devices), problem("auth.invalid-credentials"));
  }
  for (let i = 0; i < 3; i++) await assert.rejects(guess(), problem("auth.invalid-credentials"));
  await assert.rejects(credentials.changePassword(errand, PASSWORD, NEW), problem("auth.wait"));
  await assert.rejects(signIn(PASSWORD, devices), problem("auth.wait"));
  portal.advance(16 * SECOND);
  const again = await tally(times(20, guess));
  assert.deepEqual(again, { "auth.invalid-credentials": 1, "auth.wait": 19 });
  portal.advance(31 * SECOND);
  await credentials.changePassword(errand, PASSWORD, NEW);
});

Deno.test("a stranger's failures hold nobody from changing their password", async () => {
  await using portal = await openPortal();
  const { codiceFiscale, credentials, begin } = await atPage(portal);
  const errand = await begin("password");
  for (let i = 0; i < 9; i++) await canSignIn(portal, codiceFiscale, "guess guess guess");
  assert.equal(await canSignIn(portal, codiceFiscale, PASSWORD), false);
  await credentials.changePassword(errand, PASSWORD, NEW);
});

Deno.test("the new password is judged, and a refusal costs neither errand nor guess", async () => {
  await using portal = await openPortal();
  const { credentials, begin } = await atPage(portal);
  const errand = await begin("password");
  const refusals = {
    "corta 1!": "too-short",
    "Password2024!": "common",
    "Prova Paziente001": "personal",
    "lampada verde 42 onde": "unchanged",
    "ｌａｍｐａｄａ verde 42 onde": "unchanged",
  };
  for (let round = 0; round < 3; round++) {
    for (const [password, reason] of Object.entries(refusals)) {
      await assert.rejects(
        credentials.changePassword(errand, PASSWORD, password),
        problem("auth.password-weak", reason),
      );
    }
  }
  await credentials.changePassword(errand, PASSWORD, NEW);
});

Deno.test("no other errand, no unproved one and no ended session changes a password", async () => {
  await using portal = await openPortal();
  const { credentials, begin, patientId } = await atPage(portal);
  const refused = (errand: string, code: string) =>
    assert.rejects(credentials.changePassword(errand, PASSWORD, NEW), problem(code));
  for (const act of ["phone", "email", "authenticator", "step-up"] as const) {
    await refused(await begin(act), "auth.errand-over");
  }
  await refused("A".repeat(43), "auth.errand-over");
  const early = await begin("password");
  portal.advance(16 * MINUTE);
  await refused(early, "auth.errand-over");
  const unproved = await begin("password");
  await refused(unproved, "auth.step-up");
  await credentials.resend(unproved);
  const answer = await credentials.enterCode(unproved, await portal.lastCode());
  await refused(unproved, "auth.errand-over");
  const proved = answer.next === "errand" ? answer.errand : "";
  const { db, now } = portal.tenant;
  await db.updateTable("sessions").set({ ended_at: new Date(now()).toISOString() })
    .where("patient_id", "=", patientId).execute();
  await refused(proved, "auth.errand-over");
});
