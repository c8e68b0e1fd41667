/**
 * Requests as an attacker's program would send them: with a right session and proof, and anything else wrong.
 */
import { createTransport } from "@tuodossier/sdk";
import type { StoredSession } from "@tuodossier/sdk";
import { CLINIC_SITE, PORTAL, type TestPortal } from "./portal.ts";

export interface RawRequest {
  readonly method: string;
  /** From `/v1/`. */
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: BodyInit;
}

export type Send = (request: RawRequest) => Promise<Response>;

/** Sends as the page that signed in last does; answers come as they are, refusals too. */
export async function rawSender(portal: TestPortal): Promise<Send> {
  const { key } = portal.tenant.clinic;
  const { keyPair, tokens } = await portal.keyStore.load(key) as StoredSession;
  const proven = { key: keyPair, accessToken: tokens.accessToken };
  let [body, answer]: [BodyInit | undefined, Response | null] = [undefined, null];
  const transport = createTransport({
    endpoint: PORTAL,
    key,
    now: portal.tenant.now,
    fetch: async (input, init) => {
      const response = await portal.fetchFrom(CLINIC_SITE)(input, { ...init, body: body ?? init?.body });
      answer = response.clone();
      return response;
    },
  });
  // The first proof learns the server's nonce.
  await transport({ method: "GET", path: "/v1/profile" }, proven);
  return async ({ method, path, headers, body: given }) => {
    body = given;
    await transport({ method, path, headers }, proven).catch(() => {});
    return answer!;
  };
}
