import assert from "node:assert/strict";
import { DAY, HOUR, MINUTE, SECOND } from "../clock.ts";
import { atomically } from "../db/atomically.ts";
import { type House, messageRows, openHouse } from "./house.testing.ts";
import { until } from "../testing/until.ts";
import { GatewayError } from "./message.ts";
import { openOutbox } from "./post.ts";
import { outcomeOf, sendMail, sendSms, withdraw } from "./send.ts";

const to = "+393330000001";
const canary = "codice-canarino-482913";
const unreachable = () => {
  throw new GatewayError("unreachable", "The SMS gateway cannot be reached");
};
const states = async (house: House) => (await messageRows(house)).map(({ state }) => state);

Deno.test("a message is as real as the transaction it is written in, and leaves when that has ended", async () => {
  await using house = await openHouse();
  await assert.rejects(
    atomically(house.tenant, async (within) => {
      await sendSms(within, { to, text: "mai" });
      throw new Error("undone");
    }),
    /undone/,
  );
  let isOver = false;
  const seen: boolean[] = [];
  house.meet(() => void seen.push(isOver));
  await atomically(house.tenant, async (within) => {
    await sendSms(within, { to, text: "uno" });
    await sendMail(within, { to: "a@b.example", subject: "s", text: "due", html: null });
    // The postman is awake already, and has to wait for the end.
    await new Promise((resolve) => setTimeout(resolve, 0));
    isOver = true;
  });
  await until(() => house.sms.length + house.mails.length === 2);
  assert.deepEqual(seen, [true, true]);
  assert.deepEqual([house.sms[0].text, house.mails[0].text, house.mails[0].fromName], [
    "uno",
    "due",
    "Clinica Uno",
  ]);
  assert.equal((await messageRows(house)).length, 2);
});

Deno.test("a gateway that was down gets all of it when it is back, in order, and no log repeats a word", async () => {
  await using house = await openHouse();
  house.meet(unreachable);
  for (const text of [`1 ${canary}`, "2", "3"]) await sendSms(house.tenant, { to, text });
  await until(() => house.logs.length === 3);
  assert.deepEqual([house.sms, await states(house)], [[], ["queued", "queued", "queued"]]);
  house.meet(() => {});
  house.advance(2 * SECOND);
  await until(() => house.sms.length === 3);
  assert.deepEqual(house.sms.map(({ text }) => text.slice(0, 1)), ["1", "2", "3"]);
  assert.deepEqual(house.logs.map(({ event, error }) => [event, error])[0], [
    "sms.unsent",
    "The SMS gateway cannot be reached",
  ]);
  assert.doesNotMatch(JSON.stringify(house.logs), /canarino|333000/);
});

Deno.test("tries grow rare, and end after three days with the words erased", async () => {
  await using house = await openHouse();
  let tries = 0;
  house.meet(() => {
    tries++;
    unreachable();
  });
  await sendSms(house.tenant, { to, text: canary });
  const counts: number[] = [];
  for (const gap of [0, 2 * SECOND, 10 * SECOND, MINUTE, 5 * MINUTE, 20 * MINUTE, HOUR, HOUR]) {
    house.advance(gap);
    await until(() => house.logs.length === counts.length + 1);
    counts.push(tries);
  }
  assert.deepEqual(counts, [1, 2, 3, 4, 5, 6, 7, 8]);
  house.meet(() => {});
  house.advance(3 * DAY);
  await until(async () => (await states(house))[0] === "failed");
  const [row] = await messageRows(house);
  assert.deepEqual([row.text, row.failure, house.sms], ["", "late", []]);
  assert.ok(house.logs.some(({ event }) => event === "message.late"));
});

Deno.test("of fifty sent at once every one arrives once, four at a time at most", async () => {
  await using house = await openHouse();
  let [inside, most] = [0, 0];
  house.meet(async () => {
    most = Math.max(most, ++inside);
    await new Promise((resolve) => setTimeout(resolve, 1));
    inside--;
  });
  await Promise.all(Array.from({ length: 50 }, (_, n) => sendSms(house.tenant, { to, text: `n ${n}` })));
  await until(async () => (await states(house)).every((state) => state === "sent"));
  assert.equal(new Set(house.sms.map(({ text }) => text)).size, 50);
  assert.deepEqual([house.sms.length, most <= 4], [50, true]);
});

