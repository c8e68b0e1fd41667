/** A patient who has forgotten the password, with a mailbox. */
import type { Credentials } from "@tuodossier/sdk";
import { SECOND } from "../../clock.ts";
import { listMessages } from "../../messages/store.ts";
import type { TestPortal } from "../../testing/portal.ts";
import { pageOf } from "../errand.testing.ts";
import { LINK_GAP } from "../limits.ts";
import { answerRequests } from "./requests.ts";
import { RESET_SUBJECT } from "./link.ts";

export interface Forgetful {
  readonly patientId: string;
  readonly codiceFiscale: string;
  readonly email: string;
  readonly credentials: Credentials;
  /** Asks for a link, later if one was just sent, and answers the token of the mail that came. */
  link(): Promise<string>;
}

export const NEW_PASSWORD = "mulino azzurro 29 vele";

export async function forgetful(
  portal: TestPortal,
  facts: Parameters<TestPortal["addPatient"]>[0] = {},
): Promise<Forgetful> {
  const email = "anna@posta.example";
  const patient = { email, ...await portal.addPatient({ email, ...facts }) };
  const credentials = pageOf(portal);
  return {
    ...patient,
    email,
    credentials,
    async link() {
      const sent = (await links(portal)).filter(({ to }) => to === patient.email).at(-1);
      const wait = sent ? Date.parse(sent.at) + LINK_GAP * SECOND - portal.tenant.now() : 0;
      portal.advance(Math.max(0, wait));
      await credentials.requestReset(patient.codiceFiscale);
      await answerAll(portal);
      return (await links(portal)).at(-1)!.token;
    },
  };
}

export const answerAll = (portal: TestPortal): Promise<void> => answerRequests(portal.tenant);

/** The mails with a link, oldest first. */
export async function links({ tenant }: TestPortal) {
  const mails = (await listMessages(tenant.db)).filter(({ subject }) => subject === RESET_SUBJECT);
  return mails.map((mail) => {
    const [url, token] = /^\S+#token=([\w-]{43})$/m.exec(mail.text) ?? [];
    return { ...mail, url: url!, token: token! };
  });
}
