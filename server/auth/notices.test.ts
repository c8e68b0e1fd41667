import assert from "node:assert/strict";
import { DAY, MINUTE } from "../clock.ts";
import { listMessages } from "../messages/store.ts";
import { segmentsOf, toGsm7 } from "../sms/gsm7.ts";
import { openPortal, PASSWORD } from "../testing/portal.ts";
import { HAND_OVER, pageOf } from "./errand.testing.ts";
import * as notices from "./notices.ts";

const WITH_MAIL = { email: "a@posta.example", phone: "+393330001111" };
const WITHOUT = { email: null, phone: "+393330001111" };

const all = (account: { patientId: string; email: string | null; phone: string }) =>
  [
    (within) => notices.noticePassword(within, { account, reset: false }),
    (within) => notices.noticePassword(within, { account, reset: true }),
    (within) => notices.noticeCodesClosed(within, { account }),
    (within) => notices.noticeNewDevice(within, { account, device: "Chrome · Android" }),
    (within) => notices.noticeContactChanged(within, { account, kind: "email" }),
    (within) => notices.noticeContactChanged(within, { account, kind: "phone" }),
    (within) => notices.noticeAuthenticator(within, { account, added: true }),
    (within) => notices.noticeAuthenticator(within, { account, added: false }),
    (within) => notices.noticeRecoveryCode(within, { account }),
    (within) => notices.noticeIdentity(within, { account }),
  ] as const satisfies readonly ((
    within: Parameters<typeof notices.noticeCodesClosed>[0],
  ) => Promise<void>)[];