Deno.test("words are gone with the message; what the gateway refuses is not tried again, and holds up nobody", async () => {
  await using house = await openHouse();
  house.meet(({ text }) => {
    if (text === "no") throw new GatewayError("refused", "The SMS gateway refused a message (status 400)");
  });
  await sendSms(house.tenant, { to, text: "no" });
  await sendSms(house.tenant, { to, text: canary });
  await sendMail(house.tenant, { to: "a@b.example", subject: "s", text: canary, html: canary });
  await until(async () => !(await states(house)).includes("queued"));
  house.advance(DAY);
  const rows = await messageRows(house);
  assert.deepEqual(rows.map(({ state, failure }) => [state, failure]), [
    ["failed", "refused"],
    ["sent", null],
    ["sent", null],
  ]);
  assert.doesNotMatch(JSON.stringify(rows), /canarino/);
  assert.equal(house.sms.length, 1);
});

Deno.test("a code is not sent when nobody can use it any more", async () => {
  await using house = await openHouse();
  house.meet(unreachable);
  await sendSms(house.tenant, { to, text: canary, goodUntil: house.tenant.now() + 10 * MINUTE });
  await until(() => house.logs.length === 1);
  house.meet(() => {});
  house.advance(10 * MINUTE);
  await until(async () => (await states(house))[0] === "failed");
  assert.deepEqual(house.sms, []);
});

Deno.test("who waits for a message hears what became of it, and may take it back", async () => {
  await using house = await openHouse();
  const { tenant } = house;
  assert.equal(await outcomeOf(tenant, await sendSms(tenant, { to, text: "bene" }), 6 * SECOND), "sent");

  house.meet(unreachable);
  const id = await sendSms(tenant, { to, text: "male" });
  const failing = outcomeOf(tenant, id, 6 * SECOND);
  await until(() => house.logs.length === 1);
  house.advance(2 * SECOND);
  await until(() => house.logs.length === 2);
  house.advance(4 * SECOND);
  assert.equal(await failing, "failing");
  house.meet(() => {});
  await withdraw(tenant, id);
  house.advance(HOUR);
  assert.equal(await outcomeOf(tenant, id, SECOND), "failed");
  assert.equal(house.sms.length, 1);

  const slow = Promise.withResolvers<void>();
  house.meet(() => slow.promise);
  const waiting = await sendSms(tenant, { to, text: "piano" });
  const queued = outcomeOf(tenant, waiting, 6 * SECOND);
  await until(async () => (await messageRows(house)).at(-1)?.tries === 1);
  house.advance(6 * SECOND);
  assert.equal(await queued, "queued");
  slow.resolve();
  assert.equal(await outcomeOf(tenant, waiting, 6 * SECOND), "sent");
  assert.equal(await outcomeOf(tenant, crypto.randomUUID(), SECOND), "failed");
});

Deno.test("what is slow is not sent twice, and stopping waits for it", async () => {
  await using house = await openHouse();
  const slow = Promise.withResolvers<void>();
  let begun = 0;
  house.meet(() => {
    begun++;
    return slow.promise;
  });
  await sendSms(house.tenant, { to, text: "piano" });
  await until(() => begun === 1);
  for (let turn = 0; turn < 5; turn++) {
    house.advance(HOUR);
    await sendMail(house.tenant, { to: "a@b.example", subject: "s", text: "t", html: null });
  }
  await until(() => begun === 5);
  assert.equal(
    (await messageRows(house)).filter(({ kind, tries }) => kind === "sms" && tries === 1).length,
    1,
  );
  const reopened = house.reopen();
  slow.resolve();
  await reopened;
  await until(async () => (await states(house)).every((state) => state === "sent"));
  assert.deepEqual([house.sms.length, house.mails.length], [1, 5]);
});

for (const hung of ["sms", "email"] as const) {
  Deno.test(`a gateway that hangs for ever (${hung}) holds back its own kind only`, async () => {
    await using house = await openHouse();
    const hold = Promise.withResolvers<void>();
    try {
      house.meet((message) => ("fromName" in message) === (hung === "email") ? hold.promise : undefined);
      const send = (kind: "sms" | "email", text: string) =>
        kind === "sms"
          ? sendSms(house.tenant, { to, text })
          : sendMail(house.tenant, { to: "a@b.example", subject: "s", text, html: null });
      for (let count = 0; count < 20; count++) await send(hung, "mai");
      await until(async () => (await messageRows(house)).filter(({ tries }) => tries > 0).length === 4);
      const id = await send(hung === "sms" ? "email" : "sms", "subito");
      assert.equal(await outcomeOf(house.tenant, id, 6 * SECOND), "sent");
      assert.deepEqual([...house.sms, ...house.mails].map(({ text }) => text), ["subito"]);
    } finally {
      hold.resolve();
    }
  });
}

