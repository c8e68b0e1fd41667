import assert from "node:assert/strict";
import { decodeBase32IgnorePadding } from "@oslojs/encoding";
import { SECOND } from "../../clock.ts";
import { openPortal, PASSWORD, type TestPortal } from "../../testing/portal.ts";
import { type AtPage, atPage, HAND_OVER, inTurn, tally, times } from "../errand.testing.ts";
import { problem } from "../stolen.testing.ts";
import { stepAt, totpAt } from "./totp.ts";

/** A patient with an authenticator that proved itself, half a minute ago. */
async function withAuthenticator(portal: TestPortal, page?: AtPage) {
  const at = page ?? await atPage(portal);
  const errand = await at.proved("authenticator");
  const { secret, uri } = await at.credentials.offerAuthenticator(errand);
  const key = decodeBase32IgnorePadding(secret);
  const codeAt = (away = 0) => totpAt(key, stepAt(portal.tenant.now()) + away);
  const { codes } = await at.credentials.confirmAuthenticator(errand, codeAt());
  portal.advance(31 * SECOND);
  const begin = async () => {
    const { codiceFiscale } = at;
    return await at.credentials.begin({ codiceFiscale, password: PASSWORD, handOver: HAND_OVER });
  };
  return { ...at, errand, uri, codeAt, codes, signIn: begin };
}

const wrong = (right: string) => right === "000000" ? "000001" : "000000";
const acts = async (portal: TestPortal) =>
  (await portal.tenant.db.selectFrom("accesses").select("act").execute()).map(({ act }) => act);

Deno.test("an authenticator takes the place of SMS, tells ten recovery codes, and names nobody", async () => {
  await using portal = await openPortal();
  const { signIn, codeAt, codes, uri, codiceFiscale, credentials } = await withAuthenticator(
    portal,
    await atPage(portal, { givenName: "Maria", familyName: "Rossi" }),
  );
  assert.equal(codes.length, 10);
  assert.equal(new Set(codes).size, 10);
  for (const code of codes) assert.match(code, /^[A-Z2-7]{5}-[A-Z2-7]{5}$/);
  assert.match(uri, /^otpauth:\/\/totp\/Clinica%20di%20prova:TuoDossier-MR\?/);
  assert.ok(!uri.includes(codiceFiscale) && !uri.includes("Rossi"));
  const stored = JSON.stringify([
    await portal.tenant.db.selectFrom("recovery_codes").selectAll().execute(),
    await portal.tenant.db.selectFrom("accounts").selectAll().execute(),
    await portal.tenant.db.selectFrom("challenges").selectAll().execute(),
  ]);
  const secret = new URL(uri).searchParams.get("secret")!;
  for (const told of [secret, ...codes, ...codes.map((code) => code.replace("-", ""))]) {
    assert.ok(!stored.includes(told));
  }
  const { challenge, factor, sentTo } = await signIn();
  assert.deepEqual([factor, sentTo], ["authenticator", null]);
  await assert.rejects(credentials.enterCode(challenge, wrong(codeAt())), problem("auth.code-invalid"));
  assert.equal((await credentials.enterCode(challenge, codeAt())).next, "hand-over");
  assert.ok((await acts(portal)).includes("add-authenticator"));
  const last = await portal.tenant.db.selectFrom("messages").select("text").orderBy("id", "desc")
    .executeTakeFirstOrThrow();
  assert.match(last.text, /app di autenticazione/);
});

Deno.test("of fifty confirmations at once one turns it on; of fifty wrong ones five are judged", async () => {
  await using portal = await openPortal();
  const { proved, credentials } = await atPage(portal);
  const errand = await proved("authenticator");
  const { secret } = await credentials.offerAuthenticator(errand);
  const code = totpAt(decodeBase32IgnorePadding(secret), stepAt(portal.tenant.now()));
  const guesses = await tally(times(50, () => credentials.confirmAuthenticator(errand, wrong(code))));
  assert.deepEqual(guesses, { "auth.code-invalid": 5, "auth.errand-over": 45 });
  await assert.rejects(credentials.confirmAuthenticator(errand, code), problem("auth.errand-over"));

  const other = await proved("authenticator");
  const again = await credentials.offerAuthenticator(other);
  const right = totpAt(decodeBase32IgnorePadding(again.secret), stepAt(portal.tenant.now()));
  const counts = await tally(times(50, () => credentials.confirmAuthenticator(other, right)));
  assert.deepEqual(counts, { "done": 1, "auth.errand-over": 49 });
  const codes = await portal.tenant.db.selectFrom("recovery_codes").selectAll().execute();
  assert.equal(codes.length, 10);
});

