import assert from "node:assert/strict";
import type { SmsReport } from "../sms/sms.ts";
import { openPortal, PORTAL } from "../testing/portal.ts";

const receipt = `${crypto.randomUUID()}.${"A".repeat(43)}`;

/** A portal that notes what its post is told. */
async function openTold() {
  const portal = await openPortal();
  const told: [string, SmsReport][] = [];
  Object.assign(portal.tenant.post, {
    report: (name: string, said: SmsReport) => Promise.resolve(void told.push([name, said])),
  });
  const url = `${PORTAL}/t/${portal.tenant.clinic.key}/v1/messages`;
  return Object.assign(portal, { told, url });
}

Deno.test("a report comes by query, form or JSON, and its answer tells nothing", async () => {
  await using portal = await openTold();
  const fetch = portal.fetchFrom(null);
  const form = new URLSearchParams({ status: "OK" });
  const json = { method: "POST", headers: { "Content-Type": "application/json" } };
  const answers = [
    await fetch(`${portal.url}/${receipt}?status=OK`),
    await fetch(`${portal.url}/${receipt}?a=1`, { method: "POST", body: form }),
    await fetch(`${portal.url}/${receipt}`, { ...json, body: '{"results":[{"status":"OK"}]}' }),
    await fetch(`${portal.url}/${receipt}`, { ...json, body: '{"status":' }),
    await fetch(`${portal.url}/${receipt}`, { ...json, body: "null" }),
    await fetch(`${portal.url}/${receipt}`, { method: "POST" }),
    await fetch(`${portal.url}/nothing`),
  ];
  for (const answer of answers) {
    assert.deepEqual([answer.status, await answer.text()], [204, ""]);
    assert.equal(answer.headers.get("Access-Control-Allow-Origin"), null);
  }
  assert.deepEqual(portal.told.map(([, said]) => said), [
    { status: "OK" },
    { a: "1", status: "OK" },
    { results: [{ status: "OK" }] },
    {},
    {},
    {},
    {},
  ]);
  assert.doesNotMatch(JSON.stringify(portal.logs), new RegExp(receipt));
});

Deno.test("a report that is too large is refused, and one for no clinic is nowhere", async () => {
  await using portal = await openTold();
  const body = "x".repeat(17 * 1024);
  const large = await portal.fetchFrom(null)(`${portal.url}/${receipt}`, { method: "POST", body });
  assert.equal(large.status, 413);
  const other = await portal.fetchFrom(null)(`${PORTAL}/t/pk_nobody/v1/messages/${receipt}`);
  assert.equal(other.status, 404);
  assert.deepEqual(portal.told, []);
});
