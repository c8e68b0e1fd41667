import assert from "node:assert/strict";
import * as v from "valibot";
import { GatewayError } from "../messages/message.ts";
import { openOutgoing } from "../outgoing/outgoing.ts";
import { openOtherSide, type OtherSide } from "./gateway.testing.ts";
import { SkebbyGateway, skebbyGateway } from "./skebby.ts";

const sms = {
  id: "0198a000-0000-7000-8000-000000000001",
  to: "+393330000001",
  text: "prova",
  sender: "Clinica",
  receiptUrl: "https://portal.example/t/pk_1/v1/messages/a.b",
};
const open = ({ url, host }: OtherSide) => {
  const config = v.parse(SkebbyGateway, {
    kind: "skebby",
    userKey: "chiave",
    accessToken: "gettone-canarino",
    base: url,
    privateHosts: [host],
    plainHttpHosts: [host],
  });
  return skebbyGateway(config, openOutgoing(config));
};

Deno.test("a message goes to Skebby in the form it documents", async () => {
  await using other = openOtherSide();
  other.say(201, JSON.stringify({ result: "OK", order_id: "ordine-1", total_sent: 1 }));
  assert.deepEqual(await open(other).send(sms), { reference: "ordine-1" });
  await open(other).send({ ...sms, sender: null });
  const [{ method, url, headers, body }, second] = other.requests;
  assert.deepEqual([method, url.pathname], ["POST", "/API/v1.0/REST/sms"]);
  assert.deepEqual([headers.get("user_key"), headers.get("Access_token")], ["chiave", "gettone-canarino"]);
  assert.deepEqual(JSON.parse(body), {
    message_type: "GP",
    message: "prova",
    recipient: ["+393330000001"],
    sender: "Clinica",
    returnCredits: false,
    order_id: sms.id,
  });
  assert.equal("sender" in JSON.parse(second.body), false);
});

Deno.test("only an order that was really sent counts; a wrong key is told, without the key", async () => {
  await using other = openOtherSide();
  for (
    const [status, body, failure] of [
      [201, { result: "KO" }, "unavailable"],
      [201, { result: "OK", order_id: "o", total_sent: 0 }, "unavailable"],
      [200, { result: "OK", order_id: "o", total_sent: 1 }, "unavailable"],
      [201, "<html>", "unavailable"],
      [400, { result: "no credit" }, "refused"],
      [401, {}, "unavailable"],
      [404, {}, "unavailable"],
      [500, {}, "unavailable"],
    ] as const
  ) {
    other.say(status, typeof body === "string" ? body : JSON.stringify(body));
    await assert.rejects(
      open(other).send(sms),
      (error) =>
        error instanceof GatewayError && error.failure === failure && !/canarino|333/.test(error.message),
    );
  }
});
