import assert from "node:assert/strict";
import { MINUTE, SECOND } from "../../clock.ts";
import { Problem } from "../../http/problem.ts";
import { type House, messageRows, openHouse } from "../../messages/house.testing.ts";
import { until } from "../../testing/until.ts";
import { GatewayError } from "../../messages/message.ts";
import { CODE_SUBJECT, sendCode } from "./message.ts";

const code = "482913";
const sms = (house: House) => ({
  by: "sms" as const,
  to: "+393330000001",
  code,
  smsText: `codice ${code}`,
  goodUntil: house.tenant.now() + 10 * MINUTE,
  undo: () => Promise.resolve(),
});
const unsent = (error: unknown) =>
  error instanceof Problem && error.code === "auth.code-unsent" && error.details.reason === "gateway";

Deno.test("a code that cannot leave is told within seconds, and never comes out of turn", async () => {
  await using house = await openHouse();
  house.meet(() => {
    throw new GatewayError("unreachable", "The SMS gateway cannot be reached");
  });
  const told = assert.rejects(sendCode(house.tenant, sms(house)), unsent);
  await until(() => house.logs.length === 1);
  house.advance(6 * SECOND);
  await told;
  house.meet(() => {});
  house.advance(MINUTE);
  await sendCode(house.tenant, { ...sms(house), smsText: "il prossimo" });
  assert.deepEqual(house.sms.map(({ text }) => text), ["il prossimo"]);
  assert.doesNotMatch(JSON.stringify([house.logs, await messageRows(house)]), new RegExp(code));
});

Deno.test("a refusal is told at once; a gateway that blinked once delivers all the same", async () => {
  await using house = await openHouse();
  house.meet(() => {
    throw new GatewayError("refused", "The SMS gateway refused a message (status 400)");
  });
  await assert.rejects(sendCode(house.tenant, sms(house)), unsent);
  house.meet(() => {
    house.meet(() => {});
    throw new GatewayError("unreachable", "The SMS gateway cannot be reached");
  });
  const sent = sendCode(house.tenant, sms(house));
  await until(() => house.logs.length === 2);
  house.advance(2 * SECOND);
  await sent;
  assert.equal(house.sms.length, 1);
});

Deno.test("a code by mail is in the letter, and not in the subject", async () => {
  await using house = await openHouse();
  await sendCode(house.tenant, { ...sms(house), by: "email", to: "anna@posta.example" });
  const [{ subject, text, html, to }] = house.mails;
  assert.deepEqual([to, subject], ["anna@posta.example", CODE_SUBJECT]);
  assert.ok(text.includes(code) && html!.includes(code));
});
