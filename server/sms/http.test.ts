import assert from "node:assert/strict";
import * as v from "valibot";
import { GatewayError } from "../messages/message.ts";
import { openOutgoing } from "../outgoing/outgoing.ts";
import { openOtherSide, type OtherSide } from "./gateway.testing.ts";
import { HttpGateway, httpGateway } from "./http.ts";

const sms = {
  id: "0198a000-0000-7000-8000-000000000001",
  to: "+393330000001",
  text: `Anna "A" & B\\C\n{sender} {to} è 100% = +1 \u0000`,
  sender: "Clinica Uno",
  receiptUrl: "https://portal.example/t/pk_1/v1/messages/a.b",
};
const open = ({ url, host }: OtherSide, config: Record<string, unknown>) => {
  const full = { kind: "http", url, privateHosts: [host], plainHttpHosts: [host], ...config };
  const read = v.parse(HttpGateway, full);
  return httpGateway(read, openOutgoing(read));
};
const failsAs = (failure: string) => (error: unknown) =>
  error instanceof GatewayError && error.failure === failure && !/Anna|333/.test(error.message);

Deno.test("a value stays one value: in an address, a header, JSON and a form, whatever is in it", async () => {
  await using other = openOtherSide();
  await open(other, {
    url: `${other.url}/send/{to}?text={text}&from={sender}&x=1`,
    method: "GET",
    headers: { "X-Text": "a {text} b", "Authorization": "Bearer t" },
  }).send(sms);
  const { url, headers, body } = other.requests[0];
  assert.equal(url.pathname, "/send/%2B393330000001");
  assert.deepEqual([...url.searchParams], [["text", sms.text], ["from", "Clinica Uno"], ["x", "1"]]);
  assert.doesNotMatch(headers.get("X-Text")!, /[\r\n\0]/);
  assert.deepEqual([headers.get("Authorization"), body], ["Bearer t", ""]);

  const json = {
    to: ["{to}"],
    message: { body: "{text}" },
    dlr: "{callback}",
    id: "{id}",
    flash: false,
    n: 1,
  };
  await open(other, { json }).send(sms);
  assert.deepEqual(JSON.parse(other.requests[1].body), {
    to: [sms.to],
    message: { body: sms.text },
    dlr: sms.receiptUrl,
    id: sms.id,
    flash: false,
    n: 1,
  });
  await open(other, { form: { to: "{digits}", text: "{text}", from: "{sender}" } }).send(sms);
  assert.deepEqual([...new URLSearchParams(other.requests[2].body)], [
    ["to", "393330000001"],
    ["text", sms.text],
    ["from", "Clinica Uno"],
  ]);
  assert.match(other.requests[2].headers.get("Content-Type")!, /^application\/x-www-form-urlencoded/);
});

Deno.test("without a sender its member is left out", async () => {
  await using other = openOtherSide();
  for (
    const body of [{ json: { from: "{sender}", to: "{to}" } }, { form: { from: "{sender}", to: "{to}" } }]
  ) {
    await open(other, body).send({ ...sms, sender: null });
  }
  assert.deepEqual(JSON.parse(other.requests[0].body), { to: sms.to });
  assert.equal(other.requests[1].body, "to=%2B393330000001");
});

Deno.test("what is taken, refused, or to be tried again follows the answer, and no sentence repeats it", async () => {
  await using other = openOtherSide();
  const gateway = open(other, { form: { text: "{text}" }, success: "^OK (\\w+)" });
  other.say(201, "OK abc");
  assert.deepEqual(await gateway.send(sms), { reference: "abc" });
  for (
    const [status, words, failure] of [
      [200, "ERROR no credit of Anna", "unavailable"],
      [400, "bad number of Anna", "refused"],
      [422, "", "refused"],
      [401, "", "unavailable"],
      [302, "OK abc", "unavailable"],
      [429, "", "unavailable"],
      [503, "", "unavailable"],
    ] as const
  ) {
    other.say(status, words);
    await assert.rejects(gateway.send(sms), failsAs(failure), `${status} ${words}`);
  }
});

Deno.test("nobody there, no TLS and a private address are all unreachable", async () => {
  const other = openOtherSide();
  await other[Symbol.asyncDispose]();
  await assert.rejects(open(other, {}).send(sms), failsAs("unreachable"));
  await using there = openOtherSide();
  await assert.rejects(open(there, { plainHttpHosts: [] }).send(sms), failsAs("unreachable"));
  await assert.rejects(open(there, { privateHosts: [] }).send(sms), failsAs("unreachable"));
  assert.deepEqual(there.requests, []);
});

Deno.test("a report's word is found by its field's name, in JSON at any depth, and only known words count", async () => {
  await using other = openOtherSide();
  const read = (field: string, report: Record<string, unknown>) =>
    open(other, { receipt: { field, delivered: "^(DELIVRD|1)$", failed: "^(UNDELIV|EXPIRED)$" } })
      .readReceipt(report);
  assert.equal(read("status", { status: "DELIVRD" }), "delivered");
  assert.equal(read("status", { status: 1 }), "delivered");
  assert.equal(read("status", { status: "EXPIRED" }), "failed");
  assert.equal(read("status", { status: "ACCEPTD" }), null);
  assert.equal(read("results.0.status.name", { results: [{ status: { name: "UNDELIV" } }] }), "failed");
  assert.equal(read("a.b", { "a.b": "DELIVRD" }), "delivered");
  for (const field of ["status", "constructor.name", "__proto__"]) {
    assert.equal(read(field, { results: [{}] }), null, field);
  }
  assert.equal(open(other, {}).readReceipt({ status: "DELIVRD" }), null);
});

Deno.test("a misspelt place, a broken pattern and an unknown member are found before anything is sent", () => {
  const base = { kind: "http", url: "https://sms.example/" };
  for (
    const wrong of [
      { url: "https://sms.example/?to={telephone}" },
      { form: { text: "{testo}" } },
      { success: "(" },
      { receipt: { field: "s", delivered: "[", failed: "x" } },
      { body: "{text}" },
      { method: "DELETE" },
    ]
  ) {
    assert.equal(v.safeParse(HttpGateway, { ...base, ...wrong }).success, false, JSON.stringify(wrong));
  }
});
