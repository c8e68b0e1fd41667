import assert from "node:assert/strict";
import { DAY, SECOND } from "../../clock.ts";
import { macOf } from "../../keys/secret.ts";
import { listMessages } from "../../messages/store.ts";
import { openPortal, type TestPortal } from "../../testing/portal.ts";
import { browsersOf } from "../browser.testing.ts";
import { HAND_OVER as handOver, inTurn, tally, times } from "../errand.testing.ts";
import { problem } from "../stolen.testing.ts";
import { deviceToken } from "./token.ts";

const CHROME = "Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 Chrome/140.0 Mobile Safari/537.36";
const noticesOf = async (portal: TestPortal) =>
  (await listMessages(portal.tenant.db)).filter(({ text }) => text.includes("nuovo dispositivo"));

Deno.test("a browser is made known once; the first one tells nobody, the next one does", async () => {
  await using portal = await openPortal();
  const browser = browsersOf(portal);
  const { codiceFiscale } = await portal.addPatient();
  const first = await browser().signIn(codiceFiscale);
  assert.match(first.tokens.device!, /^[\w-]{43}\.\d{10}\.[\w-]{43}$/);
  const again = await browser({ userAgent: CHROME }).signIn(codiceFiscale, [first.tokens.device!]);
  assert.equal(again.tokens.device, undefined);
  assert.deepEqual(await noticesOf(portal), []);
  const second = await browser({ userAgent: CHROME }).signIn(codiceFiscale);
  assert.ok(second.tokens.device);
  const [notice, ...more] = await noticesOf(portal);
  assert.match(notice.text, /Chrome - Android/);
  assert.deepEqual(more, []);
  const rows = await portal.tenant.db.selectFrom("devices").select("name").execute();
  assert.deepEqual(rows.map(({ name }) => name), ["Chrome · Android", "Chrome · Android"]);
});

Deno.test("a mark is renewed when half its year is over, and worth nothing when all of it is", async () => {
  await using portal = await openPortal();
  const browser = browsersOf(portal)();
  const { codiceFiscale } = await portal.addPatient();
  const { tokens: { device } } = await browser.signIn(codiceFiscale);
  portal.advance(200 * DAY);
  const renewed = (await browser.signIn(codiceFiscale, [device!])).tokens.device!;
  assert.equal(renewed.split(".")[0], device!.split(".")[0]);
  portal.advance(200 * DAY);
  // The old one is over by now, the new one is not.
  const stranger = (await browser.signIn(codiceFiscale, [device!])).tokens.device!;
  assert.notEqual(stranger.split(".")[0], device!.split(".")[0]);
  assert.equal((await browser.signIn(codiceFiscale, [stranger, renewed])).tokens.device, undefined);
});

Deno.test("a stranger's thousand failures hold the user name, not the known device; nor the reverse", async () => {
  await using portal = await openPortal();
  const browser = browsersOf(portal);
  const { codiceFiscale } = await portal.addPatient();
  const device = (await browser().signIn(codiceFiscale)).tokens.device!;
  const stranger = browser({ peer: "198.51.100.7" }).credentials;
  const bad = (devices: string[] = []) =>
    stranger.begin({ codiceFiscale, password: "wrong", handOver, devices });
  for (let round = 0; round < 10; round++) {
    await tally(times(100, () => bad()));
    portal.advance(400 * SECOND);
  }
  await assert.rejects(tally(times(5, () => bad())).then(() => bad()), problem("auth.wait"));
  assert.ok((await browser().signIn(codiceFiscale, [device])).tokens.accessToken);
  // Who only says that they are the device is a stranger.
  await assert.rejects(bad([`${"A".repeat(43)}.9999999999.${"A".repeat(43)}`]), problem("auth.wait"));

  const other = await portal.addPatient();
  const theirs = (await browser().signIn(other.codiceFiscale)).tokens.device!;
  const thief = () =>
    stranger.begin({ codiceFiscale: other.codiceFiscale, password: "wrong", handOver, devices: [theirs] });
  const counts = await tally(times(60, thief));
  assert.deepEqual(counts, { "auth.invalid-credentials": 5, "auth.wait": 55 });
  assert.ok((await browser().signIn(other.codiceFiscale)).tokens.accessToken);
});

Deno.test("a mark that is forged, another patient's, another clinic's, expired or cut is none", async () => {
  await using portal = await openPortal();
  const browser = browsersOf(portal);
  const { codiceFiscale } = await portal.addPatient();
  const other = await portal.addPatient();
  const device = (await browser().signIn(codiceFiscale)).tokens.device!;
  const { keys, now } = portal.tenant;
  const elsewhere = await portal.clinics.add({ name: "Un'altra", origins: ["http://other.test"] });
  const [id, expiry, mac] = device.split(".");
  const userMac = macOf(keys.user, codiceFiscale);
  const theirs = (await browser().signIn(other.codiceFiscale)).tokens.device!;
  const marks = [
    theirs,
    deviceToken(
      elsewhere.keys.device,
      { id, userMac: macOf(elsewhere.keys.user, codiceFiscale) },
      now() + DAY,
    ),
    deviceToken(keys.device, { id, userMac }, now() - SECOND),
    [id, Number(expiry) + 1, mac].join("."),
    [id, `0${expiry}`, mac].join("."),
    [id, expiry].join("."),
    ["", expiry, mac].join("."),
    `${device}.`,
    `${device}\n`,
  ];
  const stranger = browser({ peer: "198.51.100.7" }).credentials;
  const bad = (devices: string[] = []) =>
    stranger.begin({ codiceFiscale, password: "wrong", handOver, devices }).catch((error) => error.code);
  await inTurn(5, () => bad());
  for (const mark of marks) assert.equal(await bad([mark]), "auth.wait", mark);
  assert.equal(await bad([...marks.slice(0, 4), device]), "auth.invalid-credentials");
});

Deno.test("however many browsers, a patient's newest fifty are kept", async () => {
  await using portal = await openPortal();
  const { codiceFiscale, patientId } = await portal.addPatient();
  const at = new Date(portal.tenant.now() - DAY).toISOString();
  await portal.tenant.db.insertInto("devices").values(Array.from({ length: 60 }, (_, i) => ({
    id: `device ${i}`,
    patient_id: patientId,
    name: "Browser",
    last_seen_at: at,
    expires_at: at,
  }))).execute();
  await browsersOf(portal)().signIn(codiceFiscale);
  assert.equal((await portal.tenant.db.selectFrom("devices").selectAll().execute()).length, 50);
});
