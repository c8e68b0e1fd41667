/** A portal in a process of its own, which a test may kill, and the gateways its messages go to. */
import { openMailServer } from "../server/mail/smtp-server.testing.ts";

const root = new URL("../", import.meta.url).pathname;

/** Where the messages of a portal arrive: an SMTP server and an SMS gateway on this machine. */
export interface Gateways {
  readonly environment: Readonly<Record<string, string>>;
  /** The first group of the first message, SMS or mail, that matches and was not taken yet; waits for it. */
  next(pattern: RegExp): Promise<string>;
  [Symbol.asyncDispose](): Promise<void>;
}

/** Looks for a message, 20 ms apart. */
const PATIENCE = 3000;

/** @param folder Where the SMS gateway's description is written. */
export async function openGateways(folder: string): Promise<Gateways> {
  const texts: string[] = [];
  const smtp = await openMailServer();
  const sms = Deno.serve({ hostname: "127.0.0.1", port: 0, onListen: () => {} }, async (request) => {
    texts.push((await request.json()).text);
    return new Response("accepted");
  });
  const host = `127.0.0.1:${sms.addr.port}`;
  const description = {
    kind: "http",
    url: `http://${host}/send`,
    json: { to: "{to}", text: "{text}" },
    privateHosts: [host],
    plainHttpHosts: [host],
  };
  await Deno.writeTextFile(`${folder}/sms.json`, JSON.stringify(description));
  const take = (pattern: RegExp) => {
    for (const { raw } of smtp.mails.splice(0)) texts.push(fromQuotedPrintable(raw));
    const at = texts.findIndex((text) => pattern.test(text));
    return at < 0 ? null : pattern.exec(texts.splice(at, 1)[0])![1];
  };
  return {
    environment: {
      TUO_SMS_GATEWAY: `${folder}/sms.json`,
      TUO_SMTP_URL: `smtp://127.0.0.1:${smtp.port}`,
      TUO_MAIL_FROM: "portale@clinica.example",
    },
    async next(pattern) {
      for (let tries = 0; tries < PATIENCE; tries++) {
        const found = take(pattern);
        if (found !== null) return found;
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
      throw new Error(`No message came that matches ${pattern}`);
    },
    async [Symbol.asyncDispose]() {
      await smtp[Symbol.asyncDispose]();
      await sms.shutdown();
    },
  };
}

const fromQuotedPrintable = (raw: string): string =>
  raw.replaceAll("=\r\n", "").replace(
    /=([0-9A-F]{2})/g,
    (_, hex: string) => String.fromCharCode(parseInt(hex, 16)),
  );

/** `deno task serve`, started; `kill` gives it no time for anything. */
export interface PortalProcess {
  kill(): Promise<void>;
}

/** @throws {Error} with what it printed, when it ends before it is ready. */
export async function startPortal(environment: Readonly<Record<string, string>>): Promise<PortalProcess> {
  const child = new Deno.Command(Deno.execPath(), {
    args: ["run", "-A", "server/main.ts"],
    cwd: root,
    env: environment,
    stdout: "null",
    stderr: "piped",
  }).spawn();
  const lines = child.stderr.pipeThrough(new TextDecoderStream()).getReader();
  let printed = "";
  while (!/^ready /m.test(printed)) {
    const { value, done } = await lines.read();
    if (done) throw new Error(`The portal ended before it was ready:\n${printed}`);
    printed += value;
  }
  // Read on, so that its log never has to wait for us.
  const rest = (async () => {
    while (!(await lines.read()).done);
  })();
  return {
    async kill() {
      child.kill("SIGKILL");
      await child.status;
      await rest;
    },
  };
}
