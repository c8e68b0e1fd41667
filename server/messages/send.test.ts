import assert from "node:assert/strict";
import { DAY } from "../clock.ts";
import { atomically } from "../db/atomically.ts";
import { SmsRefused } from "../sms/rules.ts";
import { openPortal } from "../testing/portal.ts";
import { sendSms } from "./send.ts";
import { listMessages } from "./store.ts";

const to = "+393330000001";
const refusedFor = (reason: string) => (error: unknown) =>
  error instanceof SmsRefused && error.reason === reason;

Deno.test("fifty at once do not pass the day's budget, and what was undone is given back", async () => {
  await using portal = await openPortal();
  const tenant = await portal.clinics.setSettings(portal.tenant.clinic.key, { smsDailyBudget: 10 });
  await atomically(tenant, async (within) => {
    for (let count = 0; count < 5; count++) await sendSms(within, { to, text: "mai" });
    throw new Error("undone");
  }).catch(() => {});
  const sent = await Promise.allSettled(Array.from({ length: 50 }, () => sendSms(tenant, { to, text: "x" })));
  assert.equal(sent.filter(({ status }) => status === "fulfilled").length, 10);
  for (const one of sent) if (one.status === "rejected") assert.ok(refusedFor("budget")(one.reason));
  portal.advance(DAY);
  await sendSms(tenant, { to, text: "domani" });
  assert.equal((await listMessages(tenant.db)).length, 11);
});

Deno.test("notices leave a fifth of the day's budget to codes; what was taken back costs nothing", async () => {
  await using portal = await openPortal();
  const tenant = await portal.clinics.setSettings(portal.tenant.clinic.key, { smsDailyBudget: 10 });
  const spare = () => sendSms(tenant, { to, text: "avviso", isSpare: true });
  const first = await spare();
  for (let count = 1; count < 8; count++) await spare();
  await assert.rejects(spare(), refusedFor("budget"));
  for (let count = 0; count < 2; count++) await sendSms(tenant, { to, text: "codice" });
  await assert.rejects(sendSms(tenant, { to, text: "codice" }), refusedFor("budget"));

  const failed = (failure: string) =>
    tenant.db.updateTable("messages").set({ state: "failed", failure }).where("id", "=", first).execute();
  for (const failure of ["refused", "late"]) {
    await failed(failure);
    await assert.rejects(sendSms(tenant, { to, text: "codice" }), refusedFor("budget"), failure);
  }
  for (const failure of ["withdrawn", "unreachable"]) {
    await failed(failure);
    await assert.rejects(spare(), refusedFor("budget"), failure);
  }
  await sendSms(tenant, { to, text: "codice" });
});

Deno.test("a telephone of another country makes all of the transaction void", async () => {
  await using portal = await openPortal();
  await assert.rejects(
    atomically(portal.tenant, async (within) => {
      await sendSms(within, { to, text: "uno" });
      await sendSms(within, { to: "+441632960000", text: "due" });
    }),
    refusedFor("prefix"),
  );
  assert.deepEqual(await listMessages(portal.tenant.db), []);
});

Deno.test("an SMS is written in the characters it can have; where nothing leaves, it stays as long as the clinic", async () => {
  await using portal = await openPortal();
  await sendSms(portal.tenant, { to, text: "«È così…»", goodUntil: portal.tenant.now() });
  portal.advance(365 * DAY);
  const [message] = await listMessages(portal.tenant.db);
  assert.deepEqual([message.text, message.to, message.kind], ['"E così..."', to, "sms"]);
});
