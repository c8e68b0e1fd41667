/** A real mail server on this machine that keeps what it gets. */
// A development package of the whole workspace, which this folder cannot name bare.
// deno-lint-ignore no-import-prefix
import { SMTPServer, type SMTPServerOptions } from "npm:smtp-server@3.21.6";

export interface MailServer {
  readonly port: number;
  readonly mails: { from: string; to: string[]; raw: string }[];
  [Symbol.asyncDispose](): Promise<void>;
}

/** @param options Of `smtp-server`; without any it takes everything, in clear, from anybody. */
export async function openMailServer(
  options: SMTPServerOptions = {},
  port = 0,
): Promise<MailServer> {
  const mails: MailServer["mails"] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS"],
    logger: false,
    async onData(stream, { envelope: { mailFrom, rcptTo } }, done) {
      const text = new TextDecoder();
      let raw = "";
      for await (const piece of stream) raw += text.decode(piece, { stream: true });
      const from = mailFrom ? mailFrom.address : "";
      mails.push({ from, to: rcptTo.map(({ address }) => address), raw });
      done();
    },
    ...options,
  });
  // A client that cuts off is not this server's end.
  server.on("error", () => {});
  await new Promise<void>((resolve) => server.listen(port, "127.0.0.1", resolve));
  return {
    port: (server.server.address() as { port: number }).port,
    mails,
    [Symbol.asyncDispose]: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

/** The header's lines, unfolded. */
export const headersOf = (raw: string): string[] =>
  raw.slice(0, raw.indexOf("\r\n\r\n")).replace(/\r\n[ \t]+/g, " ").split("\r\n");
