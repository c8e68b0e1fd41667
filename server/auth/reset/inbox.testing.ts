/** A patient who has forgotten the password, with a mailbox. */
import type { Credentials } from "@tuodossier/sdk";
import { listMessages } from "../../messages/store.ts";
import type { TestPortal } from "../../testing/portal.ts";
import { pageOf } from "../errand.testing.ts";
import { answerRequests } from "./requests.ts";
import { RESET_SUBJECT } from "./link.ts";

export interface Forgetful {
  readonly patientId: string;
  readonly codiceFiscale: string;
  readonly email: string;
  readonly credentials: Credentials;
  /** Asks for a link, and answers the token of the mail that came. */
  link(): Promise<string>;
}

export const NEW_PASSWORD = "mulino azzurro 29 vele";

export async function forgetful(
  portal: TestPortal,
  facts: Parameters<TestPortal["addPatient"]>[0] = {},
): Promise<Forgetful> {
  const email = "anna@posta.example";
  const patient = await portal.addPatient({ email, ...facts });
  const credentials = pageOf(portal);
  return {
    ...patient,
    email,
    credentials,
    async link() {
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
