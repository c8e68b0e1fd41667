import { type Credentials, type ErrorCode, TuoError } from "@tuodossier/sdk";
import { errors } from "../../../i18n/it/errors.ts";
import { firstErrors } from "../../../i18n/it/first-errors.ts";
import type { SignInAddress } from "../address.ts";
import type { Answer } from "../asker.ts";
import type { Memory } from "../memory.ts";
import type { TuoPage } from "../page.ts";
import { readProviderStep } from "../provider-step.ts";
import { signIn } from "./sign-in.ts";

/** Signs in as the address asks: from the start, or from where the clinic's identity provider left. */
export function signInFrom(
  page: TuoPage,
  ports: { asked: SignInAddress; answer: Answer; credentials: Credentials; memory: Memory },
): void {
  const { asked, answer, credentials, memory } = ports;
  const { asker, handOver, devices, fields } = asked;
  const { signInWith } = page.clinic;
  const step = memory.running ?? readProviderStep(fields);

  /** No frame and no small window may show a provider's page: then the clinic's page begins anew. */
  const go = async () => {
    const { returnTo, state } = asker;
    if (returnTo === null) return answer.provider();
    const { url } = await credentials.beginProvider({ handOver, returnTo, state, devices });
    // Who comes Back finds the clinic's page: this one has forgotten what was asked of it.
    location.replace(url);
  };
  const flow = signIn(page, {
    credentials,
    memory,
    handOver,
    devices,
    identity: step?.step === "link" ? step.identity : null,
    provider: signInWith === null ? null : { label: signInWith, go },
    signedIn: answer.signedIn,
  });
  flow.start(step?.step === "error" && step.error === "auth.wait" ? step.wait : 0);
  if (step?.step === "code") flow.enterCode(step.challenge);
  else if (step?.step === "new-password") void page.attempt(() => flow.choosePassword(step.challenge));
  else if (step?.step === "error") {
    // Told once.
    memory.rest();
    page.fail(errorOf(step.error));
  } else if (asked.provider && signInWith !== null) void page.attempt(go);
}

/** An error that was told in an address: one of the known ones. */
export const errorOf = (code: string): TuoError =>
  new TuoError({
    code: Object.hasOwn({ ...firstErrors, ...errors }, code) ? code as ErrorCode : "server.failed",
    message: "So says the portal",
  });
