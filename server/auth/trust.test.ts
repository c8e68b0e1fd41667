import assert from "node:assert/strict";
import { issueFirstPassword } from "../clinic/enrolment.ts";
import { newSecret } from "../keys/secret.ts";
import { listMessages } from "../messages/store.ts";
import { openPortal, type TestPortal } from "../testing/portal.ts";
import { browsersOf } from "./browser.testing.ts";
import { HAND_OVER, inTurn } from "./errand.testing.ts";
import { goOn } from "./oidc/arrival.ts";
import { asked } from "./oidc/browser.testing.ts";
import { identityHash } from "./oidc/identities.ts";
import { noteIdentity, setPatient } from "./oidc/identities-store.ts";
import { forgetful, NEW_PASSWORD } from "./reset/inbox.testing.ts";

const issuer = "https://id.example";

/** A patient whom a thief has linked to a person of their own, and whose account the thief's browser is known to. */
async function taken(portal: TestPortal) {
  const { tenant } = portal;
  const patient = await forgetful(portal);
  const { codiceFiscale, patientId } = patient;
  const hash = identityHash(issuer, patientId);
  await noteIdentity(tenant.db, { hash, issuer, subject: patientId, now: tenant.now() });
  await setPatient(tenant.db, { hash, patientId });
  const device = (await browsersOf(portal)().signIn(codiceFiscale)).tokens.device!;
  const arrive = async () => {
    const facts = { identityHash: hash, strong: true, user: null, browser: newSecret() };
    return (await goOn(tenant, { ...facts, asked: { ...asked, devices: [] } })).step;
  };
  const { credentials } = browsersOf(portal)({ peer: "198.51.100.7" });
  const guess = (devices: string[]) =>
    credentials.begin({ codiceFiscale, password: "wrong", handOver: HAND_OVER, devices })
      .catch((error) => error.code as string);
  return { ...patient, device, arrive, guess };
}

const ways = {
  async reset(portal: TestPortal, { credentials, link }: Awaited<ReturnType<typeof taken>>) {
    const { challenge } = await credentials.reset(await link(), NEW_PASSWORD);
    await credentials.enterCode(challenge, await portal.lastCode());
  },
  async reissue({ tenant }: TestPortal, { codiceFiscale }: Awaited<ReturnType<typeof taken>>) {
    await issueFirstPassword(tenant, { codiceFiscale, password: NEW_PASSWORD });
  },
};

for (const [way, act] of Object.entries(ways)) {
  Deno.test(`${way}: a linked identity and a known browser are strangers again, of this patient alone`, async () => {
    await using portal = await openPortal();
    const one = await taken(portal);
    const other = await taken(portal);
    assert.deepEqual([await one.arrive(), await other.arrive()], ["done", "done"]);
    await act(portal, one);
    assert.deepEqual([await one.arrive(), await other.arrive()], ["link", "done"]);
    for (const { guess, device } of [one, other]) {
      await inTurn(5, () => guess([]));
      assert.equal(await guess([]), "auth.wait");
      const known = await guess([`${"A".repeat(43)}.9999999999.${"A".repeat(43)}`, device]);
      assert.equal(known, device === one.device ? "auth.wait" : "auth.invalid-credentials");
    }
  });
}

Deno.test("the browser after a reset is made known anew, and the patient is told of it", async () => {
  await using portal = await openPortal();
  const one = await taken(portal);
  await ways.reset(portal, one);
  const before = (await listMessages(portal.tenant.db)).length;
  await portal.signIn(one.codiceFiscale, NEW_PASSWORD);
  const told = (await listMessages(portal.tenant.db)).slice(before);
  assert.ok(told.some(({ text }) => /accesso da un nuovo dispositivo/.test(text)));
  const live = await portal.tenant.db.selectFrom("devices").select("id")
    .where("expires_at", ">", new Date(portal.tenant.now()).toISOString()).execute();
  assert.equal(live.length, 1);
});
