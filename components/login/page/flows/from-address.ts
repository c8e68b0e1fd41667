import type { Credentials } from "@tuodossier/sdk";
import type { SignInAddress } from "../address.ts";
import type { Answer } from "../asker.ts";
import type { TuoPage } from "../page.ts";
import { signIn } from "./sign-in.ts";

/** Signs in as the address asks: from the start, or from where the clinic's identity provider left. */
export function signInFrom(
  page: TuoPage,
  { asked, answer, credentials }: { asked: SignInAddress; answer: Answer; credentials: Credentials },
): void {
  const { asker, handOver, devices } = asked;
  const { signInWith } = page.clinic;

  /** No frame and no small window may show a provider's page: then the clinic's page begins anew. */
  const go = async () => {
    const { returnTo, state } = asker;
    if (returnTo === null) return answer.tell({ type: "tuo-redirect", state, provider: "oidc" });
    const { url } = await credentials.beginProvider({ handOver, returnTo, state, devices });
    location.assign(url);
  };
  const flow = signIn(page, {
    credentials,
    handOver,
    devices,
    identity: null,
    provider: signInWith === null ? null : { label: signInWith, go },
    signedIn: answer.signedIn,
  });
  flow.start();
  if (asked.provider && signInWith !== null) void page.attempt(go);
}
