import assert from "node:assert/strict";
import { TuoError } from "@tuodossier/sdk";
import { HOUR, MINUTE, SECOND } from "../clock.ts";
import { openPortal } from "../testing/portal.ts";
import { bytesOf, codeOf, get, takeHome } from "./room.testing.ts";

Deno.test("a ticket is used within a minute, gives the whole once, and of fifty at once one", async () => {
  await using portal = await openPortal();
  const { ticket } = await takeHome(portal);
  const late = await ticket();
  portal.advance(61 * SECOND);
  assert.deepEqual(await codeOf(await get(portal, late)), [404, "archive.ticket-over"]);
  const url = await ticket();
  const answers = await Promise.all(Array.from({ length: 50 }, () => get(portal, url)));
  assert.equal(answers.filter(({ status }) => status === 200).length, 1);
  assert.equal(answers.filter(({ status }) => status === 206).length, 0);
  for (const answer of answers) await answer.body?.cancel();
  assert.deepEqual(await codeOf(await get(portal, url)), [404, "archive.ticket-over"]);
});

Deno.test("half an hour after the last byte, and a day after the first, a ticket is over", async () => {
  await using portal = await openPortal();
  const { ticket } = await takeHome(portal);
  const url = await ticket();
  await bytesOf(await get(portal, url));
  const part = () => get(portal, url, { Range: "bytes=0-9" });
  for (let passed = 0; passed < 24 * HOUR - 29 * MINUTE; passed += 29 * MINUTE) {
    assert.equal((await bytesOf(await part())).length, 10);
    portal.advance(29 * MINUTE);
  }
  portal.advance(29 * MINUTE);
  assert.deepEqual(await codeOf(await part()), [404, "archive.ticket-over"]);

  const second = await takeHome(portal);
  const idle = await second.ticket();
  await bytesOf(await get(portal, idle));
  portal.advance(30 * MINUTE);
  assert.deepEqual(await codeOf(await get(portal, idle, { Range: "bytes=0-9" })), [
    404,
    "archive.ticket-over",
  ]);
});

Deno.test("signing out cuts a running download and every ticket", async () => {
  await using portal = await openPortal();
  const { tuo, ticket } = await takeHome(portal, { count: 12, bytes: 500_000 });
  const [running, unused] = [await ticket(), await ticket()];
  const reader = (await get(portal, running)).body!.getReader();
  assert.equal((await reader.read()).done, false);
  await tuo.session.signOut();
  portal.advance(6 * SECOND);
  const rest = async () => {
    while (!(await reader.read()).done);
  };
  await assert.rejects(rest());
  for (const url of [running, unused]) {
    const answer = await get(portal, url, { Range: "bytes=0-9" });
    assert.deepEqual(await codeOf(answer), [404, "archive.ticket-over"]);
  }
});

Deno.test("a download outlives the session's idle time", async () => {
  await using portal = await openPortal();
  const { ticket } = await takeHome(portal, { count: 12, bytes: 500_000 });
  const reader = (await get(portal, await ticket())).body!.getReader();
  await reader.read();
  portal.advance(2 * HOUR);
  assert.equal((await reader.read()).done, false);
  await reader.cancel();
});

Deno.test("taking the adhesion back cuts what is running, and no export is made without it", async () => {
  await using portal = await openPortal();
  const { tuo, ticket, dossier, patientId, made } = await takeHome(portal, { count: 12, bytes: 500_000 });
  const [url, unused] = [await ticket(), await ticket()];
  const reader = (await get(portal, url)).body!.getReader();
  await reader.read();
  await portal.tenant.db.insertInto("consent_events").values({
    id: "019a0000-0000-7000-8000-000000000001",
    patient_id: patientId,
    code: "dse-adhesion",
    given: 0,
    at: "2026-01-15T09:00:00.000Z",
    who: "patient",
    channel: "portal",
    document_id: null,
    text_version: "1",
  }).execute();
  portal.advance(6 * SECOND);
  const rest = async () => {
    while (!(await reader.read()).done);
  };
  await assert.rejects(rest());
  assert.deepEqual(await codeOf(await get(portal, unused)), [404, "archive.ticket-over"]);
  const refused = (error: unknown) => error instanceof TuoError && error.code === "documents.no-adhesion";
  await assert.rejects(tuo.archive.create({ studies: [dossier.study] }), refused);
  await assert.rejects(tuo.archive.ticket(made.id, 1), refused);
});

Deno.test("no ticket is ever logged", async () => {
  await using portal = await openPortal();
  const { ticket } = await takeHome(portal);
  const url = await ticket();
  await bytesOf(await get(portal, url));
  assert.ok(!JSON.stringify(portal.logs).includes(url.split("/").at(-1)!));
});
