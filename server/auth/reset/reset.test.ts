import assert from "node:assert/strict";
import { createCredentials, createTransport, createTuoDossier, TuoError } from "@tuodossier/sdk";
import type { ConsentEntry } from "@tuodossier/sdk/contract";
import { codeOf, get, takeHome } from "../../archive/room.testing.ts";
import { issueFirstPassword } from "../../clinic/enrolment.ts";
import { MINUTE, SECOND } from "../../clock.ts";
import { recordConsent } from "../../consents/record.ts";
import { Problem } from "../../http/problem.ts";
import { listMessages } from "../../messages/store.ts";
import { CLINIC_SITE, openPortal, PASSWORD, PORTAL, type TestPortal } from "../../testing/portal.ts";
import { disableAccount } from "../desk.ts";
import { HAND_OVER, pageOf, times } from "../errand.testing.ts";
import { NOTICE_SUBJECT } from "../notices.ts";
import { beginReset } from "./begin.ts";
import { answerAll, forgetful, links, NEW_PASSWORD } from "./inbox.testing.ts";

const problem = (code: string, reason: string | null = null) => (error: unknown) =>
  error instanceof TuoError && error.code === code && (error.reason ?? null) === reason;

const isUnsent = (error: unknown) => (error as { code?: string }).code === "auth.code-unsent";

const waitingPasswords = ({ tenant: { db } }: TestPortal) =>
  db.selectFrom("challenges").selectAll().where("purpose", "=", "reset").where("ended_at", "is", null)
    .execute();

const canSignIn = (portal: TestPortal, codiceFiscale: string, password: string) =>
  pageOf(portal).begin({ codiceFiscale, password, handOver: HAND_OVER }).then(() => true, () => false);

const said = async ({ tenant }: TestPortal, subject: string) =>
  (await listMessages(tenant.db)).filter((message) => message.subject === subject);

Deno.test("a link and a code bring a new password, and the old one is worth nothing", async () => {
  await using portal = await openPortal();
  const { codiceFiscale, credentials, link, patientId } = await forgetful(portal);
  const { challenge, factor, sentTo } = await credentials.reset(await link(), NEW_PASSWORD);
  const code = await portal.lastCode();
  assert.deepEqual([factor, sentTo], ["sms", "*****01"]);
  assert.ok((await listMessages(portal.tenant.db)).at(-1)!.text.endsWith(`\n\n@portal.test #${code}`));
  assert.equal(await canSignIn(portal, codiceFiscale, NEW_PASSWORD), false);
  assert.equal(await canSignIn(portal, codiceFiscale, PASSWORD), true);

  assert.deepEqual(await credentials.enterCode(challenge, code), { next: "done" });
  assert.equal(await canSignIn(portal, codiceFiscale, PASSWORD), false);
  assert.equal(await canSignIn(portal, codiceFiscale, NEW_PASSWORD), true);
  const traced = await portal.tenant.db.selectFrom("accesses").select(["act", "actor"])
    .where("patient_id", "=", patientId).where("room", "=", "auth").execute();
  assert.deepEqual(traced.at(-1), { act: "reset-password", actor: "patient" });
  const notices = await said(portal, NOTICE_SUBJECT);
  assert.equal(notices.length, 1);
  assert.match(notices[0].text, /la tua password è stata cambiata con il link/);
});

Deno.test("of fifty uses of a link at once one wins, and none later", async () => {
  await using portal = await openPortal();
  const { link } = await forgetful(portal);
  const facts = { token: await link(), password: NEW_PASSWORD };
  const answers = await Promise.allSettled(times(50, () => beginReset(portal.tenant, facts)));
  const lost = answers.flatMap((one) => one.status === "rejected" ? [(one.reason as Problem).code] : []);
  assert.deepEqual(lost, Array(49).fill("auth.reset-over"));
  assert.equal((await waitingPasswords(portal)).length, 1);
  await assert.rejects(beginReset(portal.tenant, facts), new Problem("auth.reset-over"));
});

