import assert from "node:assert/strict";
import { DAY } from "../clock.ts";
import { listMessages } from "../messages/store.ts";
import { openPortal, PORTAL } from "../testing/portal.ts";
import { firstPasswordUntil, lastWholeDay } from "./first-password.ts";

const now = Date.UTC(2026, 0, 15, 9);
const daysFor = (availableOn?: string) => (firstPasswordUntil({ now, availableOn }) - now) / DAY;

Deno.test("a first password outlives the exam's day by 30 days, within 30 and 90 days from now", () => {
  assert.equal(daysFor(), 30);
  assert.equal(firstPasswordUntil({ now, availableOn: "2026-02-10" }), Date.UTC(2026, 1, 10) + 30 * DAY);
  // Today and yesterday, a year ago, in three months, in a thousand years.
  for (const past of ["2026-01-15", "2026-01-14", "2025-01-15", "0001-01-01"]) {
    assert.equal(daysFor(past), 30);
  }
  for (const far of ["2026-04-15", "2026-03-17", "9999-12-31"]) assert.equal(daysFor(far), 90);
});

Deno.test("the day a patient is told is one on which the password is good until midnight", () => {
  assert.equal(lastWholeDay(Date.UTC(2026, 1, 14, 9)), "2026-02-13");
  // Half past eleven in the evening in London is the next day in Italy already.
  assert.equal(lastWholeDay(Date.UTC(2026, 1, 14, 23, 30)), "2026-02-14");
  assert.equal(lastWholeDay(Date.UTC(2026, 6, 1, 22)), "2026-07-01");
  assert.equal(lastWholeDay(Date.UTC(2027, 0, 1, 9)), "2026-12-31");
});

Deno.test("enrolled with the exam's day or asked for again, the password and its SMS have the same end", async () => {
  await using portal = await openPortal();
  const { key } = portal.tenant.clinic;
  const { clientId, clientSecret } = await portal.clinics.addClient(key);
  const send = (path: string, body?: BodyInit, headers: HeadersInit = {}) =>
    portal.fetchFrom(null)(`${PORTAL}/t/${key}/v1/clinic${path}`, { method: "POST", body, headers });
  const credentials = { grant_type: "client_credentials", client_id: clientId, client_secret: clientSecret };
  const { access_token } = await (await send("/token", new URLSearchParams(credentials))).json();
  const bearer = { Authorization: `Bearer ${access_token}` };
  const post = (path: string, body?: unknown) =>
    body === undefined
      ? send(path, undefined, bearer)
      : send(path, JSON.stringify(body), { ...bearer, "Content-Type": "application/json" });
  const said = async (): Promise<string> => {
    const { text } = (await listMessages(portal.tenant.db)).at(-1)!;
    const { first_password_until: until } = await portal.tenant.db.selectFrom("accounts").selectAll()
      .executeTakeFirstOrThrow();
    return `${until} ${/fino al ([\d/]+)/.exec(text)?.[1]}`;
  };

  const enrolled = await post("/patients", {
    codiceFiscale: "PRVPRV80A41Z999S",
    givenName: "Prova",
    familyName: "Nuova",
    birthDate: "1980-01-01",
    sex: "F",
    phone: "+393330001234",
    availableOn: "2026-02-10",
  });
  assert.equal(await said(), "2026-03-12T00:00:00.000Z 11/03/2026");
  const again = `/patients/${(await enrolled.json()).id}/first-password`;
  assert.equal((await post(again)).status, 204);
  assert.equal(await said(), "2026-02-14T09:00:00.000Z 13/02/2026");
  assert.equal((await post(again, { availableOn: "2026-12-31" })).status, 204);
  assert.equal(await said(), "2026-04-15T09:00:00.000Z 14/04/2026");
  assert.equal((await post(again, { availableOn: "31/12/2026" })).status, 400);
  assert.equal((await post(again, { password: "mia" })).status, 400);
});
