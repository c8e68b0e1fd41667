import assert from "node:assert/strict";
import { readConfig } from "../config.ts";
import { openGateways, requireGateways } from "./gateways.ts";

const open = async (environment: Record<string, string>) => {
  const gateways = await openGateways(readConfig(environment));
  requireGateways(gateways);
  return gateways;
};
const mail = { TUO_SMTP_URL: "smtps://io:p%40@mail.example:465", TUO_MAIL_FROM: "portale@clinica.example" };

Deno.test("a portal with no way out does not serve: a sentence names what to set", async () => {
  const path = await Deno.makeTempFile({ suffix: ".json" });
  const write = (config: unknown) =>
    Deno.writeTextFile(path, typeof config === "string" ? config : JSON.stringify(config));
  try {
    const sms = { TUO_SMS_GATEWAY: path };
    await write({ kind: "skebby", userKey: "chiave", accessToken: "gettone-canarino" });
    await open({ ...mail, ...sms });
    await assert.rejects(open(mail), /No SMS gateway is configured: set TUO_SMS_GATEWAY/);
    await assert.rejects(open(sms), /No mail server is configured: set TUO_SMTP_URL/);
    await assert.rejects(open({ ...sms, TUO_MAIL_FROM: mail.TUO_MAIL_FROM }), /go together/);
    for (
      const url of ["mail.example", "https://mail.example", "smtp://", "smtps://h/inbox", "smtp://h?x=1"]
    ) {
      await assert.rejects(open({ ...mail, ...sms, TUO_SMTP_URL: url }), /TUO_SMTP_URL is not usable/, url);
    }
    await assert.rejects(open({ ...mail, ...sms, TUO_MAIL_FROM: "Clinica <a@b.it>" }), /TUO_MAIL_FROM/);
    await assert.rejects(open({ ...mail, TUO_SMS_GATEWAY: `${path}.away` }), /cannot be read/);
    for (
      const [config, sentence] of [
        ["{", /is not JSON/],
        [[], /is not usable/],
        [{ kind: "piccione" }, /kind: it has to be "http" or "skebby"/],
        [{ kind: "skebby", userKey: "x" }, /look at accessToken/],
        [{ kind: "http", url: "https://sms.example/{testo}" }, /look at url/],
        [{ kind: "http", url: "https://sms.example/", success: "(" }, /look at success/],
        [{ kind: "http", url: "https://sms.example/", password: "gettone-canarino" }, /look at password/],
      ] as const
    ) {
      await write(config);
      await assert.rejects(
        open({ ...mail, ...sms }),
        (error: Error) => sentence.test(error.message) && !/canarino/.test(error.message),
        JSON.stringify(config),
      );
    }
  } finally {
    await Deno.remove(path);
  }
});

Deno.test("the gateway that the README shows is one", async () => {
  const readme = await Deno.readTextFile(new URL("../../README.md", import.meta.url));
  const [, example] = /```json\n([^]*?)```/.exec(readme) ?? [];
  const path = await Deno.makeTempFile({ suffix: ".json" });
  try {
    await Deno.writeTextFile(path, example);
    const { sms } = await openGateways(readConfig({ TUO_SMS_GATEWAY: path }));
    assert.equal(sms?.readReceipt({ results: [{ status: "DELIVRD" }] }), "delivered");
  } finally {
    await Deno.remove(path);
  }
});
