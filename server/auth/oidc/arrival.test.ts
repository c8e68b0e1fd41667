import assert from "node:assert/strict";
import { instant } from "../../clock.ts";
import { givePassword } from "../accounts/accounts.ts";
import { newSecret } from "../../keys/secret.ts";
import { openPortal, PASSWORD, type TestPortal } from "../../testing/portal.ts";
import { type Arrived, goOn } from "./arrival.ts";
import { asked, createBrowser } from "./browser.testing.ts";
import { identityHash, letWait, linkIdentity, waitingIdentity } from "./identities.ts";
import { noteIdentity } from "./identities-store.ts";

const issuer = "https://id.example";

/** Somebody comes back from the provider. */
async function arrive({ tenant }: TestPortal, facts: Partial<Arrived> & { subject?: string } = {}) {
  const { subject = "maria", ...more } = facts;
  const hash = identityHash(issuer, subject);
  await noteIdentity(tenant.db, { hash, issuer, subject, now: tenant.now() });
  return await goOn(tenant, {
    identityHash: hash,
    strong: true,
    user: null,
    asked: { ...asked, devices: [] },
    browser: newSecret(),
    ...more,
  });
}

Deno.test("a disabled account, one without activation, and an expired first password answer as nobody's does", async () => {
  await using portal = await openPortal();
  const { tenant, tenant: { db } } = portal;
  const [disabled, inactive, expired] = [
    await portal.addPatient(),
    await portal.addPatient({ consents: false }),
    await portal.addPatient(),
  ];
  await db.updateTable("accounts").set({ disabled_at: instant(tenant.now()) })
    .where("patient_id", "=", disabled.patientId).execute();
  await givePassword(tenant, {
    patientId: expired.patientId,
    password: PASSWORD,
    firstUntil: tenant.now() - 1,
  });
  const nobody = { codiceFiscale: "NBDNBD80A01Z999X" };
  for (const { codiceFiscale } of [disabled, inactive, expired, nobody]) {
    for (const strong of [true, false]) {
      const next = await arrive(portal, { user: codiceFiscale, strong });
      assert.deepEqual(Object.keys(next), ["step", "identity"]);
      assert.equal(next.step, "link");
    }
  }
  for (const { patientId } of [disabled, inactive, expired]) {
    await linkIdentity(tenant, identityHash(issuer, "maria"), patientId);
    assert.equal((await arrive(portal)).step, "link", "linked before, too");
  }
  assert.deepEqual(await db.selectFrom("challenges").selectAll().execute(), []);
  assert.deepEqual(await db.selectFrom("hand_overs").selectAll().execute(), []);
});

Deno.test("who is linked stays who they are, whatever the claim says later", async () => {
  await using portal = await openPortal();
  const [maria, other] = [await portal.addPatient(), await portal.addPatient()];
  assert.equal((await arrive(portal, { user: maria.codiceFiscale })).step, "done");
  assert.equal((await arrive(portal, { user: other.codiceFiscale })).step, "done");
  const handed = await portal.tenant.db.selectFrom("hand_overs").select("patient_id").execute();
  assert.deepEqual(handed.map(({ patient_id }) => patient_id), [maria.patientId, maria.patientId]);
});

Deno.test("a strong sign-in does not go past a first password that is still to be replaced", async () => {
  await using portal = await openPortal();
  const { tenant } = portal;
  const { patientId, codiceFiscale } = await portal.addPatient();
  const firstUntil = tenant.now() + 86_400_000;
  await givePassword(tenant, { patientId, password: PASSWORD, firstUntil });
  const next = await arrive(portal, { user: codiceFiscale });
  assert.ok(next.step === "new-password");
  assert.deepEqual(await tenant.db.selectFrom("hand_overs").selectAll().execute(), []);
  const challenge = { challenge: next.challenge, password: "quattro sedie di legno 9" };
  const response = await createBrowser(portal).post("new-password", challenge);
  assert.equal(response.status, 200);
});

Deno.test("codes of sign-ins by a provider count in the patient's limits", async () => {
  await using portal = await openPortal();
  const { codiceFiscale } = await portal.addPatient();
  for (let count = 0; count < 8; count++) {
    assert.equal((await arrive(portal, { user: codiceFiscale, strong: false })).step, "code");
  }
  const ninth = arrive(portal, { user: codiceFiscale, strong: false });
  await assert.rejects(ninth, { code: "auth.resend-limit" });
  assert.equal((await arrive(portal, { user: codiceFiscale })).step, "done");
});

Deno.test("an identity waits in the browser it came to: its link in another's hands proves nothing", async () => {
  await using portal = await openPortal();
  const { tenant } = portal;
  const [mine, theirs] = [newSecret(), newSecret()];
  const identity = await letWait(tenant, { identityHash: identityHash(issuer, "thief"), browser: mine });
  const over = { code: "auth.provider-over" };
  for (const browser of [theirs, null, ""]) {
    await assert.rejects(waitingIdentity(tenant, { identity, browser }), over);
  }
  await assert.rejects(waitingIdentity(tenant, { identity: newSecret(), browser: mine }), over);
  assert.equal(await waitingIdentity(tenant, { identity, browser: mine }), identityHash(issuer, "thief"));
  portal.advance(600_000);
  await assert.rejects(waitingIdentity(tenant, { identity, browser: mine }), over);
});

Deno.test("a link is made once, and what waited for it waits no more", async () => {
  await using portal = await openPortal();
  const { tenant } = portal;
  const { patientId } = await portal.addPatient();
  const browser = newSecret();
  const next = await arrive(portal, { browser });
  assert.ok(next.step === "link");
  const hash = await waitingIdentity(tenant, { identity: next.identity, browser });
  assert.equal(await linkIdentity(tenant, hash, patientId), true);
  assert.equal(await linkIdentity(tenant, hash, patientId), false);
  const waiting = waitingIdentity(tenant, { identity: next.identity, browser });
  await assert.rejects(waiting, { code: "auth.provider-over" });
  assert.equal((await arrive(portal, { browser })).step, "done");
});

Deno.test("of (iss, sub) both count, and no two pairs are the same", () => {
  const pairs = [["a", "b"], ["ab", ""], ["", "ab"], ['a","b', ""], ["a\n", "b"], ["a", "\nb"], ["A", "b"]];
  assert.equal(new Set(pairs.map(([iss, sub]) => identityHash(iss, sub))).size, pairs.length);
});

Deno.test("who never proves to be a patient is forgotten after a day", async () => {
  await using portal = await openPortal();
  await arrive(portal, { subject: "passer-by" });
  portal.advance(86_400_000);
  await arrive(portal, { subject: "another" });
  const left = await portal.tenant.db.selectFrom("identities").select("subject").execute();
  assert.deepEqual(left, [{ subject: "another" }]);
});