Deno.test("a link that is used, old, older than another, invented or of elsewhere opens nothing", async () => {
  await using portal = await openPortal();
  const { credentials, link, codiceFiscale } = await forgetful(portal);
  const over = (token: string) =>
    assert.rejects(credentials.reset(token, NEW_PASSWORD), problem("auth.reset-over"));
  await over("A".repeat(43));

  const first = await link();
  const second = await link();
  await over(first);
  const other = await portal.clinics.add({ name: "Altra clinica", origins: ["http://other.test"] });
  const elsewhere = createCredentials(
    createTransport({
      endpoint: PORTAL,
      key: other.clinic.key,
      fetch: portal.fetchFrom(PORTAL),
      now: portal.tenant.now,
    }),
  );
  await assert.rejects(elsewhere.reset(second, NEW_PASSWORD), problem("auth.reset-over"));
  await credentials.reset(second, NEW_PASSWORD);
  await over(second);

  portal.advance(61 * MINUTE);
  const late = await link();
  portal.advance(30 * MINUTE);
  await over(late);
  const soon = await link();
  portal.advance(30 * MINUTE - SECOND);
  await credentials.reset(soon, NEW_PASSWORD);

  portal.advance(61 * MINUTE);
  const reissued = await link();
  await issueFirstPassword(portal.tenant, { codiceFiscale });
  await over(reissued);
});

Deno.test("a scanner that opens the link's address uses nothing up", async () => {
  await using portal = await openPortal();
  const { credentials, link } = await forgetful(portal);
  const token = await link();
  const [{ url }] = await links(portal);
  const api = `${PORTAL}/t/${portal.tenant.clinic.key}/v1/auth/reset`;
  for (const address of [url, `${api}?token=${token}`, `${api}/${token}`, api]) {
    for (const method of ["GET", "HEAD", "OPTIONS"]) {
      const response = await portal.fetchFrom(null)(address, { method });
      await response.body?.cancel();
      if (address !== url) assert.ok(response.status >= 400, `${method} ${response.status}`);
    }
  }
  assert.equal((await credentials.reset(token, NEW_PASSWORD)).factor, "sms");
});

Deno.test("a password that is refused leaves the link as it was, and a false link learns nothing by it", async () => {
  await using portal = await openPortal();
  const { credentials, link } = await forgetful(portal);
  const token = await link();
  const refusals = { "corta": "too-short", "Password2024!": "common", "PazientePaziente001!": "personal" };
  for (const [password, reason] of Object.entries(refusals)) {
    await assert.rejects(credentials.reset(token, password), problem("auth.password-weak", reason));
  }
  for (const password of ["corta", "Password2024!"]) {
    await assert.rejects(
      credentials.reset("A".repeat(43), password),
      problem("auth.password-weak", password === "corta" ? "too-short" : "common"),
    );
  }
  // To who has only the mailbox it would confirm a guess.
  await credentials.reset(token, PASSWORD);
});

Deno.test("a good link and a false one read and hash the same", async () => {
  await using portal = await openPortal();
  const { link } = await forgetful(portal);
  const token = await link();
  const seen: string[][] = [];
  for (const each of [token, "A".repeat(43)]) {
    const made: string[] = [];
    const db = portal.tenant.db.withPlugin({
      transformQuery: ({ node }) => (made.push(node.kind), node),
      transformResult: ({ result }) => Promise.resolve(result),
    });
    const facts = { token: each, password: NEW_PASSWORD };
    await beginReset({ ...portal.tenant, db }, facts).catch(() => {});
    seen.push(made.slice(0, 3));
  }
  assert.deepEqual(seen[0], ["SelectQueryNode", "SelectQueryNode", "UpdateQueryNode"]);
  assert.deepEqual(seen[1], seen[0]);
});

Deno.test("a code that may not be sent leaves the link as it was", async () => {
  await using portal = await openPortal();
  const { credentials, link, patientId } = await forgetful(portal);
  const token = await link();
  const { db, now } = portal.tenant;
  const codes_closed_until = new Date(now() + 10 * MINUTE).toISOString();
  await db.updateTable("accounts").set({ codes_closed_until }).where("patient_id", "=", patientId).execute();
  await assert.rejects(credentials.reset(token, NEW_PASSWORD), problem("auth.code-closed"));
  assert.deepEqual(await waitingPasswords(portal), []);
  portal.advance(11 * MINUTE);
  await credentials.reset(token, NEW_PASSWORD);
});

