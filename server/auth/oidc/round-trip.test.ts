/** Against `oidc-provider`, a certified OpenID provider that runs beside the test. */
import assert from "node:assert/strict";
import { createTuoDossier, memoryKeyStore } from "@tuodossier/sdk";
import { exportJWK, generateKeyPair } from "jose";
// A development package of the whole workspace, which this folder cannot name bare.
// deno-lint-ignore no-import-prefix
import Provider from "npm:oidc-provider@9.13.3";
import { CLINIC_SITE, openPortal, PORTAL, type TestPortal } from "../../testing/portal.ts";
import { asked, createBrowser, fragmentOf, type TestBrowser } from "./browser.testing.ts";
import { CLIENT_ID, type Handler, serve, setProvider } from "./provider.testing.ts";

const STRONG = "https://www.spid.gov.it/SpidL2";
const SECRET = "0123456789abcdef0123456789abcdef";

interface Scene {
  readonly portal: TestPortal;
  readonly browser: TestBrowser;
  /** Who signs in at the provider next, how, and what it says of them. */
  readonly person: { id: string; acr: string; code?: string };
  /** Goes to the provider and back, for a page of the clinic's. */
  roundTrip(request?: object): Promise<URL>;
}

async function scene(settings: object, act: (scene: Scene) => Promise<void>): Promise<void> {
  await using portal = await openPortal();
  const sync = () => portal.advance(Date.now() - portal.tenant.now());
  sync();
  const person: Scene["person"] = { id: "maria", acr: "urn:password" };
  const callback = `${PORTAL}/t/${portal.tenant.clinic.key}/oidc/callback`;
  const { privateKey } = await generateKeyPair("ES256", { extractable: true });
  const jwks = { keys: [{ ...await exportJWK(privateKey), use: "sig", alg: "ES256", kid: "one" }] };
  const { origin, stop } = await serve((issuer) => handlerOf(issuer, { portal, callback, person, jwks }));
  try {
    await setProvider(portal, origin, { clientSecret: SECRET, ...settings });
    const browser = createBrowser(portal);
    await act({
      portal,
      browser,
      person,
      async roundTrip(request = {}) {
        sync();
        const url = await browser.beginUrl(request);
        assert.equal(url.origin, origin);
        return await browser.follow(url);
      },
    });
  } finally {
    await stop();
  }
}

function handlerOf(
  issuer: string,
  { portal, callback, person, jwks }: {
    portal: TestPortal;
    callback: string;
    person: Scene["person"];
    jwks: object;
  },
): Handler {
  const provider = new Provider(issuer, {
    jwks,
    cookies: { keys: [SECRET] },
    clients: [{
      client_id: CLIENT_ID,
      client_secret: SECRET,
      redirect_uris: [callback],
      post_logout_redirect_uris: [CLINIC_SITE],
      backchannel_logout_uri: callback.replace(/callback$/, "logout"),
      backchannel_logout_session_required: true,
      id_token_signed_response_alg: "ES256",
    }],
    acrValues: [STRONG, "urn:password"],
    claims: { openid: ["sub", "codice_fiscale"], acr: null, sid: null },
    conformIdTokenClaims: false,
    pkce: { required: () => true },
    features: {
      devInteractions: { enabled: false },
      backchannelLogout: { enabled: true },
      rpInitiatedLogout: { logoutSource: (ctx: { body: string }, form: string) => void (ctx.body = form) },
    },
    fetch: (url: string | URL, init: RequestInit) =>
      portal.fetchFrom(null)(url, { ...init, redirect: "manual" }),
    interactions: { url: (_: unknown, { uid }: { uid: string }) => `/interaction/${uid}` },
    findAccount: (_: unknown, id: string) => ({
      accountId: id,
      claims: () => ({ sub: id, codice_fiscale: person.code }),
    }),
    // Nobody is asked whether the portal may know them.
    async loadExistingGrant(ctx: { oidc: { session: { accountId: string } } }) {
      const grant = new provider.Grant({ accountId: ctx.oidc.session.accountId, clientId: CLIENT_ID });
      grant.addOIDCScope("openid");
      await grant.save();
      return grant;
    },
  });
  const answer = provider.callback();
  return async (request, response) => {
    if (!request.url?.startsWith("/interaction/")) return answer(request, response);
    const login = { accountId: person.id, acr: person.acr };
    await provider.interactionFinished(request, response, { login });
  };
}

const state = asked.state;
const finished = (url: URL) => {
  assert.equal(url.href.split("#")[0], asked.returnTo);
  const { tuo_code: code, tuo_state: back, ...rest } = fragmentOf(url);
  assert.deepEqual([back, rest], [state, {}]);
  assert.match(code, /^[\w-]{43}$/);
  return code;
};
const post = async (browser: TestBrowser, path: string, body: object) =>
  await (await browser.post(path, body)).json() as Record<string, string>;

