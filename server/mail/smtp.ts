import { createTransport } from "nodemailer";
import { SECOND } from "../clock.ts";
import { GatewayError } from "../messages/message.ts";
import type { MailGateway } from "./mail.ts";

export interface SmtpFacts {
  /** `smtps://user:password@host:465`, or `smtp://…` which goes on with STARTTLS. */
  readonly url: string;
  /** The sender's address. */
  readonly from: string;
  /** Its host names the messages. */
  readonly baseUrl: string;
}

const LOOPBACK = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/;
/** One address and nothing else: no list, no name, no line end. */
// deno-lint-ignore no-control-regex
const ONE_ADDRESS = /^[^\s\u0000-\u001f\u007f<>()[\]\\,;:@"]+@[^\s\u0000-\u001f\u007f<>()[\]\\,;:@"]+$/;
// deno-lint-ignore no-control-regex
const CONTROLS = /[\u0000-\u001f\u007f-\u009f\u2028\u2029]+/g;

/**
 * Mail by SMTP (RFC 5321, 8314): TLS from the first byte or by STARTTLS, always; in clear only on this machine.
 * A connection for each mail, so that a server that went away is found again.
 */
export function smtpGateway({ url, from, baseUrl }: SmtpFacts): MailGateway {
  const { protocol, hostname, port, username, password } = new URL(url);
  const secure = protocol === "smtps:";
  const here = LOOPBACK.test(hostname);
  const transport = createTransport({
    host: hostname.replace(/^\[|\]$/g, ""),
    port: Number(port) || (secure ? 465 : 587),
    secure,
    requireTLS: !secure && !here,
    ignoreTLS: !secure && here,
    ...username ? { auth: { user: decodeURIComponent(username), pass: decodeURIComponent(password) } } : {},
    connectionTimeout: 10 * SECOND,
    greetingTimeout: 10 * SECOND,
    socketTimeout: 20 * SECOND,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return {
    async send({ id, to, fromName, subject, text, html }) {
      if (!ONE_ADDRESS.test(to)) throw new GatewayError("refused", "A mail's address is none");
      await transport.sendMail({
        from: { name: oneLine(fromName), address: from },
        to: { name: "", address: to },
        envelope: { from, to: [to] },
        subject: oneLine(subject),
        text,
        ...html === null ? {} : { html },
        messageId: `<${id}@${new URL(baseUrl).hostname}>`,
        // RFC 3834 §5: no holiday's answer comes back.
        headers: { "Auto-Submitted": "auto-generated" },
        xMailer: false,
      }).catch((error) => {
        throw gatewayError(error);
      });
    },
  };
}

const oneLine = (text: string): string => text.replace(CONTROLS, " ").trim();

interface SmtpError {
  readonly code?: string;
  readonly responseCode?: number;
  readonly response?: string;
  readonly message?: string;
  readonly command?: string;
}

function gatewayError(error: SmtpError): GatewayError {
  const { code, responseCode, command, response, message } = error;
  const words = response ?? message ?? "";
  if (code === "EAUTH") {
    return new GatewayError("unavailable", "The mail server does not take our user and password", words);
  }
  if (code === "ETLS") {
    return new GatewayError("unavailable", "The mail server offers no TLS that can be trusted", words);
  }
  if (responseCode === undefined) {
    return new GatewayError(
      "unreachable",
      `The mail server cannot be reached (${code ?? "no answer"})`,
      words,
    );
  }
  // Only about the recipient or the message a refusal for good is one (RFC 5321 §4.2.1).
  const refused = responseCode >= 500 && (command === "RCPT TO" || command === "DATA");
  return refused
    ? new GatewayError("refused", `The mail server refused a mail (${responseCode})`, words)
    : new GatewayError("unavailable", `The mail server takes nothing now (${responseCode})`, words);
}
