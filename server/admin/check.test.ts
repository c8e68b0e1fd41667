import assert from "node:assert/strict";
import { openMailServer } from "../mail/smtp-server.testing.ts";
import { openGateways } from "../messages/gateways.ts";
import { startServer } from "../server.ts";
import { openOtherSide, type OtherSide } from "../sms/gateway.testing.ts";
import { adminCommand } from "./cli.ts";

async function withFolder(test: (root: string) => Promise<void>): Promise<void> {
  const root = await Deno.makeTempDir({ prefix: "tuo-" });
  try {
    await Deno.mkdir(`${root}/static/sdk/v1`, { recursive: true });
    await Deno.writeTextFile(`${root}/static/sdk/v1/tuodossier.js`, "");
    await test(root);
  } finally {
    await Deno.remove(root, { recursive: true });
  }
}

async function smsFile(root: string, { url, host }: OtherSide): Promise<string> {
  const config = {
    kind: "http",
    url,
    json: { to: "{to}", text: "{text}", from: "{sender}" },
    success: "^ok (.*)",
  };
  const hosts = { privateHosts: [host], plainHttpHosts: [host] };
  await Deno.writeTextFile(`${root}/sms.json`, JSON.stringify({ ...config, ...hosts }));
  return `${root}/sms.json`;
}

const adminOf = (root: string, environment: Record<string, string>) => async (...args: string[]) => {
  let [out, err] = ["", ""];
  const code = await adminCommand({
    args: [...args, "--data", `${root}/data`],
    environment,
    out: (line) => void (out += line),
    err: (line) => void (err += line),
  });
  return { code, out, err };
};

Deno.test("a check sends a test now, with and without a server on the folder, and says what happened", () =>
  withFolder(async (root) => {
    await using sms = openOtherSide();
    await using mail = await openMailServer();
    const environment = {
      TUO_SMS_GATEWAY: await smsFile(root, sms),
      TUO_SMTP_URL: `smtp://127.0.0.1:${mail.port}`,
      TUO_MAIL_FROM: "portale@clinica.example",
    };
    const admin = adminOf(root, environment);
    const bare = adminOf(root, {});
    await admin("clinic", "add", "--name", "Uno", "--origin", "https://uno.example");
    const check = async (run: typeof admin) => {
      sms.say(200, "ok n-1");
      assert.deepEqual(await run("check", "sms", "--to", "+393330000001"), {
        code: 0,
        out: "The SMS gateway took a test of Uno: its name there is n-1.",
        err: "",
      });
      assert.equal(JSON.parse(sms.requests.at(-1)!.body).to, "+393330000001");
      sms.say(401, "wrong\nkey");
      const refused = await run("check", "sms", "--to", "+393330000001", "--clinic", "uno");
      assert.deepEqual(refused, {
        code: 1,
        out: "",
        err: "The SMS gateway takes nothing now (status 401): wrong key",
      });
      for (const word of ["mail", "smtp"]) {
        const { code, out } = await run("check", word, "--to", "it@clinica.example");
        assert.deepEqual([code, out], [0, "The mail server took a test of Uno."]);
      }
      assert.deepEqual(mail.mails.at(-1)?.to, ["it@clinica.example"]);
      assert.equal((await run("check", "sms", "--to", "3330000001")).code, 2);
      assert.equal((await run("check", "mail")).code, 2);
      assert.equal((await run("check", "mail", "--to", "a@b.example", "--clinic", "due")).code, 1);
    };
    await check(admin);
    assert.match(
      (await bare("check", "sms", "--to", "+393330000001")).err,
      /No SMS gateway .* TUO_SMS_GATEWAY/,
    );
    assert.match((await bare("check", "smtp", "--to", "a@b.example")).err, /No mail server .* TUO_SMTP_URL/);

    const config = {
      data: `${root}/data`,
      baseUrl: "http://localhost:1",
      host: "127.0.0.1",
      port: 0,
      masterKey: null,
      static: `${root}/static`,
      smsGateway: environment.TUO_SMS_GATEWAY,
      smtpUrl: environment.TUO_SMTP_URL,
      mailFrom: environment.TUO_MAIL_FROM,
    };
    const server = await startServer(config, { log: () => {}, gateways: await openGateways(config) });
    try {
      // Its gateways are the server's, whatever the command's own environment.
      await check(bare);
    } finally {
      await server.stop();
    }
  }));

Deno.test("what a command queues with no server running is delivered by the next that runs, once", () =>
  withFolder(async (root) => {
    await using sms = openOtherSide();
    await using mail = await openMailServer();
    const person = ["--given", "A", "--family", "B", "--born", "1980-01-01", "--sex", "F"];
    const bare = adminOf(root, {});
    await bare("clinic", "add", "--name", "Uno", "--origin", "https://uno.example");
    const enrol = ["patient", "enrol", "--clinic", "Uno", "--cf", "PRVPRV80A41Z999S", ...person];
    assert.equal((await bare(...enrol, "--phone", "+393330000001")).code, 0);
    sms.say(200, "ok 1");
    const config = {
      data: `${root}/data`,
      baseUrl: "http://localhost:1",
      host: "127.0.0.1",
      port: 0,
      masterKey: null,
      static: `${root}/static`,
      smsGateway: await smsFile(root, sms),
      smtpUrl: `smtp://127.0.0.1:${mail.port}`,
      mailFrom: "portale@clinica.example",
    };
    const server = await startServer(config, { log: () => {}, gateways: await openGateways(config) });
    try {
      const end = performance.now() + 20_000;
      while (sms.requests.length === 0 && performance.now() < end) {
        await new Promise((resolve) => setTimeout(resolve, 5));
      }
    } finally {
      await server.stop();
    }
    assert.equal(sms.requests.length, 1);
    assert.match(JSON.parse(sms.requests[0].body).text, /prima password è\n[a-z ]{19}\n/);
  }));
