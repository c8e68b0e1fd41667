import type { Challenge, CodeAnswer, HandOver, HandOverRequest } from "../contract/auth.ts";
import type { Transport } from "./transport.ts";

/** What the portal's own sign-in page can do; the API refuses it to a clinic's page. */
export interface Credentials {
  begin(
    credentials: { codiceFiscale: string; password: string; handOver: HandOverRequest },
  ): Promise<Challenge>;
  resend(challenge: string): Promise<Challenge>;
  enterCode(challenge: string, code: string): Promise<CodeAnswer>;
  choosePassword(challenge: string, password: string): Promise<HandOver>;
}

export function createCredentials(transport: Transport): Credentials {
  const post = async <T>(path: string, body: unknown): Promise<T> =>
    await (await transport({ method: "POST", path: `/v1/auth/${path}`, body })).json() as T;
  return {
    begin: (credentials) => post("challenge", credentials),
    resend: (challenge) => post("resend", { challenge }),
    enterCode: (challenge, code) => post("code", { challenge, code }),
    choosePassword: (challenge, password) => post("new-password", { challenge, password }),
  };
}
