import type { Config } from "../config.ts";
import { smtpGateway } from "../mail/smtp.ts";
import { openSmsGateway } from "../sms/gateway-file.ts";
import type { Gateways } from "./post.ts";

type Settings = Pick<Config, "baseUrl" | "smtpUrl" | "mailFrom" | "smsGateway">;

/** The gateways that are configured. @throws {Error} with a sentence. */
export async function openGateways({ baseUrl, smtpUrl, mailFrom, smsGateway }: Settings): Promise<Gateways> {
  if (Boolean(smtpUrl) !== Boolean(mailFrom)) {
    throw new Error("TUO_SMTP_URL and TUO_MAIL_FROM go together: set both, or neither");
  }
  return {
    sms: smsGateway ? await openSmsGateway(smsGateway) : null,
    mail: smtpUrl && mailFrom ? smtpGateway({ url: smtpUrl, from: mailFrom, baseUrl }) : null,
  };
}

/** A portal that serves has both: codes and links that go nowhere would lock everybody out. */
export function requireGateways({ sms, mail }: Gateways): void {
  if (!sms) {
    throw new Error(
      "No SMS gateway is configured: set TUO_SMS_GATEWAY to the path of a JSON file that describes one (README.md)",
    );
  }
  if (!mail) {
    throw new Error(
      "No mail server is configured: set TUO_SMTP_URL (smtps://user:password@host:465) and TUO_MAIL_FROM",
    );
  }
}