Deno.test("a code is good once, and so is that of the step beside it", async () => {
  await using portal = await openPortal();
  const { signIn, codeAt, credentials } = await withAuthenticator(portal);
  const [now, next] = [codeAt(), codeAt(1)];
  const challenges = await inTurn(4, async () => (await signIn()).challenge);
  assert.equal((await credentials.enterCode(challenges[0], next)).next, "hand-over");
  await assert.rejects(credentials.enterCode(challenges[1], next), problem("auth.code-invalid"));
  await assert.rejects(credentials.enterCode(challenges[2], now), problem("auth.code-invalid"));
  portal.advance(60 * SECOND);
  assert.equal((await credentials.enterCode(challenges[3], codeAt())).next, "hand-over");
});

Deno.test("of fifty right codes at once exactly one wins, over many sign-ins too", async () => {
  await using portal = await openPortal();
  const { signIn, codeAt, credentials } = await withAuthenticator(portal);
  const { challenge } = await signIn();
  const one = await tally(times(50, () => credentials.enterCode(challenge, codeAt())));
  assert.deepEqual(one, { "done": 1, "auth.challenge-over": 49 });
  portal.advance(31 * SECOND);
  const challenges = await inTurn(5, async () => (await signIn()).challenge);
  const many = await tally(challenges.map((each) => credentials.enterCode(each, codeAt())));
  assert.deepEqual(many, { "done": 1, "auth.code-invalid": 4 });
});

Deno.test("a recovery code stands in once, also when fifty come at once, and for its patient alone", async () => {
  await using portal = await openPortal();
  const { signIn, codes, credentials } = await withAuthenticator(portal);
  const stranger = await withAuthenticator(portal);
  const theirs = (await stranger.signIn()).challenge;
  await assert.rejects(credentials.enterCode(theirs, codes[0]), problem("auth.code-invalid"));
  const challenges = await inTurn(8, async () => (await signIn()).challenge);
  const counts = await tally(challenges.map((each) => credentials.enterCode(each, codes[0])));
  assert.deepEqual(counts, { "done": 1, "auth.code-invalid": 7 });
  const typed = codes[1].toLowerCase().replace("-", " ");
  const { challenge } = await signIn();
  const fifty = await tally(times(50, () => credentials.enterCode(challenge, typed)));
  assert.deepEqual(fifty, { "done": 1, "auth.challenge-over": 49 });
});

Deno.test("guesses are counted as those of SMS: five a challenge, ten in a row close the path", async () => {
  await using portal = await openPortal();
  const { signIn, codeAt, credentials } = await withAuthenticator(portal);
  const { challenge } = await signIn();
  const counts = await tally(times(50, () => credentials.enterCode(challenge, wrong(codeAt()))));
  assert.deepEqual(counts, { "auth.code-invalid": 5, "auth.challenge-over": 45 });
  const second = (await signIn()).challenge;
  await tally(times(5, () => credentials.enterCode(second, "AAAAA-AAAAA")));
  await assert.rejects(signIn(), problem("auth.code-closed"));
  const texts = await portal.tenant.db.selectFrom("messages").select("text").execute();
  assert.ok(texts.some(({ text }) => text.includes("troppi codici sbagliati")));
});