Deno.test("a code overtakes what can wait, which then goes in its order", async () => {
  await using house = await openHouse();
  const { tenant } = house;
  await atomically(tenant, async (within) => {
    for (let n = 0; n < 8; n++) await sendSms(within, { to, text: `avviso ${n}` });
    await sendSms(within, { to, text: "codice", goodUntil: tenant.now() + 10 * MINUTE });
  });
  await until(() => house.sms.length === 9);
  assert.deepEqual(house.sms.map(({ text }) => text), [
    "codice",
    ...Array.from({ length: 8 }, (_, n) => `avviso ${n}`),
  ]);
});

Deno.test("what has no gateway here waits for a portal that has one", async () => {
  await using house = await openHouse({ sms: null });
  await sendSms(house.tenant, { to, text: "uno" });
  await sendMail(house.tenant, { to: "a@b.example", subject: "s", text: "t", html: null });
  await until(() => house.mails.length === 1);
  assert.deepEqual(await states(house), ["queued", "sent"]);
});

Deno.test("only the gateway that got a message's secret address can report on it", async () => {
  await using house = await openHouse();
  const { tenant: { post } } = house;
  await sendSms(house.tenant, { to, text: "uno" });
  await sendSms(house.tenant, { to, text: "due" });
  await until(() => house.sms.length === 2);
  const [one, two] = house.sms.map(({ receiptUrl }) => receiptUrl.split("/").at(-1)!);
  const forged = `${one.slice(0, 36)}${two.slice(36)}`;
  for (const receipt of [forged, one.slice(0, 36), `${one}x`, one.slice(0, -1), "", ".", two.toUpperCase()]) {
    await post.report(receipt, { status: "ok" });
  }
  const delivered = async () =>
    (await messageRows(house)).map((row) => [row.delivered_at !== null, row.failure]);
  assert.deepEqual(await delivered(), [[false, null], [false, null]]);
  await post.report(one, { status: "on its way" });
  await post.report(one, { status: "no" });
  assert.deepEqual(await delivered(), [[false, "undelivered"], [false, null]]);
  await post.report(one, { status: "ok" });
  await post.report(one, { status: "no" });
  assert.deepEqual(await delivered(), [[true, null], [false, null]]);
});

Deno.test("a report that is quicker than the gateway's answer, or comes in its place, counts", async () => {
  await using house = await openHouse();
  const reports = ["no", "ok"];
  house.meet(async (message) => {
    const receipt = "receiptUrl" in message ? message.receiptUrl.split("/").at(-1)! : "";
    await house.tenant.post.report(receipt, { status: reports.shift() });
    if (reports.length === 0) unreachable();
  });
  await sendSms(house.tenant, { to, text: "uno" });
  await until(() => house.sms.length === 1);
  await sendSms(house.tenant, { to, text: "due" });
  await until(() => house.logs.length === 1);
  house.advance(HOUR);
  await until(async () => !(await states(house)).includes("queued"));
  const rows = await messageRows(house);
  assert.deepEqual(rows.map((row) => [row.state, row.failure, row.delivered_at !== null, row.tries]), [
    ["sent", "undelivered", false, 1],
    ["sent", null, true, 1],
  ]);
});

Deno.test("after thirty days nothing is left of what was sent or failed; what is kept or waits stays", async () => {
  await using house = await openHouse();
  const rows = async () => (await messageRows(house)).map(({ kind, state }) => `${kind} ${state}`);
  await sendSms(house.tenant, { to, text: "sent" });
  await until(() => house.sms.length === 1);
  house.meet(() => {
    throw new GatewayError("refused", "no");
  });
  await sendMail(house.tenant, { to: "a@b.example", subject: "s", text: "failed", html: null });
  await until(async () => (await rows()).includes("email failed"));
  const outbox = { ...house.tenant, post: openOutbox() };
  await sendMail(outbox, { to: "a@b.example", subject: "s", text: "kept", html: null });
  house.advance(30 * DAY - MINUTE);
  house.meet(unreachable);
  await sendSms(house.tenant, { to, text: "waits" });
  await until(() => house.logs.length === 2);
  assert.deepEqual((await rows()).sort(), ["email failed", "email kept", "sms queued", "sms sent"]);
  house.advance(MINUTE);
  await until(async () => (await rows()).length === 2);
  assert.deepEqual((await rows()).sort(), ["email kept", "sms queued"]);
});
