import assert from "node:assert/strict";
import { TuoError } from "@tuodossier/sdk";
import { type ConsentEntry, ConsentList } from "@tuodossier/sdk/contract";
import * as v from "valibot";
import { openPortal, type TestPortal } from "../testing/portal.ts";
import { recordConsent } from "./record.ts";

const problem = (code: string) => (error: unknown) => error instanceof TuoError && error.code === code;
const form = (text: string) => new TextEncoder().encode(`%PDF-1.4\n% form ${text}\n%%EOF\n`);
const pdf = form("1");
const entry = (date: string, decisions: ConsentEntry["decisions"]): ConsentEntry => ({
  kind: "consent",
  type: "privacy",
  date,
  textVersion: "1",
  decisions,
});

async function openSigned(portal: TestPortal) {
  const { patientId, codiceFiscale } = await portal.addPatient();
  const more = entry("2021-05-01", [{ code: "dse-history", given: true }, { code: "fea", given: false }]);
  const { id } = await recordConsent(portal.tenant, { patientId, entry: more, pdf });
  return { patientId, id, entry: more, tuo: await portal.signIn(codiceFiscale) };
}

Deno.test("a patient reads what they signed, newest first, and what holds", async () => {
  await using portal = await openPortal();
  const { tuo, id } = await openSigned(portal);
  const list = v.parse(ConsentList, await tuo.consents.list());
  assert.deepEqual(list.documents.map(({ date }) => date), ["2021-05-01", "2020-01-01"]);
  const since = "2021-05-01T00:00:00.000Z";
  const of = (code: string) => list.effective.find((one) => one.code === code);
  assert.deepEqual(of("dse-history"), { code: "dse-history", given: true, since });
  assert.deepEqual(of("fea"), { code: "fea", given: false, since });
  assert.deepEqual(of("dse-hiv"), { code: "dse-hiv", given: false, since: null });
  assert.deepEqual(await (await tuo.consents.content(id)).bytes(), pdf);
});

Deno.test("revoking adhesion closes the dossier with the next request", async () => {
  await using portal = await openPortal();
  const { tuo, patientId } = await openSigned(portal);
  assert.equal((await tuo.documents.list()).total, 0);
  const revoked = entry("2022-01-01", [{ code: "dse-adhesion", given: false }]);
  await recordConsent(portal.tenant, { patientId, entry: revoked, pdf: form("2") });
  await assert.rejects(tuo.documents.list(), problem("documents.no-adhesion"));
  assert.equal((await tuo.consents.list()).documents.length, 3);
});

Deno.test("another patient's form is not there", async () => {
  await using portal = await openPortal();
  const { id } = await openSigned(portal);
  const { codiceFiscale } = await portal.addPatient();
  const tuo = await portal.signIn(codiceFiscale);
  for (const asked of [id, crypto.randomUUID(), "x"]) {
    await assert.rejects(tuo.consents.content(asked), problem("request.not-found"));
  }
});

Deno.test("a form is delivered only with the digest it was signed with", async () => {
  await using portal = await openPortal();
  const { tuo, id } = await openSigned(portal);
  await portal.tenant.db.updateTable("blobs").set({ sha256: "0".repeat(64) }).execute();
  await assert.rejects(tuo.consents.content(id), problem("documents.damaged"));
});

Deno.test("the same form again is the one that is there; what was recorded cannot be changed", async () => {
  await using portal = await openPortal();
  const { patientId, id, entry } = await openSigned(portal);
  const facts = { patientId, entry, pdf };
  const all = await Promise.all(Array.from({ length: 5 }, () => recordConsent(portal.tenant, facts)));
  assert.deepEqual(new Set(all.map((one) => one.id)), new Set([id]));
  const { db } = portal.tenant;
  await assert.rejects(db.updateTable("consent_events").set({ given: 0 }).execute());
  await assert.rejects(db.deleteFrom("consent_events").execute());
});

Deno.test("a signed form told in another way is refused, and nothing of it holds", async () => {
  await using portal = await openPortal();
  const { patientId, entry: told, tuo } = await openSigned(portal);
  const others: ConsentEntry[] = [
    { ...told, decisions: [{ code: "dse-history", given: false }, { code: "fea", given: false }] },
    { ...told, decisions: told.decisions.slice(0, 1) },
    { ...told, date: "2021-05-02" },
    { ...told, textVersion: "2" },
  ];
  for (const entry of others) {
    await assert.rejects(recordConsent(portal.tenant, { patientId, entry, pdf }), { name: "RefusedConsent" });
  }
  const reordered = { ...told, decisions: told.decisions.toReversed() };
  assert.equal((await recordConsent(portal.tenant, { patientId, entry: reordered, pdf })).outcome, "present");
  const { documents, effective } = await tuo.consents.list();
  assert.equal(documents.length, 2);
  assert.equal(effective.find(({ code }) => code === "dse-history")?.given, true);
});

Deno.test("a form of tomorrow is refused, one of today's first minute in Italy holds at once", async () => {
  await using portal = await openPortal();
  const { patientId, codiceFiscale } = await portal.addPatient();
  const given = [{ code: "fea", given: true } as const];
  const record = (date: string, decisions: ConsentEntry["decisions"] = given) =>
    recordConsent(portal.tenant, { patientId, entry: entry(date, decisions), pdf: form(date) });
  await assert.rejects(record("2026-01-16"), { name: "RefusedConsent", message: /2026-01-16/ });
  await assert.rejects(record("2030-01-01"), { name: "RefusedConsent" });
  // 15 January, 23:01 UTC: the 16th in Rome.
  portal.advance(14 * 3_600_000 + 60_000);
  await record("2026-01-16");
  const tuo = await portal.signIn(codiceFiscale);
  const { effective } = await tuo.consents.list();
  assert.equal(effective.find(({ code }) => code === "fea")?.given, true);
});

Deno.test("a form that says yes and no to the same is refused", async () => {
  await using portal = await openPortal();
  const { patientId } = await portal.addPatient();
  const both = entry("2025-01-01", [{ code: "fea", given: false }, { code: "fea", given: true }]);
  await assert.rejects(recordConsent(portal.tenant, { patientId, entry: both, pdf }), {
    name: "RefusedConsent",
  });
});

Deno.test("taking back the portal's activation signs out at once, and only that patient", async () => {
  await using portal = await openPortal();
  const [one, other] = [await portal.addPatient(), await portal.addPatient()];
  const theirs = await portal.signIn(other.codiceFiscale);
  const tuo = await portal.signIn(one.codiceFiscale);
  const record = (entry: ConsentEntry, text: string) =>
    recordConsent(portal.tenant, { patientId: one.patientId, entry, pdf: form(text) });
  await record(entry("2025-01-01", [{ code: "fea", given: false }]), "fea");
  await tuo.profile.get();
  await record(entry("2019-01-01", [{ code: "portal-activation", given: false }]), "activation");
  await assert.rejects(tuo.profile.get(), problem("auth.signed-out"));
  await theirs.profile.get();
  await assert.rejects(portal.signIn(one.codiceFiscale));
});