Deno.test("an unknown person proves who they are by password and code, once; then a code is enough", () =>
  scene({}, async ({ portal, browser, roundTrip }) => {
    const { codiceFiscale, patientId } = await portal.addPatient();
    const first = fragmentOf(await roundTrip());
    assert.equal(first.step, "link");
    const { identity } = first;
    const credentials = { codiceFiscale, password: "lampada verde 42 onde", handOver: asked.handOver };
    const { challenge } = await post(browser, "challenge", { ...credentials, identity });
    const linked = () => portal.tenant.db.selectFrom("identities").select("patient_id").execute();
    assert.deepEqual(await linked(), [{ patient_id: null }], "a password alone links nothing");
    const answer = await post(browser, "code", { challenge, code: await portal.lastCode() });
    assert.equal(answer.next, "hand-over");
    assert.deepEqual(await linked(), [{ patient_id: patientId }]);
    const again = await post(browser, "challenge", { ...credentials, identity });
    assert.equal(again.code, "auth.provider-over");

    const second = fragmentOf(await roundTrip());
    assert.deepEqual([second.step, second.factor, second.sent, second.resend], [
      "code",
      "sms",
      "*****01",
      "15",
    ]);
    const done = await post(browser, "code", { challenge: second["sign-in"], code: await portal.lastCode() });
    assert.equal(done.next, "hand-over");
  }));

Deno.test("a strong sign-in of a known person goes straight to the clinic's page; another acr does not", () =>
  scene(
    { strongAcr: [STRONG], codiceFiscaleClaim: "codice_fiscale" },
    async ({ portal, person, roundTrip }) => {
      const { codiceFiscale, patientId } = await portal.addPatient();
      Object.assign(person, { acr: STRONG, code: `TINIT-${codiceFiscale.toLowerCase()}` });
      const code = finished(await roundTrip());
      const { db } = portal.tenant;
      const [handOver] = await db.selectFrom("hand_overs").selectAll().execute();
      assert.equal(handOver.patient_id, patientId);
      assert.equal(handOver.code_challenge, asked.handOver.codeChallenge);
      assert.doesNotMatch(JSON.stringify(handOver), new RegExp(code), "only its digest is stored");
      const [identity] = await db.selectFrom("identities").selectAll().execute();
      assert.deepEqual([identity.subject, identity.patient_id], ["maria", patientId]);
      assert.doesNotMatch(JSON.stringify(portal.logs), new RegExp(`${codiceFiscale}|maria|${code}`));
    },
  ));

Deno.test("a weak sign-in of a person whom a trusted claim names asks for a code", () =>
  scene(
    { strongAcr: [STRONG], codiceFiscaleClaim: "codice_fiscale" },
    async ({ portal, person, browser, roundTrip }) => {
      const { codiceFiscale, patientId } = await portal.addPatient();
      person.code = codiceFiscale;
      const { step, "sign-in": challenge } = fragmentOf(await roundTrip());
      assert.equal(step, "code");
      const linked = () => portal.tenant.db.selectFrom("identities").select("patient_id").execute();
      assert.deepEqual(await linked(), [{ patient_id: null }]);
      const answer = await post(browser, "code", { challenge, code: await portal.lastCode() });
      assert.equal(answer.next, "hand-over");
      assert.deepEqual(await linked(), [{ patient_id: patientId }]);
    },
  ));

Deno.test("a claim of a provider that is not trusted for it links nobody", () =>
  scene({ strongAcr: [STRONG] }, async ({ portal, person, roundTrip }) => {
    const { codiceFiscale } = await portal.addPatient();
    Object.assign(person, { acr: STRONG, code: codiceFiscale });
    assert.equal(fragmentOf(await roundTrip()).step, "link");
  }));

Deno.test("the clinic's page trades the code for a session, and signs out at the provider, which signs out here", () =>
  scene(
    { strongAcr: [STRONG], codiceFiscaleClaim: "codice_fiscale" },
    async ({ portal, person, browser, roundTrip }) => {
      const { codiceFiscale } = await portal.addPatient();
      Object.assign(person, { acr: STRONG, code: codiceFiscale });
      const { tenant: { clinic: { key }, now }, fetch } = portal;
      const signedIn = async () => {
        const tuo = createTuoDossier({ endpoint: PORTAL, key, now, fetch, keyStore: memoryKeyStore() });
        const signIn = await tuo.session.beginSignIn({ origin: CLINIC_SITE });
        const { challenge, thumbprint, state } = fragmentOf(new URL(signIn.url));
        const handOver = { origin: CLINIC_SITE, codeChallenge: challenge, keyThumbprint: thumbprint };
        const back = fragmentOf(await roundTrip({ handOver, state }));
        const message = { type: "tuo-hand-over", code: back.tuo_code, state: back.tuo_state };
        assert.equal(await signIn.accept(message), true);
        assert.ok(await tuo.profile.get());
        return tuo;
      };
      const [here, there] = [await signedIn(), await signedIn()];

      const { logoutUrl } = await here.session.signOut();
      const asking = await browser.fetch(logoutUrl!);
      assert.equal(asking.status, 200);
      const [, xsrf] = /name="xsrf" value="([^"]+)"/.exec(await asking.text())!;
      const ended = await browser.fetch(new URL("/session/end/confirm", logoutUrl!), {
        method: "POST",
        headers: { "Content-Type": "application/x-www-form-urlencoded" },
        body: new URLSearchParams({ xsrf, logout: "yes" }).toString(),
      });
      assert.equal(ended.headers.get("Location"), `${CLINIC_SITE}/`);
      await assert.rejects(there.profile.get(), { code: "auth.signed-out" });
    },
  ));
