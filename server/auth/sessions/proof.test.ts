import assert from "node:assert/strict";
import { CompactSign, exportJWK, generateKeyPair, type JWK, SignJWT } from "jose";
import { PROBLEMS } from "@tuodossier/sdk/contract";
import { Problem } from "../../http/problem.ts";
import { hashOf } from "../../keys/secret.ts";
import { createProofVerifier } from "./proof.ts";

const URL_OF = "https://portal.example/t/pk_x/v1/profile";
const refused = (code: string) => (error: unknown) => error instanceof Problem && error.code === code;

async function world() {
  let time = Date.UTC(2026, 0, 1);
  const verifier = createProofVerifier(() => time);
  const { privateKey, publicKey } = await generateKeyPair("ES256", { extractable: true });
  const jwk = await exportJWK(publicKey);
  const make = (
    change: { payload?: Record<string, unknown>; header?: Record<string, unknown>; key?: CryptoKey } = {},
  ) => {
    const payload = {
      jti: crypto.randomUUID(),
      htm: "GET",
      htu: URL_OF,
      iat: Math.floor(time / 1000),
      ath: hashOf("token"),
      nonce: verifier.nonce(),
      ...change.payload,
    };
    const header = { typ: "dpop+jwt", alg: "ES256", jwk, ...change.header };
    return new SignJWT(payload).setProtectedHeader(header).sign(change.key ?? privateKey);
  };
  const verify = (proof: string | undefined, accessToken: string | null = "token") =>
    verifier.verify({ proof, method: "GET", url: URL_OF, accessToken });
  return {
    verifier,
    make,
    verify,
    privateKey,
    jwk,
    advance: (seconds: number) => void (time += seconds * 1000),
  };
}

Deno.test("a right proof names its key, the same for every proof of it", async () => {
  const { make, verify } = await world();
  const first = await verify(await make());
  assert.match(first.keyThumbprint, /^[\w-]{43}$/);
  assert.deepEqual(await verify(await make()), first);
});

Deno.test("of twenty uses of one proof at once, one passes", async () => {
  const { make, verify } = await world();
  const proof = await make();
  const answers = await Promise.allSettled(Array.from({ length: 20 }, () => verify(proof)));
  assert.equal(answers.filter(({ status }) => status === "fulfilled").length, 1);
});

Deno.test("a proof for another method, address, token or time is refused", async () => {
  const { make, verify } = await world();
  const now = Date.UTC(2026, 0, 1) / 1000;
  const wrong: Record<string, unknown>[] = [
    { htm: "POST" },
    { htu: "https://portal.example/t/pk_y/v1/profile" },
    { htu: `${URL_OF}?x=1` },
    { ath: hashOf("another") },
    { ath: undefined },
    { iat: now - 61 },
    { iat: now + 11 },
    { iat: "now" },
    { jti: "short" },
    { jti: undefined },
  ];
  for (const payload of wrong) {
    await assert.rejects(
      verify(await make({ payload })),
      refused("auth.proof-invalid"),
      JSON.stringify(payload),
    );
  }
});

Deno.test("a nonce is needed, good for 240 s, and cannot be made up", async () => {
  const { make, verify, advance } = await world();
  const old = await make();
  await assert.rejects(verify(await make({ payload: { nonce: undefined } })), refused("auth.nonce"));
  await assert.rejects(verify(await make({ payload: { nonce: "abc.def" } })), refused("auth.nonce"));
  const future = `${(Date.UTC(2026, 0, 1) / 1000 + 100).toString(36)}.${"A".repeat(22)}`;
  await assert.rejects(verify(await make({ payload: { nonce: future } })), refused("auth.nonce"));
  advance(241);
  await assert.rejects(verify(old), refused("auth.nonce"));
});

Deno.test("games with algorithm, type and key are refused", async () => {
  const { make, verify, privateKey, jwk } = await world();
  const secret = await exportJWK(privateKey);
  const other = await generateKeyPair("ES256");
  const proofs = [
    await make({ header: { typ: "jwt" } }),
    await make({ header: { jwk: secret as JWK } }),
    await make({ key: other.privateKey }),
    await make({ header: { jwk: { ...jwk, crv: "P-384" } } }),
    await make({ header: { jwk: undefined } }),
    `${btoa('{"typ":"dpop+jwt","alg":"none"}')}.${btoa("{}")}.`,
    "x".repeat(5000),
    "",
    undefined,
  ];
  for (const proof of proofs) await assert.rejects(verify(proof), refused("auth.proof-invalid"));
});

Deno.test("a proof from before a restart is void", async () => {
  const { make } = await world();
  const restarted = createProofVerifier(() => Date.UTC(2026, 0, 1));
  const request = { proof: await make(), method: "GET", url: URL_OF, accessToken: "token" };
  await assert.rejects(restarted.verify(request), refused("auth.nonce"));
});

Deno.test("whatever a proof says in place of claims, it is refused and nothing breaks", async () => {
  const { verify, privateKey, jwk, verifier } = await world();
  const nonce = verifier.nonce();
  const said = [
    "null",
    "[]",
    `[{"nonce":"${nonce}"}]`,
    '"x"',
    "1",
    "true",
    "{}",
    "",
    "{",
    "\u0000",
    '{"__proto__":{"nonce":"x"}}',
    '{"nonce":null}',
    '{"nonce":{"split":1}}',
    `{"nonce":"${nonce}","htm":{"a":[null]},"htu":[],"iat":null,"jti":{},"ath":null}`,
    "[".repeat(1000),
  ];
  for (const payload of said) {
    const proof = await new CompactSign(new TextEncoder().encode(payload))
      .setProtectedHeader({ typ: "dpop+jwt", alg: "ES256", jwk }).sign(privateKey);
    for (const token of ["token", null]) {
      await assert.rejects(
        verify(proof, token),
        (error) =>
          error instanceof Problem && ["auth.proof-invalid", "auth.nonce"].includes(error.code) &&
          PROBLEMS[error.code][0] === 401,
        payload,
      );
    }
  }
});
