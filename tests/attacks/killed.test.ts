/** Every step of identity is acknowledged, the portal killed in that moment, and the next step asked of another. */
import { createCredentials, createTransport, createTuoDossier, memoryKeyStore } from "@tuodossier/sdk";
import assert from "node:assert/strict";
import { adminCommand } from "../../server/admin/cli.ts";
import { recordConsent } from "../../server/consents/record.ts";
import { openData, patientByCode } from "../../server/mod.ts";
import { openGateways, startPortal } from "../portal-process.ts";

const SITE = "https://www.clinica.example";
const CF = "PRVPRV80A41Z999S";
const [FIRST, SECOND] = ["lampada verde 42 onde", "tegola quieta 77 fari"];

/** Requests as a page of `origin` sends them. */
const fetchFrom = (origin: string): typeof fetch => (input, init) => {
  const headers = new Headers(init?.headers);
  headers.set("Origin", origin);
  return fetch(input, { ...init, headers });
};

function freePort(): number {
  using listener = Deno.listen({ hostname: "127.0.0.1", port: 0 });
  return listener.addr.port;
}

Deno.test("a portal killed after any step of enrolment, sign-in, errand, reset and sign-out goes on from there", async () => {
  const folder = await Deno.makeTempDir({ prefix: "tuo-" });
  const [data, port] = [`${folder}/data`, freePort()];
  const endpoint = `http://127.0.0.1:${port}`;
  await using gateways = await openGateways(folder);
  const environment = {
    ...gateways.environment,
    TUO_DATA: data,
    TUO_PORT: String(port),
    TUO_BASE_URL: endpoint,
  };
  const lines: string[] = [];
  const admin = async (...args: string[]) => {
    const out = (line: string) => void lines.push(line);
    assert.equal(await adminCommand({ args: [...args, "--data", data], environment, out, err: out }), 0);
  };
  let portal = { kill: () => Promise.resolve() };
  /** What was answered is answered: now the process is gone, and another one stands in its place. */
  const killed = async <T>(step: Promise<T>): Promise<T> => {
    const answer = await step;
    await portal.kill();
    portal = await startPortal(environment);
    return answer;
  };
  try {
    await admin("clinic", "add", "--name", "Clinica", "--origin", SITE);
    const key = /pk_\w+/.exec(lines.join())![0];
    portal = await startPortal(environment);

    const person = ["--given", "Prova", "--family", "Uno", "--born", "1980-01-01", "--sex", "F"];
    const reachable = ["--phone", "+393330000001", "--email", "uno@posta.example"];
    await killed(admin("patient", "enrol", "--clinic", key, "--cf", CF, ...person, ...reachable));
    const firstPassword = await gateways.next(/prima password è\n([a-z ]+)\n/);
    await portal.kill();
    await activate(data, endpoint, key);
    portal = await startPortal(environment);

    const page = createCredentials(
      createTransport({ endpoint, key, fetch: fetchFrom(endpoint), now: Date.now }),
    );
    const tuo = createTuoDossier({ endpoint, key, fetch: fetchFrom(SITE), keyStore: memoryKeyStore() });
    const code = () => gateways.next(/\s(\d{6})\.\s/);
    const asked = (url: string) => new URLSearchParams(new URL(url).hash.slice(1));
    const begin = async (password: string) => {
      const signIn = await tuo.session.beginSignIn({ origin: SITE });
      const fragment = asked(signIn.url);
      const handOver = {
        origin: SITE,
        codeChallenge: fragment.get("challenge")!,
        keyThumbprint: fragment.get("thumbprint")!,
      };
      const { challenge } = await killed(page.begin({ codiceFiscale: CF, password, handOver }));
      const accept = (given: string) =>
        signIn.accept({ type: "tuo-hand-over", code: given, state: fragment.get("state")! });
      return { challenge, accept };
    };

    // First access.
    const first = await begin(firstPassword);
    assert.deepEqual(await killed(page.enterCode(first.challenge, await code())), { next: "new-password" });
    const chosen = await killed(page.choosePassword(first.challenge, FIRST));
    assert.equal(await killed(first.accept(chosen.code)), true);
    assert.equal((await killed(tuo.profile.get())).email, "uno@posta.example");

    // A new address.
    const errand = await tuo.session.beginErrand("email", { origin: SITE });
    await killed(Promise.resolve());
    const secret = asked(errand.url).get("errand")!;
    await assert.rejects(page.changeContact(secret, "due@posta.example"), { code: "auth.step-up" });
    await killed(page.resend(secret));
    const proved = await killed(page.enterCode(secret, await code()));
    assert.ok(proved.next === "errand");
    await assert.rejects(page.changeContact(secret, "due@posta.example"), { code: "auth.errand-over" });
    const change = await killed(page.changeContact(proved.errand, "due@posta.example"));
    assert.deepEqual(await killed(page.enterCode(change.challenge, await code())), { next: "done" });
    assert.equal((await tuo.profile.get()).email, "due@posta.example");

    // A forgotten password.
    await killed(page.requestReset(CF));
    const token = await gateways.next(/#token=([\w-]{43})/);
    const reset = await killed(page.reset(token, SECOND));
    assert.deepEqual(await killed(page.enterCode(reset.challenge, await code())), { next: "done" });
    await assert.rejects(tuo.profile.get(), { code: "auth.signed-out" });

    const second = await begin(SECOND);
    const answer = await killed(page.enterCode(second.challenge, await code()));
    assert.equal(answer.next === "hand-over" && await killed(second.accept(answer.code)), true);
    const { sessions } = await tuo.session.list();
    assert.equal(sessions.length, 1, "the reset ended the session before it");
    await killed(tuo.session.signOut());
    await assert.rejects(tuo.profile.get(), { code: "auth.signed-out" });
  } finally {
    await portal.kill();
    await Deno.remove(folder, { recursive: true });
  }
});

/** The signed form with which a patient asks for the portal. */
async function activate(data: string, baseUrl: string, key: string): Promise<void> {
  const clinics = await openData({ data, masterKey: null, baseUrl }, Date.now);
  try {
    const tenant = (await clinics.find(key))!;
    const { id: patientId } = (await patientByCode(tenant.db, CF))!;
    await recordConsent(tenant, {
      patientId,
      entry: {
        kind: "consent",
        type: "portal-activation",
        date: "2026-01-01",
        textVersion: "1",
        decisions: [{ code: "portal-activation", given: true }],
      },
      pdf: new TextEncoder().encode("%PDF-1.4\n%%EOF\n"),
    });
  } finally {
    await clinics.close();
  }
}
