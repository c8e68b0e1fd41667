import assert from "node:assert/strict";
import { createTuoDossier, memoryKeyStore, TuoError } from "@tuodossier/sdk";
import { ClinicCard, HelpReceipt } from "@tuodossier/sdk/contract";
import * as v from "valibot";
import { atomically } from "../db/atomically.ts";
import { listMessages } from "../messages/store.ts";
import { createApp } from "../app.ts";
import { createProofVerifier } from "../auth/sessions/proof.ts";
import { CLINIC_SITE, openPortal, PORTAL, type TestPortal } from "../testing/portal.ts";
import { addHelpRequest } from "./store.ts";

const HOUR = 3_600_000;
const request = {
  topic: "sign-in",
  text: "Non arriva il codice.\nHo cambiato numero.",
  answerBy: "phone",
  contact: "+39 333 1234567",
} as const;
const limited = (error: unknown) =>
  error instanceof TuoError && error.code === "help.limit" && error.retryAfter !== null;

const signedOut = ({ tenant, fetch }: TestPortal) =>
  createTuoDossier({
    endpoint: PORTAL,
    key: tenant.clinic.key,
    now: tenant.now,
    fetch,
    keyStore: memoryKeyStore(),
  });

/** A portal whose clinic answers mails. */
async function openSupported() {
  const portal = await openPortal();
  Object.assign(portal.tenant.clinic, { supportEmail: "aiuto@clinic.test" });
  return portal;
}

Deno.test("without signing in, help tells whom to call and takes a request", async () => {
  await using portal = await openSupported();
  const tuo = signedOut(portal);
  const card = v.parse(ClinicCard, await tuo.help.clinic());
  assert.deepEqual([card.name, card.phone], ["Clinica di prova", "0999 000 000"]);
  assert.deepEqual(Object.keys(card).sort(), ["helpUrl", "hours", "name", "phone", "signInWith"]);
  const receipt = v.parse(HelpReceipt, await tuo.help.request(request));
  assert.equal(receipt.receipt, "A-2026-000001");
  const row = await portal.tenant.db.selectFrom("help_requests").selectAll().executeTakeFirstOrThrow();
  assert.deepEqual([row.patient_id, row.text, row.contact], [null, request.text, request.contact]);
  const [mail] = (await listMessages(portal.tenant.db)).filter(({ kind }) => kind === "email");
  assert.equal(mail.to, "aiuto@clinic.test");
  assert.equal(mail.subject, "TuoDossier: richiesta di aiuto");
  for (const part of [receipt.receipt, request.text, request.contact]) assert.ok(mail.text.includes(part));
});

Deno.test("a signed-in patient is named to the clinic, in the mail's body only", async () => {
  await using portal = await openSupported();
  const { patientId, codiceFiscale } = await portal.addPatient({ familyName: "Canarino" });
  const tuo = await portal.signIn(codiceFiscale);
  await tuo.help.request({ ...request, text: "testo-canarino" });
  const row = await portal.tenant.db.selectFrom("help_requests").selectAll().executeTakeFirstOrThrow();
  assert.equal(row.patient_id, patientId);
  const [mail] = (await listMessages(portal.tenant.db)).filter(({ kind }) => kind === "email");
  assert.match(mail.text, /Canarino/);
  assert.doesNotMatch(mail.subject ?? "", /canarino/i);
  assert.doesNotMatch(JSON.stringify(portal.logs), /canarino|1234567/i);
});

Deno.test("five requests an hour, then a wait that is told; the next hour is another", async () => {
  await using portal = await openPortal();
  const tuo = signedOut(portal);
  for (let count = 0; count < 5; count++) await tuo.help.request(request);
  await assert.rejects(tuo.help.request(request), limited);
  const { codiceFiscale } = await portal.addPatient();
  const session = await portal.signIn(codiceFiscale);
  for (let count = 0; count < 5; count++) await session.help.request(request);
  await assert.rejects(session.help.request(request), limited);
  portal.advance(HOUR);
  await signedOut(portal).help.request(request);
});

Deno.test("a house's network asks five times an hour, however many addresses it has", async () => {
  await using portal = await openPortal();
  const { clinics, folder, tenant: { clinic, now } } = portal;
  const app = createApp({
    clinics,
    proofs: createProofVerifier(now),
    baseUrl: PORTAL,
    static: folder,
    now,
    log: () => {},
  });
  const from = async (peer: string) => {
    const asked = new Request(`${PORTAL}/t/${clinic.key}/v1/help/requests`, {
      method: "POST",
      headers: { "Origin": CLINIC_SITE, "Content-Type": "application/json" },
      body: JSON.stringify(request),
    });
    return (await app.fetch(asked, { peer })).status;
  };
  for (let i = 1; i <= 5; i++) assert.equal(await from(`2001:db8::${i}`), 201);
  assert.equal(await from("2001:db8::ffff:1"), 429);
  assert.equal(await from("2001:db8:0:1::1"), 201);
  for (let i = 1; i <= 5; i++) assert.equal(await from(i % 2 ? "192.0.2.7" : "::ffff:192.0.2.7"), 201);
  assert.equal(await from("::ffff:192.0.2.7"), 429);
});

Deno.test("a token that is no session's is not taken for nobody's", async () => {
  await using portal = await openPortal();
  const response = await portal.fetch(`${PORTAL}/t/${portal.tenant.clinic.key}/v1/help/requests`, {
    method: "POST",
    headers: { "Authorization": `DPoP ${"A".repeat(43)}`, "Content-Type": "application/json" },
    body: JSON.stringify(request),
  });
  assert.equal(response.status, 401);
});

Deno.test("receipts are unique, also of fifty at once, and begin anew each year", async () => {
  await using portal = await openPortal();
  const { now } = portal.tenant;
  const entry = { ...request, patientId: null };
  const add = (at: number) => atomically(portal.tenant, ({ db }) => addHelpRequest(db, entry, at));
  const receipts = await Promise.all(Array.from({ length: 50 }, () => add(now())));
  assert.equal(new Set(receipts).size, 50);
  assert.ok(receipts.includes("A-2026-000050"));
  assert.equal(await add(Date.UTC(2027, 0, 1)), "A-2027-000001");
});

Deno.test("a request and its mail are one: where the mail cannot be kept, there is no receipt either", async () => {
  await using portal = await openSupported();
  Object.assign(portal.tenant.post, {
    wake() {
      throw new Error("testo-canarino");
    },
  });
  await assert.rejects(signedOut(portal).help.request({ ...request, text: "testo-canarino" }));
  const rows = await portal.tenant.db.selectFrom("help_requests").selectAll().execute();
  assert.deepEqual([rows, await listMessages(portal.tenant.db)], [[], []]);
  assert.doesNotMatch(JSON.stringify(portal.logs), /canarino/);
});