Deno.test("a code that cannot be sent leaves the link as it was, and no password waits", async () => {
  await using portal = await openPortal();
  const { credentials, link } = await forgetful(portal);
  const token = await link();
  const { key } = portal.tenant.clinic;
  await portal.clinics.setSettings(key, { smsDailyBudget: 0 });
  for (let i = 0; i < 3; i++) {
    await assert.rejects(credentials.reset(token, NEW_PASSWORD), isUnsent);
    assert.deepEqual(await waitingPasswords(portal), []);
  }
  await portal.clinics.setSettings(key, { smsDailyBudget: 100 });
  portal.advance(30 * MINUTE - SECOND);
  await credentials.reset(token, NEW_PASSWORD);
  await assert.rejects(credentials.reset(token, NEW_PASSWORD), problem("auth.reset-over"));
});

Deno.test("a link comes back for no longer than it was good, and not where a newer one or a new password came", async () => {
  await using portal = await openPortal();
  const { link, codiceFiscale } = await forgetful(portal);
  const { tenant } = portal;
  /** The code's SMS fails, and `meanwhile` happens before that is known. */
  const beginWith = (token: string, meanwhile: () => Promise<unknown>) => {
    const post = {
      ...tenant.post,
      gateways: { sms: null, mail: null },
      async until() {
        await meanwhile();
        await tenant.db.updateTable("messages").set({ state: "failed" }).where("state", "=", "queued")
          .execute();
      },
    };
    return assert.rejects(beginReset({ ...tenant, post }, { token, password: NEW_PASSWORD }), isUnsent);
  };
  const over = (token: string) =>
    assert.rejects(beginReset(tenant, { token, password: NEW_PASSWORD }), new Problem("auth.reset-over"));

  const old = await link();
  await beginWith(old, () => Promise.resolve());
  portal.advance(30 * MINUTE);
  await over(old);

  const replaced = await link();
  let newer = "";
  await beginWith(replaced, async () => {
    portal.advance(SECOND);
    newer = await link();
  });
  await over(replaced);
  await beginWith(newer, () => issueFirstPassword(tenant, { codiceFiscale }));
  await over(newer);
});

Deno.test("a disabled account, and one without portal activation, cannot use the link they have", async () => {
  await using portal = await openPortal();
  const { credentials, link, patientId } = await forgetful(portal);
  const token = await link();
  const inactive = await forgetful(portal, { email: "b@posta.example" });
  const other = await inactive.link();
  const entry: ConsentEntry = {
    kind: "consent",
    type: "privacy",
    date: "2026-01-15",
    textVersion: "1",
    decisions: [{ code: "portal-activation", given: false }],
  };
  const pdf = new TextEncoder().encode("%PDF-1.4\n% withdrawn\n%%EOF\n");
  await recordConsent(portal.tenant, { patientId: inactive.patientId, entry, pdf });
  await assert.rejects(credentials.reset(other, NEW_PASSWORD), problem("auth.reset-over"));
  await disableAccount(portal.tenant, patientId);
  await assert.rejects(credentials.reset(token, NEW_PASSWORD), problem("auth.reset-over"));
});

Deno.test("a reset never spares the second factor: wrong codes change nothing, an authenticator is asked for", async () => {
  await using portal = await openPortal();
  const { credentials, link, codiceFiscale, patientId } = await forgetful(portal);
  const { challenge } = await credentials.reset(await link(), NEW_PASSWORD);
  const wrong = (await portal.lastCode()) === "000000" ? "000001" : "000000";
  for (let i = 0; i < 5; i++) {
    await assert.rejects(credentials.enterCode(challenge, wrong), problem("auth.code-invalid"));
  }
  await assert.rejects(
    credentials.enterCode(challenge, await portal.lastCode()),
    problem("auth.challenge-over"),
  );
  await assert.rejects(credentials.choosePassword(challenge, NEW_PASSWORD), problem("auth.challenge-over"));
  await assert.rejects(
    credentials.changePassword(challenge, PASSWORD, NEW_PASSWORD),
    problem("auth.errand-over"),
  );
  assert.equal(await canSignIn(portal, codiceFiscale, PASSWORD), true);

  const authenticator_since = new Date(portal.tenant.now()).toISOString();
  await portal.tenant.db.updateTable("accounts").set({ authenticator_since })
    .where("patient_id", "=", patientId).execute();
  const asked = await credentials.reset(await link(), NEW_PASSWORD);
  assert.deepEqual([asked.factor, asked.sentTo], ["authenticator", null]);
});

