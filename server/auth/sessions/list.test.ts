import assert from "node:assert/strict";
import type { TuoError } from "@tuodossier/sdk";
import { MINUTE } from "../../clock.ts";
import { openPortal } from "../../testing/portal.ts";
import { browsersOf, type Held } from "../browser.testing.ts";
import { pageOf } from "../errand.testing.ts";
import { problem } from "../stolen.testing.ts";

const FIREFOX = "Mozilla/5.0 (Windows NT 10.0; rv:140.0) Gecko/20100101 Firefox/140.0";
const end = (held: Held, id: string) => held.request("DELETE", `/v1/auth/sessions/${id}`);

Deno.test("the list has this session first, then the newest, and no secret", async () => {
  await using portal = await openPortal();
  const browser = browsersOf(portal);
  const { codiceFiscale } = await portal.addPatient();
  const stranger = await portal.addPatient();
  const first = await browser().signIn(codiceFiscale);
  portal.advance(2 * MINUTE);
  await browser().signIn(stranger.codiceFiscale);
  const second = await browser({ userAgent: FIREFOX }).signIn(codiceFiscale);
  portal.advance(2 * MINUTE);
  const third = await browser().signIn(codiceFiscale);
  const response = await second.request("GET", "/v1/auth/sessions");
  const text = await response.text();
  const { sessions } = JSON.parse(text);
  assert.deepEqual(
    sessions.map(({ device, current, startedAt, seenAt }: Record<string, unknown>) => [
      device,
      current,
      startedAt,
      seenAt,
    ]),
    [
      ["Firefox · Windows", true, "2026-01-15T09:02:00.000Z", "2026-01-15T09:04:00.000Z"],
      ["Browser", false, "2026-01-15T09:04:00.000Z", "2026-01-15T09:04:00.000Z"],
      ["Browser", false, "2026-01-15T09:00:00.000Z", "2026-01-15T09:00:00.000Z"],
    ],
  );
  const rows = await portal.tenant.db.selectFrom("sessions").selectAll().execute();
  const secrets = [first, second, third].flatMap(({ tokens }) => [tokens.accessToken, tokens.refreshToken]);
  const hashes = rows.flatMap((
    row,
  ) => [row.access_hash, row.refresh_hash, row.key_thumbprint, row.device_id!]);
  for (const secret of [...secrets, ...hashes]) assert.ok(!text.includes(secret));
});

Deno.test("a session that is ended or idle is not listed; ending one ends its errands", async () => {
  await using portal = await openPortal();
  const browser = browsersOf(portal);
  const { codiceFiscale, patientId } = await portal.addPatient();
  const [one, other] = [await browser().signIn(codiceFiscale), await browser().signIn(codiceFiscale)];
  const begun = await one.request("POST", "/v1/auth/errands", { act: "password" });
  const { errand } = await begun.json();
  assert.equal((await pageOf(portal).errand(errand)).act, "password");
  const target = (await other.sessions())[1].id;
  assert.equal((await end(other, target)).status, 204);
  await assert.rejects(pageOf(portal).errand(errand), problem("auth.errand-over"));
  await assert.rejects(one.sessions(), problem("auth.signed-out"));
  assert.equal((await other.sessions()).length, 1);
  await assert.rejects(end(other, target), problem("request.not-found"));
  const traced = await portal.tenant.db.selectFrom("accesses").selectAll().where("act", "=", "end-session")
    .execute();
  assert.deepEqual(traced.map(({ patient_id, object_id }) => [patient_id, object_id]), [[patientId, target]]);
  await browser().signIn(codiceFiscale);
  portal.advance(31 * MINUTE);
  assert.equal((await (await browser().signIn(codiceFiscale)).sessions()).length, 1);
});

Deno.test("somebody else's session is as unknown as one that never was", async () => {
  await using portal = await openPortal();
  const browser = browsersOf(portal);
  const mine = await browser().signIn((await portal.addPatient()).codiceFiscale);
  const theirs = await browser().signIn((await portal.addPatient()).codiceFiscale);
  const [{ id }] = await theirs.sessions();
  const answers: string[] = [];
  for (const target of [id, crypto.randomUUID(), "x"]) {
    await end(mine, target).catch((error) => {
      const { code, status, message, reason } = error as TuoError;
      answers.push(JSON.stringify([code, status, message, reason]));
    });
  }
  assert.equal(answers.length, 3);
  assert.equal(new Set(answers).size, 1);
  assert.match(answers[0], /request\.not-found/);
  assert.equal((await theirs.sessions()).length, 1);
});

Deno.test("activity counts exactly, also within the minute in which requests do not", async () => {
  await using portal = await openPortal();
  const held = await browsersOf(portal)().signIn((await portal.addPatient()).codiceFiscale);
  const idleUntil = async () =>
    (await portal.tenant.db.selectFrom("sessions").select("idle_until").executeTakeFirstOrThrow()).idle_until;
  portal.advance(40_000);
  await held.sessions();
  assert.equal(await idleUntil(), "2026-01-15T09:30:00.000Z");
  assert.equal((await held.request("POST", "/v1/auth/activity")).status, 204);
  assert.equal(await idleUntil(), "2026-01-15T09:30:40.000Z");
});

Deno.test("nobody lists, ends or keeps awake without a session", async () => {
  await using portal = await openPortal();
  const base = `http://portal.test/t/${portal.tenant.clinic.key}/v1/auth`;
  const asked = [["GET", "sessions"], ["DELETE", `sessions/${crypto.randomUUID()}`], ["POST", "activity"]];
  for (const [method, path] of asked) {
    assert.equal((await portal.fetch(`${base}/${path}`, { method })).status, 401);
  }
});
