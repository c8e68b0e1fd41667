import type {
  AuthenticatorOffer,
  Challenge,
  CodeAnswer,
  Errand,
  HandOver,
  HandOverRequest,
  ProviderAddress,
  ProviderSignIn,
  RecoveryCodes,
} from "../contract/auth.ts";
import type { ApiRequest, CallOptions, Transport } from "./transport.ts";

/**
 * What the portal's own page can do; the API refuses it to a clinic's page.
 * An errand's secret stands for a challenge in `resend` and `enterCode`.
 */
export interface Credentials {
  begin(
    credentials: {
      codiceFiscale: string;
      password: string;
      handOver: HandOverRequest;
      /** What the clinic's page handed over of earlier sign-ins. */
      devices?: readonly string[];
      /** An identity of the clinic's provider that this sign-in shall link. */
      identity?: string;
    },
    options?: CallOptions,
  ): Promise<Challenge>;
  /** Sends another code; for an errand the first too. */
  resend(challenge: string, options?: CallOptions): Promise<Challenge>;
  enterCode(challenge: string, code: string, options?: CallOptions): Promise<CodeAnswer>;
  choosePassword(challenge: string, password: string, options?: CallOptions): Promise<HandOver>;
  /** Asks for the mail with a link; it tells nothing of whether there is such a patient. */
  requestReset(codiceFiscale: string, options?: CallOptions): Promise<void>;
  /** Tells whether a link's token is good still; it uses nothing up. */
  checkReset(token: string, options?: CallOptions): Promise<void>;
  /** Uses the link's token up; the new password waits for the code. */
  reset(token: string, password: string, options?: CallOptions): Promise<Challenge>;
  errand(errand: string, options?: CallOptions): Promise<Errand>;
  changePassword(errand: string, current: string, password: string, options?: CallOptions): Promise<void>;
  /** Sends a code to the new telephone or address. */
  changeContact(errand: string, contact: string, options?: CallOptions): Promise<Challenge>;
  offerAuthenticator(errand: string, options?: CallOptions): Promise<AuthenticatorOffer>;
  confirmAuthenticator(errand: string, code: string, options?: CallOptions): Promise<RecoveryCodes>;
  removeAuthenticator(errand: string, options?: CallOptions): Promise<void>;
  /** Where the clinic's identity provider signs in; a cookie ties this browser to the answer. */
  beginProvider(request: ProviderRequest, options?: CallOptions): Promise<ProviderAddress>;
}

/** `returnTo` is the clinic's page to come back to, `state` that page's own. */
export type ProviderRequest = Omit<ProviderSignIn, "devices"> & { readonly devices?: readonly string[] };

/**
 * What a sign-in page of the portal does its work with.
 *
 * @example
 * ```ts
 * import { createCredentials, createTransport, TuoError } from "@tuodossier/sdk";
 * const answers = async () => Response.json({ code: "auth.wait", status: 429 }, { status: 429 });
 * const facts = { endpoint: "https://portal.example", key: "pk_demo", fetch: answers, now: Date.now };
 * const credentials = createCredentials(createTransport(facts));
 * const error = await credentials.reset("…", "una frase lunga").catch((error) => error);
 * if (!(error instanceof TuoError) || error.code !== "auth.wait") throw new Error("an error has its code");
 * ```
 */
export function createCredentials(transport: Transport): Credentials {
  const post = async <T>(path: string, body: unknown, options?: Partial<ApiRequest>): Promise<T> => {
    const response = await transport({ method: "POST", path: `/v1/auth/${path}`, body, ...options });
    return (response.headers.get("Content-Type") ? await response.json() : undefined) as T;
  };
  return {
    // A cookie ties an identity of the clinic's provider to this browser.
    begin: (credentials, options) =>
      post("challenge", credentials, { credentials: "same-origin", ...options }),
    resend: (challenge, options) => post("resend", { challenge }, options),
    enterCode: (challenge, code, options) => post("code", { challenge, code }, options),
    choosePassword: (challenge, password, options) => post("new-password", { challenge, password }, options),
    requestReset: (codiceFiscale, options) => post("reset-request", { codiceFiscale }, options),
    checkReset: (token, options) => post("reset/check", { token }, options),
    reset: (token, password, options) => post("reset", { token, password }, options),
    errand: (errand, options) => post("errand", { errand }, options),
    changePassword: (errand, current, password, options) =>
      post("errand/password", { errand, current, password }, options),
    changeContact: (errand, contact, options) => post("errand/contact", { errand, contact }, options),
    offerAuthenticator: (errand, options) => post("errand/authenticator", { errand }, options),
    confirmAuthenticator: (errand, code, options) =>
      post("errand/authenticator/confirm", { errand, code }, options),
    removeAuthenticator: (errand, options) => post("errand/authenticator/remove", { errand }, options),
    beginProvider: (request, options) => post("oidc", request, { credentials: "same-origin", ...options }),
  };
}