Deno.test("every notice says what, when and whom to call, in one segment where it is an SMS", async () => {
  await using portal = await openPortal();
  const { clinic } = portal.tenant;
  const tenant = { ...portal.tenant, clinic: { ...clinic, hours: "lunedì-venerdì 8-19" } };
  for (const told of [WITH_MAIL, WITHOUT]) {
    const { patientId } = await portal.addPatient();
    for (const notice of all({ ...told, patientId })) await notice(tenant);
  }
  const written = await listMessages(tenant.db);
  assert.equal(written.length, 21);
  for (const { kind, subject, text, html } of written) {
    assert.match(
      text,
      kind === "email" ? /Il 15 gennaio 2026 alle 10:00 (la tua|il tuo|c'è) / : /15\/01\/2026 ore 10:00: /,
    );
    if (kind === "email") {
      assert.match(text, /Se non eri tu, chiama subito la clinica al 0999 000 000 \(lunedì-venerdì 8-19\)\./);
    }
    assert.match(text, /0999 000 000/);
    assert.ok(!/https?:/.test(text + html), "no link");
    assert.ok(!/referto|esame|visita|cartella/i.test(text), "no health data");
    if (kind === "email") assert.equal(subject, notices.NOTICE_SUBJECT);
    else assert.deepEqual([segmentsOf(text), toGsm7(text).includes("?")], [1, false], text);
  }
  const kinds = (many: typeof written) => many.map(({ kind }) => kind).join(" ");
  assert.equal(
    kinds(written.slice(0, 11)),
    "email email email email email sms email email email email email",
  );
  assert.ok(written.slice(11).every(({ kind, to }) => kind === "sms" && to === WITHOUT.phone));
});

Deno.test("an SMS stays one segment whatever the clinic's telephone and the device are called", () => {
  const events = [
    "accesso da un nuovo dispositivo (" + "W".repeat(40) + ")",
    "il tuo accesso è stato collegato al servizio di identità della clinica",
    "dopo troppi codici sbagliati l'accesso con il codice è sospeso per un po'",
  ];
  for (const event of events) {
    for (const phone of [null, "0999 000 000", "+39 0999 000 000 int. 12", "0".repeat(200)]) {
      const text = notices.noticeSms({ event, at: Date.UTC(2026, 6, 1, 22, 30), phone });
      assert.equal(segmentsOf(text), 1, text);
      assert.match(text, /02\/07\/2026 ore 00:30/);
    }
  }
});

Deno.test("a mail names the day as people say it, in Italy's time", () => {
  assert.equal(notices.inFull(Date.UTC(2026, 10, 23, 23, 4)), "Il 24 novembre 2026 alle 00:04");
  assert.equal(notices.inFull(Date.UTC(2026, 4, 8, 8)), "L'8 maggio 2026 alle 10:00");
  assert.equal(notices.inFull(Date.UTC(2026, 4, 18, 8)), "Il 18 maggio 2026 alle 10:00");
});

Deno.test("a budget that is used up keeps nobody from what the notice is about", async () => {
  await using portal = await openPortal();
  const { patientId } = await portal.addPatient();
  const tenant = await portal.clinics.setSettings(portal.tenant.clinic.key, { smsDailyBudget: 0 });
  await tenant.db.transaction().execute(async (db) => {
    await notices.noticePassword({ ...tenant, db }, {
      account: { ...WITHOUT, patientId },
      reset: true,
    });
    await db.insertInto("facilities").values({ id: "f", name: "F" }).execute();
  });
  assert.equal((await tenant.db.selectFrom("facilities").selectAll().execute()).length, 1);
  assert.deepEqual(await listMessages(tenant.db), []);
});

Deno.test("who adds and removes an authenticator without end uses up nobody's SMS", async () => {
  await using portal = await openPortal();
  const { patientId } = await portal.addPatient();
  const { codiceFiscale } = await portal.addPatient({ phone: "+393330002222" });
  const { key } = portal.tenant.clinic;
  let tenant = await portal.clinics.setSettings(key, { smsDailyBudget: 12 });
  const account = { ...WITHOUT, patientId };
  const toggle = async () => {
    for (const added of [true, false]) await notices.noticeAuthenticator(tenant, { account, added });
  };
  const told = async () =>
    (await listMessages(tenant.db)).filter(({ text }) => text.includes("app di autenticazione")).length;
  for (let turn = 0; turn < 250; turn++) await toggle();
  assert.equal(await told(), 2, "one of a kind");
  portal.advance(10 * MINUTE);
  await toggle();
  assert.equal(await told(), 4);
  for (let turn = 0; turn < 30; turn++) {
    portal.advance(10 * MINUTE);
    await toggle();
  }
  assert.equal(await told(), 9, "the clinic's codes keep a fifth");
  tenant = await portal.clinics.setSettings(key, { smsDailyBudget: 1000 });
  for (let turn = 0; turn < 30; turn++) {
    portal.advance(10 * MINUTE);
    await toggle();
  }
  assert.equal(await told(), 10, "ten a day");
  await portal.clinics.setSettings(key, { smsDailyBudget: 11 });
  await pageOf(portal).begin({ codiceFiscale, password: PASSWORD, handOver: HAND_OVER });
  portal.advance(DAY);
  await toggle();
  assert.equal(await told(), 12);
});

Deno.test("notices by mail keep to the same limits, and another patient is told all the same", async () => {
  await using portal = await openPortal();
  const { tenant } = portal;
  const [one, other] = [await portal.addPatient(), await portal.addPatient()];
  const told = async () => (await listMessages(tenant.db)).filter(({ kind }) => kind === "email").length;
  const accounts = [one, other].map(({ patientId }) => ({ ...WITH_MAIL, patientId }));
  for (let turn = 0; turn < 50; turn++) await notices.noticeIdentity(tenant, { account: accounts[0] });
  assert.equal(await told(), 1);
  await notices.noticeIdentity(tenant, { account: accounts[1] });
  assert.equal(await told(), 2);
  for (let turn = 0; turn < 50; turn++) {
    portal.advance(10 * MINUTE);
    await notices.noticeIdentity(tenant, { account: accounts[0] });
  }
  assert.equal(await told(), 11);
});

Deno.test("ten wrong codes in a row are told, once", async () => {
  await using portal = await openPortal();
  const { codiceFiscale } = await portal.addPatient({ email: "a@posta.example" });
  const credentials = pageOf(portal);
  for (let round = 0; round < 2; round++) {
    const { challenge } = await credentials.begin({ codiceFiscale, password: PASSWORD, handOver: HAND_OVER });
    const wrong = (await portal.lastCode()) === "000000" ? "000001" : "000000";
    for (let i = 0; i < 5; i++) await credentials.enterCode(challenge, wrong).catch(() => {});
  }
  const told = (await listMessages(portal.tenant.db)).filter(({ subject }) =>
    subject === notices.NOTICE_SUBJECT
  );
  assert.equal(told.length, 1);
  assert.match(told[0].text, /troppi codici sbagliati/);
});
