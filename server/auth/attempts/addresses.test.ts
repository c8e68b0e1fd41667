import assert from "node:assert/strict";
import { createApp } from "../../app.ts";
import { HOUR, MINUTE } from "../../clock.ts";
import { CLINIC_SITE, openPortal, PASSWORD, PORTAL } from "../../testing/portal.ts";
import { addressBlock } from "../../http/address-block.ts";
import { type Browser, browsersOf } from "../browser.testing.ts";
import { HAND_OVER as handOver, tally } from "../errand.testing.ts";
import { createProofVerifier } from "../sessions/proof.ts";

const user = (i: number) => `NOSUCH80A01Z${String(i).padStart(3, "0")}X`;
const fail = ({ credentials }: Browser, codiceFiscale: string) =>
  credentials.begin({ codiceFiscale, password: "wrong wrong wrong", handOver });
const codeOf = (try_: Promise<unknown>) => try_.then(() => "done", (error) => error.code);

/** Fails with so many user names, a few at a time. */
async function failMany(browser: Browser, count: number): Promise<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (let i = 0; i < count; i += 20) {
    const tries = Array.from({ length: Math.min(20, count - i) }, (_, j) => fail(browser, user(i + j)));
    for (const [code, many] of Object.entries(await tally(tries))) counts[code] = (counts[code] ?? 0) + many;
  }
  return counts;
}

Deno.test("after a hundred failing user names an address waits, whoever it asks for; others pass", async () => {
  await using portal = await openPortal();
  const browser = browsersOf(portal);
  const { codiceFiscale } = await portal.addPatient();
  const known = (await browser({ peer: "203.0.113.9" }).signIn(codiceFiscale)).tokens.device!;
  const here = browser({ peer: "198.51.100.7" });
  assert.deepEqual(await failMany(here, 100), { "auth.invalid-credentials": 100 });
  for (const name of [user(100), user(0), codiceFiscale]) {
    assert.equal(await codeOf(fail(here, name)), "auth.wait");
  }
  const right = { codiceFiscale, password: PASSWORD, handOver };
  await assert.rejects(
    here.credentials.begin(right),
    (error: { retryAfter?: number }) => error.retryAfter === 900,
  );
  // A known device is held out by nobody; nor is who asks from elsewhere.
  assert.ok((await here.signIn(codiceFiscale, [known])).tokens.accessToken);
  assert.ok((await browser({ peer: "198.51.100.8" }).signIn(codiceFiscale)).tokens.accessToken);
  portal.advance(15 * MINUTE);
  assert.equal(await codeOf(fail(here, user(100))), "auth.invalid-credentials");
});

Deno.test("however many come at once, a hundred are judged", async () => {
  await using portal = await openPortal();
  const here = browsersOf(portal)({ peer: "198.51.100.7" });
  await failMany(here, 60);
  const counts = await tally(Array.from({ length: 60 }, (_, i) => fail(here, user(100 + i))));
  assert.deepEqual(counts, { "auth.invalid-credentials": 40, "auth.wait": 20 });
});

Deno.test("a success takes its own mark away, and no other", async () => {
  await using portal = await openPortal();
  const here = browsersOf(portal)({ peer: "198.51.100.7" });
  const { codiceFiscale } = await portal.addPatient();
  await failMany(here, 3);
  await codeOf(fail(here, codiceFiscale));
  const marks = () => portal.tenant.db.selectFrom("address_failures").selectAll().execute();
  assert.equal((await marks()).length, 4);
  await here.signIn(codiceFiscale);
  assert.equal((await marks()).length, 3);
  const stored = JSON.stringify([
    await marks(),
    await portal.tenant.db.selectFrom("attempts").selectAll().execute(),
  ]);
  for (const plain of ["198.51.100", "NOSUCH", codiceFiscale]) assert.ok(!stored.includes(plain));
});

