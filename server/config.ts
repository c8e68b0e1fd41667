import { isOrigin } from "@tuodossier/sdk/contract";
import * as v from "valibot";

const Port = v.pipe(v.string(), v.regex(/^\d{1,5}$/), v.transform(Number), v.minValue(1), v.maxValue(65535));

/** The environment, one variable a line. */
const Environment = v.object({
  /** Folder of databases and files. */
  TUO_DATA: v.optional(v.pipe(v.string(), v.minLength(1)), "./data"),
  /** Origin people reach the portal at, e.g. `https://portal.example`. */
  TUO_BASE_URL: v.optional(v.pipe(
    v.string(),
    v.check(isOrigin, "it has to be a bare origin, such as https://portal.example"),
  )),
  TUO_HOST: v.optional(v.string(), "127.0.0.1"),
  TUO_PORT: v.optional(Port, "8080"),
  /** 64 hex digits; without it the key lies in the data folder. */
  TUO_MASTER_KEY: v.optional(v.string()),
  /** Addresses of our own proxies, with commas between: whom they name in X-Forwarded-For is the client. */
  TUO_TRUSTED_PROXIES: v.optional(
    v.pipe(v.string(), v.transform((text) => text.split(",").map((one) => one.trim()).filter(Boolean))),
    "",
  ),
  /** `smtps://user:password@host:465`, or `smtp://…:587` with STARTTLS. */
  TUO_SMTP_URL: v.optional(v.pipe(
    v.string(),
    v.check(isSmtpUrl, "it has to look like smtps://user:password@mail.example:465"),
  )),
  /** Address that mails come from. */
  TUO_MAIL_FROM: v.optional(v.pipe(v.string(), v.email("it has to be a mail address"))),
  /** A JSON file that describes the gateway of SMS: README.md. */
  TUO_SMS_GATEWAY: v.optional(v.pipe(v.string(), v.minLength(1))),
  /** A file of passwords that nobody may choose, one a line, beyond those that are refused anyway. */
  TUO_PASSWORD_BLOCKLIST: v.optional(v.pipe(v.string(), v.minLength(1))),
  /** Folder that `deno task build` writes. */
  TUO_STATIC: v.optional(v.string(), new URL("../components/dist", import.meta.url).pathname),
});

export interface Config {
  readonly data: string;
  readonly baseUrl: string;
  readonly host: string;
  readonly port: number;
  readonly masterKey: string | null;
  readonly static: string;
  readonly trustedProxies?: readonly string[];
  readonly smtpUrl?: string;
  readonly mailFrom?: string;
  /** Path of a file. */
  readonly smsGateway?: string;
  /** Path of a file. */
  readonly passwordBlocklist?: string;
}

function isSmtpUrl(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, hostname, pathname, search, hash } = new URL(text);
  return /^smtps?:$/.test(protocol) && hostname !== "" && /^\/?$/.test(pathname) && search === "" &&
    hash === "";
}

/** @throws {Error} with a sentence that names the variable at fault. */
export function readConfig(environment: Readonly<Record<string, string>>): Config {
  const result = v.safeParse(Environment, environment);
  if (!result.success) {
    const { path, message } = result.issues[0];
    throw new Error(`The environment variable ${String(path?.[0].key)} is not usable: ${message}`);
  }
  const given = result.output;
  return {
    data: given.TUO_DATA,
    baseUrl: given.TUO_BASE_URL ?? `http://localhost:${given.TUO_PORT}`,
    host: given.TUO_HOST,
    port: given.TUO_PORT,
    masterKey: given.TUO_MASTER_KEY ?? null,
    static: given.TUO_STATIC,
    trustedProxies: given.TUO_TRUSTED_PROXIES,
    smtpUrl: given.TUO_SMTP_URL,
    mailFrom: given.TUO_MAIL_FROM,
    smsGateway: given.TUO_SMS_GATEWAY,
    passwordBlocklist: given.TUO_PASSWORD_BLOCKLIST,
  };
}
