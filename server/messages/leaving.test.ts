/** Messages on their whole way, to real servers on this machine. */
import assert from "node:assert/strict";
import { openClinics } from "../clinic/clinics.ts";
import { SECOND } from "../clock.ts";
import { newKey } from "../keys/derive.ts";
import { smtpGateway } from "../mail/smtp.ts";
import { headersOf, openMailServer } from "../mail/smtp-server.testing.ts";
import { openOutgoing } from "../outgoing/outgoing.ts";
import { openOtherSide } from "../sms/gateway.testing.ts";
import { HttpGateway, httpGateway } from "../sms/http.ts";
import * as v from "valibot";
import { messageRows, openHouse } from "./house.testing.ts";
import { until } from "../testing/until.ts";
import { sendMail, sendSms } from "./send.ts";

Deno.test("a mail server that is down gets the mails when it is up again, each once", async () => {
  const before = await openMailServer();
  const { port } = before;
  await before[Symbol.asyncDispose]();
  const facts = {
    url: `smtp://127.0.0.1:${port}`,
    from: "portale@clinica.example",
    baseUrl: "https://portal.test",
  };
  await using house = await openHouse({ mail: smtpGateway(facts) });
  const mail = { subject: "Avviso", text: "testo-canarino", html: null };
  for (const n of [1, 2, 3]) await sendMail(house.tenant, { ...mail, to: `canarino${n}@posta.example` });
  await until(() => house.logs.length === 3);
  assert.doesNotMatch(JSON.stringify(house.logs), /canarino/);

  await using server = await openMailServer({}, port);
  house.advance(2 * SECOND);
  await until(async () => (await messageRows(house)).every(({ state }) => state === "sent"));
  assert.deepEqual(
    server.mails.flatMap(({ to }) => to).sort(),
    [1, 2, 3].map((n) => `canarino${n}@posta.example`),
  );
  assert.ok(headersOf(server.mails[0].raw).includes("From: Clinica Uno <portale@clinica.example>"));
});

Deno.test("an SMS leaves under the sender its clinic has now, and the report on it finds its way back", async () => {
  await using other = openOtherSide();
  const folder = await Deno.makeTempDir({ prefix: "tuo-" });
  const config = v.parse(HttpGateway, {
    kind: "http",
    url: other.url,
    json: { to: "{to}", from: "{sender}", report: "{callback}" },
    receipt: { field: "stat", delivered: "^OK$", failed: "^KO$" },
    privateHosts: [other.host],
    plainHttpHosts: [other.host],
  });
  const gateways = { sms: httpGateway(config, openOutgoing(config)), mail: null };
  const baseUrl = "https://portal.test";
  const clinics = await openClinics({ folder, masterKey: newKey(), baseUrl, now: Date.now, gateways });
  try {
    const { clinic: { key } } = await clinics.add({ name: "Uno", origins: [] });
    const tenant = await clinics.setSettings(key, { smsSender: "ClinicaUno" });
    await sendSms(tenant, { to: "+393330000001", text: "prova" });
    await until(() => other.requests.length === 1);
    const { report, ...sms } = JSON.parse(other.requests[0].body);
    assert.deepEqual(sms, { to: "+393330000001", from: "ClinicaUno" });
    const [receipt, ...path] = report.split("/").reverse();
    assert.equal(path.reverse().join("/"), `${baseUrl}/t/${key}/v1/messages`);
    await tenant.post.report(receipt, { stat: "OK" });
    assert.ok((await messageRows({ tenant }))[0].delivered_at);
  } finally {
    await clinics.close();
    await Deno.remove(folder, { recursive: true });
  }
});