Deno.test("what a client says of its address changes nothing; what our own proxy says does", async () => {
  await using portal = await openPortal();
  const { codiceFiscale } = await portal.addPatient();
  const bare = browsersOf(portal);
  await failMany(bare({ peer: "198.51.100.7" }), 100);
  for (
    const forwardedFor of ["203.0.113.1", "203.0.113.1, 10.0.0.1", "198.51.100.8", "::1", "unknown", ","]
  ) {
    const liar = bare({ peer: "198.51.100.7", forwardedFor });
    assert.equal(await codeOf(fail(liar, codiceFiscale)), "auth.wait", forwardedFor);
  }
  const proxied = browsersOf(portal, ["10.0.0.1"]);
  const through = (forwardedFor: string) => proxied({ peer: "10.0.0.1", forwardedFor });
  assert.equal(await codeOf(fail(through("203.0.113.1, 198.51.100.7"), codiceFiscale)), "auth.wait");
  assert.equal(
    await codeOf(fail(through("198.51.100.7, 203.0.113.1"), codiceFiscale)),
    "auth.invalid-credentials",
  );
});

Deno.test("failures are forgotten after a day without one", async () => {
  await using portal = await openPortal();
  const here = browsersOf(portal)();
  await failMany(here, 5);
  portal.advance(23 * HOUR);
  await codeOf(fail(here, user(0)));
  portal.advance(2 * HOUR);
  await codeOf(fail(here, user(9)));
  const rows = await portal.tenant.db.selectFrom("attempts").select("failures").execute();
  assert.deepEqual(rows.map(({ failures }) => failures).toSorted(), [1, 2]);
});

Deno.test("an IPv6 network is one address, however it is written", () => {
  const same = [
    "2001:db8:1:2::1",
    "2001:0DB8:0001:0002:ffff:0:0:1",
    "2001:db8:1:2:3:4:5:6",
    "2001:db8:1:2::%eth0",
  ];
  for (const address of same) assert.equal(addressBlock(address), "2001:db8:1:2::/64", address);
  assert.notEqual(addressBlock("2001:db8:1:3::1"), addressBlock(same[0]));
  assert.equal(addressBlock("::1"), addressBlock("0:0:0:0::2"));
  assert.equal(addressBlock("::ffff:192.0.2.7"), "192.0.2.7");
  assert.equal(addressBlock("unknown"), "unknown");
});

Deno.test("nonces and tokens are bound by address, in each clinic", async () => {
  await using portal = await openPortal();
  const { key } = portal.tenant.clinic;
  const ask = async () => {
    const response = await portal.fetch(`http://portal.test/t/${key}/v1/auth/nonce`);
    return response.status;
  };
  for (let i = 0; i < 600; i++) assert.equal(await ask(), 204);
  assert.equal(await ask(), 429);
  portal.advance(MINUTE);
  assert.equal(await ask(), 204);
});

Deno.test("requests for a link and ways to a provider are bound by network, in each clinic apart", async () => {
  await using portal = await openPortal();
  const { clinics, folder, tenant: { now, clinic } } = portal;
  const other = await clinics.add({ name: "Altra", origins: [] });
  const proofs = createProofVerifier(now);
  const app = createApp({ clinics, proofs, baseUrl: PORTAL, static: folder, now, log: () => {} });
  const bodies = {
    "reset-request": { codiceFiscale: "NSSNSS80A01Z000X" },
    "oidc": { handOver, returnTo: `${CLINIC_SITE}/`, state: "s".repeat(43) },
  };
  for (const [path, most, allowed] of [["reset-request", 100, 202], ["oidc", 60, 404]] as const) {
    const ask = async (peer: string, key = clinic.key) => {
      const request = new Request(`${PORTAL}/t/${key}/v1/auth/${path}`, {
        method: "POST",
        headers: { "Content-Type": "application/json", Origin: PORTAL },
        body: JSON.stringify(bodies[path]),
      });
      const response = await app.fetch(request, { peer });
      return [response.status, (await response.json()).code];
    };
    for (let i = 0; i < most; i++) assert.equal((await ask(`2001:db8:1:2::${i}`))[0], allowed, path);
    assert.deepEqual(await ask("2001:db8:1:2::ffff"), [429, "request.rate"], path);
    assert.equal((await ask("2001:db8:1:3::1"))[0], allowed, path);
    assert.equal((await ask("2001:db8:1:2::1", other.clinic.key))[0], allowed, path);
  }
});
