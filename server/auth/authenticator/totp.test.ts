import assert from "node:assert/strict";
import { offerOf, stepAt, stepsOf, totpAt } from "./totp.ts";

const key = new TextEncoder().encode("12345678901234567890");

Deno.test("codes are those of RFC 6238, appendix B", () => {
  const vectors: Readonly<Record<number, string>> = {
    59: "287082",
    1111111109: "081804",
    1111111111: "050471",
    1234567890: "005924",
    2000000000: "279037",
    20000000000: "353130",
  };
  for (const [seconds, code] of Object.entries(vectors)) {
    assert.equal(totpAt(key, stepAt(Number(seconds) * 1000)), code);
  }
});

Deno.test("a code is right for its step and the two beside it, no more", () => {
  const now = 1_700_000_000_000;
  for (const away of [-3, -2, -1, 0, 1, 2, 3]) {
    const steps = stepsOf(key, totpAt(key, stepAt(now) + away), now);
    assert.deepEqual(steps, Math.abs(away) <= 1 ? [stepAt(now) + away] : [], String(away));
  }
  for (const code of ["", "28708", "2870822", "２８７０８２", " 87082"]) {
    assert.deepEqual(stepsOf(key, code, 59_000), []);
  }
});

Deno.test("a clinic's name is a name in the address, whatever it is", () => {
  const { uri, secret } = offerOf({ key, issuer: "Clinica: A&B?x=1 #2", account: "TuoDossier-AR" });
  assert.equal(secret, "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ");
  const url = new URL(uri);
  assert.equal(url.protocol, "otpauth:");
  assert.equal(decodeURIComponent(url.pathname.split("/").at(-1)!), "Clinica  A&B?x=1 #2:TuoDossier-AR");
  assert.deepEqual(Object.fromEntries(url.searchParams), {
    secret,
    issuer: "Clinica  A&B?x=1 #2",
    algorithm: "SHA1",
    digits: "6",
    period: "30",
  });
  assert.equal(url.hash, "");
});
