import assert from "node:assert/strict";
import { asked } from "./browser.testing.ts";
import { pageFragment, returnUrl } from "./fragment.ts";

const facts = { ...asked, devices: ["one", "two"] };

Deno.test("a page that is shown by its fragment keeps it; the answer comes after it", () => {
  const returnTo = "https://clinic.test/dossier?a=1#referti&riga=2";
  const url = returnUrl({ ...facts, returnTo, state: "a&b" }, "code");
  assert.equal(url, `${returnTo}&tuo_code=code&tuo_state=a%26b`);
});

Deno.test("a code step has all that its screen shows; a code that was not sent has no place it went to", () => {
  const challenge = {
    challenge: "secret",
    factor: "authenticator",
    sentTo: null,
    resendAfter: 0,
    expiresAt: "2026-01-15T09:10:00.000Z",
    explainSms: true,
  } as const;
  assert.deepEqual(Object.fromEntries(pageFragment(facts, { step: "code", challenge })), {
    mode: "redirect",
    origin: asked.handOver.origin,
    challenge: asked.handOver.codeChallenge,
    thumbprint: asked.handOver.keyThumbprint,
    state: asked.state,
    return: asked.returnTo,
    devices: "one,two",
    step: "code",
    "sign-in": "secret",
    factor: "authenticator",
    resend: "0",
    expires: "2026-01-15T09:10:00.000Z",
    explain: "1",
  });
});