Deno.test("a reset ends sessions, downloads, hand-overs, challenges, and the waits that guesses brought", async () => {
  await using portal = await openPortal();
  const { tuo, ticket, patientId } = await takeHome(portal, { count: 1 });
  const { codiceFiscale } = await tuo.profile.get();
  await portal.tenant.db.updateTable("patients").set({ email: "anna@posta.example" })
    .where("id", "=", patientId).execute();
  const unused = await ticket();
  const page = createTuoDossier({
    endpoint: PORTAL,
    key: portal.tenant.clinic.key,
    now: portal.tenant.now,
    fetch: portal.fetchFrom(CLINIC_SITE),
  });
  const { signIn, message } = await portal.handOver(page, codiceFiscale, PASSWORD);
  const credentials = pageOf(portal);
  const begun = await credentials.begin({ codiceFiscale, password: PASSWORD, handOver: HAND_OVER });

  await credentials.requestReset(codiceFiscale);
  await answerAll(portal);
  const token = (await links(portal)).at(-1)!.token;
  const { challenge } = await credentials.reset(token, NEW_PASSWORD);
  const code = await portal.lastCode();
  for (let i = 0; i < 6; i++) await canSignIn(portal, codiceFiscale, "guess guess guess");
  await credentials.enterCode(challenge, code);

  await assert.rejects(tuo.profile.get(), problem("auth.signed-out"));
  await assert.rejects(signIn.accept(message), problem("auth.handover-invalid"));
  await assert.rejects(credentials.enterCode(begun.challenge, "123456"), problem("auth.challenge-over"));
  assert.deepEqual(await codeOf(await get(portal, unused)), [404, "archive.ticket-over"]);
  assert.equal(await canSignIn(portal, codiceFiscale, NEW_PASSWORD), true);
});

Deno.test("who still has a first password, or an old one, comes in by a reset", async () => {
  await using portal = await openPortal();
  const { codiceFiscale, credentials, link } = await forgetful(portal);
  await issueFirstPassword(portal.tenant, { codiceFiscale, password: "sasso pino gatto luna" });
  portal.advance(40 * 24 * 60 * MINUTE);
  assert.equal(await canSignIn(portal, codiceFiscale, "sasso pino gatto luna"), false);
  const { challenge } = await credentials.reset(await link(), NEW_PASSWORD);
  await credentials.enterCode(challenge, await portal.lastCode());
  portal.advance(MINUTE);
  const begun = await credentials.begin({ codiceFiscale, password: NEW_PASSWORD, handOver: HAND_OVER });
  const answer = await credentials.enterCode(begun.challenge, await portal.lastCode());
  assert.equal(answer.next, "hand-over");
});

Deno.test("nothing of the patient, the link or the password is in a log or a subject", async () => {
  await using portal = await openPortal();
  const { codiceFiscale, credentials, link, email, patientId } = await forgetful(portal, {
    givenName: "Canaria",
    familyName: "Segretissima",
  });
  const token = await link();
  await credentials.reset(token, "corta").catch(() => {});
  const { challenge } = await credentials.reset(token, NEW_PASSWORD);
  const code = await portal.lastCode();
  await credentials.enterCode(challenge, code);
  await credentials.reset(token, NEW_PASSWORD).catch(() => {});
  const subjects = (await listMessages(portal.tenant.db)).map(({ subject }) => subject);
  const written = JSON.stringify([portal.logs, subjects]);
  const canaries = [
    codiceFiscale,
    "Canaria",
    "Segretissima",
    email,
    token,
    NEW_PASSWORD,
    code,
    challenge,
    patientId,
  ];
  assert.deepEqual(canaries.filter((canary) => written.includes(canary)), []);
  const stored = await portal.tenant.db.selectFrom("reset_tokens").selectAll().execute();
  assert.ok(!JSON.stringify(stored).includes(token));
});
