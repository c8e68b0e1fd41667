/** A signed-in patient on the portal's own page, as tests and thieves go there. */
import { createCredentials, createTransport, type Credentials, type TuoError } from "@tuodossier/sdk";
import type { ErrandAct, ErrandTicket, HandOverRequest } from "@tuodossier/sdk/contract";
import { CLINIC_SITE, PORTAL, type TestPortal } from "../testing/portal.ts";
import { rawSender, type Send } from "../testing/raw.ts";

export const HAND_OVER: HandOverRequest = {
  origin: CLINIC_SITE,
  codeChallenge: "A".repeat(43),
  keyThumbprint: "B".repeat(43),
};

export interface AtPage {
  readonly patientId: string;
  readonly codiceFiscale: string;
  /** Requests of the session. */
  readonly send: Send;
  readonly credentials: Credentials;
  /** Begins an errand, and answers its secret: what the clinic's page has. */
  begin(act: ErrandAct): Promise<string>;
  /** The same with its code given, as the patient does on the portal's page. */
  proved(act: ErrandAct): Promise<string>;
}

export const pageOf = (portal: TestPortal): Credentials =>
  createCredentials(
    createTransport({
      endpoint: PORTAL,
      key: portal.tenant.clinic.key,
      fetch: portal.fetchFrom(PORTAL),
      now: portal.tenant.now,
    }),
  );

/** Signs a new patient in. */
export async function atPage(
  portal: TestPortal,
  facts: Parameters<TestPortal["addPatient"]>[0] = {},
): Promise<AtPage> {
  const { patientId, codiceFiscale } = await portal.addPatient(facts);
  await portal.signIn(codiceFiscale);
  const send = await rawSender(portal);
  const credentials = pageOf(portal);
  const page: AtPage = {
    patientId,
    codiceFiscale,
    send,
    credentials,
    async proved(act) {
      const errand = await page.begin(act);
      await credentials.resend(errand);
      const answer = await credentials.enterCode(errand, await portal.lastCode());
      if (answer.next !== "errand") throw new Error("it does not go on");
      return answer.errand;
    },
    async begin(act) {
      // Access token and nonce may be old by now; the session is not.
      const expires = new Date(portal.tenant.now() + 60_000).toISOString();
      await portal.tenant.db.updateTable("sessions").set({ access_expires_at: expires })
        .where("patient_id", "=", patientId).execute();
      await send({ method: "GET", path: "/v1/profile" });
      const response = await send({
        method: "POST",
        path: "/v1/auth/errands",
        headers: { "Content-Type": "application/json" },
        body: JSON.stringify({ act }),
      });
      return (await response.json() as ErrandTicket).errand;
    },
  };
  return page;
}

/** How often each problem's code came; `done` for what was no problem. */
export async function tally(tries: readonly Promise<unknown>[]): Promise<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const answer of await Promise.allSettled(tries)) {
    const code = answer.status === "fulfilled" ? "done" : (answer.reason as TuoError).code;
    counts[code] = (counts[code] ?? 0) + 1;
  }
  return counts;
}

/** One after the other. */
export async function inTurn<T>(count: number, act: (i: number) => Promise<T>): Promise<T[]> {
  const done: T[] = [];
  for (let i = 0; i < count; i++) done.push(await act(i));
  return done;
}

export const times = <T>(count: number, act: (i: number) => Promise<T>): Promise<T>[] =>
  Array.from({ length: count }, (_, i) => act(i));
