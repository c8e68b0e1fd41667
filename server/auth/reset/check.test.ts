import assert from "node:assert/strict";
import { TuoError } from "@tuodossier/sdk";
import { MINUTE } from "../../clock.ts";
import { CLINIC_SITE, openPortal, PORTAL } from "../../testing/portal.ts";
import { disableAccount } from "../desk.ts";
import { forgetful, NEW_PASSWORD } from "./inbox.testing.ts";

const isOver = (error: unknown) => error instanceof TuoError && error.code === "auth.reset-over";

Deno.test("a link is asked about as often as one likes, and is good still", async () => {
  await using portal = await openPortal();
  const { credentials, link } = await forgetful(portal);
  const token = await link();
  for (let time = 0; time < 3; time++) await credentials.checkReset(token);
  await credentials.reset(token, NEW_PASSWORD);
  await assert.rejects(credentials.checkReset(token), isOver);
});

Deno.test("a link that is invented, old, older than another or of a closed account is told to be over", async () => {
  await using portal = await openPortal();
  const { credentials, link, patientId } = await forgetful(portal);
  await assert.rejects(credentials.checkReset("A".repeat(43)), isOver);
  const first = await link();
  const second = await link();
  await assert.rejects(credentials.checkReset(first), isOver);
  portal.advance(30 * MINUTE);
  await assert.rejects(credentials.checkReset(second), isOver);
  const third = await link();
  await credentials.checkReset(third);
  await disableAccount(portal.tenant, patientId);
  await assert.rejects(credentials.checkReset(third), isOver);
});

Deno.test("a clinic's page may not ask about links, and nobody tries many", async () => {
  await using portal = await openPortal();
  const url = `${PORTAL}/t/${portal.tenant.clinic.key}/v1/auth/reset/check`;
  const ask = (origin: string) =>
    portal.fetchFrom(origin)(url, {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify({ token: "A".repeat(43) }),
    }).then(async (response) => {
      await response.body?.cancel();
      return response.status;
    });
  assert.equal(await ask(CLINIC_SITE), 403);
  const statuses: number[] = [];
  for (let time = 0; time < 21; time++) statuses.push(await ask(PORTAL));
  assert.deepEqual([statuses[0], statuses.at(-1)], [410, 429]);
});