Deno.test("a new offer leaves what is in use alone until it is proved", async () => {
  await using portal = await openPortal();
  const { begin, credentials, signIn, codeAt, codes } = await withAuthenticator(portal);
  const begun = await begin("authenticator");
  const answer = await credentials.enterCode(begun, codeAt());
  assert.ok(answer.next === "errand");
  const { errand } = answer;
  portal.advance(31 * SECOND);
  await credentials.offerAuthenticator(errand);
  const { secret } = await credentials.offerAuthenticator(errand);
  const key = decodeBase32IgnorePadding(secret);
  assert.equal((await credentials.enterCode((await signIn()).challenge, codeAt())).next, "hand-over");
  portal.advance(31 * SECOND);
  const fresh = () => totpAt(key, stepAt(portal.tenant.now()));
  await credentials.confirmAuthenticator(errand, fresh());
  portal.advance(31 * SECOND);
  const { challenge } = await signIn();
  await assert.rejects(credentials.enterCode(challenge, codeAt()), problem("auth.code-invalid"));
  await assert.rejects(credentials.enterCode(challenge, codes[0]), problem("auth.code-invalid"));
  assert.equal((await credentials.enterCode(challenge, fresh())).next, "hand-over");
});

Deno.test("adding and removing end what was begun with the factor before", async () => {
  await using portal = await openPortal();
  const page = await atPage(portal);
  const { codiceFiscale, credentials } = page;
  const before = await credentials.begin({ codiceFiscale, password: PASSWORD, handOver: HAND_OVER });
  const sms = await portal.lastCode();
  const { signIn, codeAt, codes, begin } = await withAuthenticator(portal, page);
  await assert.rejects(credentials.enterCode(before.challenge, sms), problem("auth.challenge-over"));
  const { challenge } = await signIn();
  const errand = await begin("authenticator");
  await assert.rejects(credentials.removeAuthenticator(errand), problem("auth.step-up"));
  const answer = await credentials.enterCode(errand, codeAt());
  portal.advance(31 * SECOND);
  await assert.rejects(credentials.removeAuthenticator(errand), problem("auth.errand-over"));
  await credentials.removeAuthenticator(answer.next === "errand" ? answer.errand : "");
  for (const code of [codeAt(), codes[0]]) {
    await assert.rejects(credentials.enterCode(challenge, code), problem("auth.challenge-over"));
  }
  assert.equal((await signIn()).factor, "sms");
  assert.deepEqual(await portal.tenant.db.selectFrom("recovery_codes").selectAll().execute(), []);
  assert.ok((await acts(portal)).includes("remove-authenticator"));
});

Deno.test("an errand of another act, one that is over, or one without its code does nothing", async () => {
  await using portal = await openPortal();
  const { begin, proved, credentials, send } = await atPage(portal);
  const over = problem("auth.errand-over");
  for (const act of ["step-up", "password", "phone", "email"] as const) {
    await assert.rejects(credentials.offerAuthenticator(await begin(act)), over);
  }
  const errand = await proved("authenticator");
  await assert.rejects(credentials.confirmAuthenticator(errand, "123456"), problem("auth.code-invalid"));
  await assert.rejects(credentials.offerAuthenticator("A".repeat(43)), over);
  const late = await proved("authenticator");
  portal.advance(601 * SECOND);
  await assert.rejects(credentials.offerAuthenticator(late), over);
  portal.advance(301 * SECOND);
  const stale = await begin("authenticator");
  await assert.rejects(credentials.offerAuthenticator(stale), problem("auth.step-up"));
  await assert.rejects(credentials.removeAuthenticator(stale), problem("auth.step-up"));
  await credentials.resend(stale);
  const answer = await credentials.enterCode(stale, await portal.lastCode());
  assert.ok(answer.next === "errand");
  await credentials.offerAuthenticator(answer.errand);
  await send({ method: "POST", path: "/v1/auth/sign-out" });
  await assert.rejects(credentials.offerAuthenticator(answer.errand), over);
});

Deno.test("the pages of clinics cannot reach it", async () => {
  await using portal = await openPortal();
  const { key } = portal.tenant.clinic;
  for (const path of ["authenticator", "authenticator/confirm", "authenticator/remove", "contact"]) {
    const response = await portal.fetch(`http://portal.test/t/${key}/v1/auth/errand/${path}`, {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify({ errand: "A".repeat(43) }),
    });
    assert.equal(response.status, 403);
  }
});
