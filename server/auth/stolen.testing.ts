/** Sessions as a thief would use them: tokens and key in hand, any page. */
import { createTransport, type StoredSession, TuoError } from "@tuodossier/sdk";
import { CLINIC_SITE, PORTAL, type TestPortal } from "../testing/portal.ts";

export const problem = (code: string) => (error: unknown) => error instanceof TuoError && error.code === code;
export const strangerKey = (): Promise<CryptoKeyPair> =>
  crypto.subtle.generateKey({ name: "ECDSA", namedCurve: "P-256" }, false, ["sign", "verify"]);

/** A signed-in patient whose key and tokens the test can see, as a thief might. */
export async function signedIn(portal: TestPortal) {
  const { codiceFiscale, patientId } = await portal.addPatient();
  const tuo = await portal.signIn(codiceFiscale);
  const store = portal.keyStore;
  const stored = async () => (await store.load(portal.tenant.clinic.key))!;
  return { tuo, stored, codiceFiscale, patientId };
}

const transportOf = (portal: TestPortal, origin = CLINIC_SITE) =>
  createTransport({
    endpoint: PORTAL,
    key: portal.tenant.clinic.key,
    fetch: portal.fetchFrom(origin),
    now: portal.tenant.now,
  });

export const refresh = (portal: TestPortal, { keyPair, tokens }: StoredSession, origin = CLINIC_SITE) =>
  transportOf(portal, origin)({
    method: "POST",
    path: "/v1/auth/token",
    body: { grantType: "refresh_token", refreshToken: tokens.refreshToken },
  }, { key: keyPair, accessToken: null });

export const renew = async (portal: TestPortal, session: StoredSession): Promise<StoredSession> => ({
  ...session,
  tokens: await (await refresh(portal, session)).json(),
});

export const signOut = (portal: TestPortal, { keyPair, tokens }: StoredSession, origin = CLINIC_SITE) =>
  transportOf(portal, origin)({ method: "POST", path: "/v1/auth/sign-out" }, {
    key: keyPair,
    accessToken: tokens.accessToken,
  });

export const read = (portal: TestPortal, { keyPair, tokens }: StoredSession, origin = CLINIC_SITE) =>
  transportOf(portal, origin)({ method: "GET", path: "/v1/profile" }, {
    key: keyPair,
    accessToken: tokens.accessToken,
  });
