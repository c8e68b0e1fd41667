import { hash, verify } from "@node-rs/argon2";
import { createProof } from "../../sdk/session/proof.ts";
import { createProofVerifier } from "../../server/auth/sessions/proof.ts";
import { CLINIC_SITE, openPortal, PORTAL, type TestPortal } from "../../server/testing/portal.ts";
import { median, perSecond, type Result, result, timed } from "./result.ts";

const PASSWORD = "lampada verde 42 onde";
const PARAMETERS = { memoryCost: 46 * 1024, timeCost: 1, parallelism: 1 };
const HOUR = 3_600_000;
const MS = 4000;
const TOGETHER = 8;
const PAIRS = 200;

/** Sign-in against the Argon2id it cannot do without, and the proof of each request against one bare ECDSA. */
export async function benchLogin(): Promise<Result[]> {
  await using portal = await openPortal();
  const stored = await hash(PASSWORD, PARAMETERS);
  const one = () => verify(stored, PASSWORD);
  return [
    ...await whole(portal, one),
    ...await manyAtOnce(portal, one),
    ...await knownAndUnknown(portal),
    ...await proofs(),
    ...await provenRequest(portal),
  ];
}

/** Password, code, hand-over, tokens: of one patient, one after another. */
async function whole(portal: TestPortal, hashing: () => Promise<unknown>): Promise<Result[]> {
  const { codiceFiscale } = await portal.addPatient();
  const peer = await median(9, hashing);
  const value = await median(9, async () => {
    portal.advance(HOUR);
    await portal.signIn(codiceFiscale);
  });
  return [result("login.whole", { value, unit: "ms", peer })];
}

/** Right passwords judged a second, each up to the code on its way; the ceiling is the hash on the same cores. */
async function manyAtOnce(portal: TestPortal, hashing: () => Promise<unknown>): Promise<Result[]> {
  const people: string[] = [];
  for (let i = 0; i < TOGETHER; i++) people.push((await portal.addPatient()).codiceFiscale);
  let turn = 0;
  const limit = await perSecond(MS, TOGETHER, hashing);
  const value = await perSecond(MS, TOGETHER, async () => {
    const codiceFiscale = people[turn++ % TOGETHER];
    portal.advance(HOUR);
    const response = await begin(portal, codiceFiscale, PASSWORD);
    if (response.status !== 200) throw new Error(`sign-in answered ${response.status}`);
  });
  return [result("login.sign-ins", { value, unit: "sign-ins/s", limit })];
}

/**
 * A wrong password of a patient and of nobody, in turns: what a stopwatch could learn. The promise is 5 ms or 3 %
 * of the median, whichever is more.
 */
async function knownAndUnknown(portal: TestPortal): Promise<Result[]> {
  const { codiceFiscale } = await portal.addPatient();
  const names = [codiceFiscale, "ZZZZZZ99T31Z999Z"];
  const times: [number[], number[]] = [[], []];
  for (let pair = 0; pair < PAIRS; pair++) {
    // Who is first changes from pair to pair.
    for (const which of pair % 2 === 0 ? [0, 1] : [1, 0]) {
      portal.advance(25 * HOUR);
      times[which].push(
        await timed(async () => {
          const response = await begin(portal, names[which], "una password sbagliata");
          await response.body?.cancel();
          if (response.status !== 401) throw new Error(`sign-in answered ${response.status}`);
        }),
      );
    }
  }
  const [known, unknown] = times.map((each) => each.sort((a, b) => a - b)[PAIRS >> 1]);
  const limit = Math.max(5, 0.03 * Math.max(known, unknown));
  return [result("login.uniform", { value: Math.abs(known - unknown), unit: "ms apart", limit })];
}

function begin(
  { tenant, fetchFrom }: TestPortal,
  codiceFiscale: string,
  password: string,
): Promise<Response> {
  const secret = "A".repeat(43);
  const handOver = { origin: CLINIC_SITE, codeChallenge: secret, keyThumbprint: secret };
  return fetchFrom(PORTAL)(`${PORTAL}/t/${tenant.clinic.key}/v1/auth/challenge`, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify({ codiceFiscale, password, handOver }),
  });
}

const ES256 = { name: "ECDSA", namedCurve: "P-256", hash: "SHA-256" };

/** Proofs verified a second, each once, against bare signatures of the same kind. */
async function proofs(): Promise<Result[]> {
  const verifier = createProofVerifier(Date.now);
  const key = await crypto.subtle.generateKey(ES256, false, ["sign", "verify"]);
  const data = crypto.getRandomValues(new Uint8Array(200));
  const signature = await crypto.subtle.sign(ES256, key.privateKey, data);
  const peer = await perSecond(
    MS / 2,
    TOGETHER,
    () => crypto.subtle.verify(ES256, key.publicKey, signature, data),
  );
  const url = `${PORTAL}/t/pk_x/v1/profile`;
  const nonce = verifier.nonce();
  const made: string[] = [];
  for (let i = 0; i < 4000; i++) {
    made.push(
      await createProof({ key, accessToken: null, method: "GET", url, now: Date.now() / 1000, nonce }),
    );
  }
  let next = 0;
  const start = performance.now();
  await Promise.all(Array.from({ length: TOGETHER }, async () => {
    while (next < made.length) {
      await verifier.verify({ proof: made[next++], method: "GET", url, accessToken: null });
    }
  }));
  const value = made.length / (performance.now() - start) * 1000;
  return [result("proof.verified", { value, unit: "proofs/s", peer })];
}

/** One proven request that does nothing, signing included, against one that proves nothing. */
async function provenRequest(portal: TestPortal): Promise<Result[]> {
  const { codiceFiscale } = await portal.addPatient();
  const tuo = await portal.signIn(codiceFiscale);
  const peer = await median(101, async () => {
    await (await portal.fetchFrom(PORTAL)(`${PORTAL}/healthz`)).text();
  });
  const value = await median(101, async () => {
    portal.advance(1000);
    await tuo.profile.get();
  });
  return [result("proof.request", { value, unit: "ms", peer })];
}
