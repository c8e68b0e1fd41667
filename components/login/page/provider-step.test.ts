/// <reference lib="deno.ns" />
import assert from "node:assert/strict";
import { readProviderStep } from "./provider-step.ts";

const read = (fields: Record<string, string>) => readProviderStep(new URLSearchParams(fields));

Deno.test("what a provider's answer brought is read as the server writes it", () => {
  assert.deepEqual(
    read({
      "step": "code",
      "sign-in": "x",
      "factor": "sms",
      "sent": "*****46",
      "resend": "15",
      "expires": "2030-01-01T00:00:00.000Z",
      "explain": "1",
    }),
    {
      step: "code",
      challenge: {
        challenge: "x",
        factor: "sms",
        sentTo: "*****46",
        resendAfter: 15,
        expiresAt: "2030-01-01T00:00:00.000Z",
        explainSms: true,
      },
    },
  );
  assert.deepEqual(read({ "step": "new-password", "sign-in": "x" }), {
    step: "new-password",
    challenge: "x",
  });
  assert.deepEqual(read({ step: "link", identity: "i" }), { step: "link", identity: "i" });
  assert.deepEqual(read({ step: "error", error: "auth.wait", wait: "40" }), {
    step: "error",
    error: "auth.wait",
    wait: 40,
  });
});

Deno.test("a code that was not sent has no address, and odd fields bring nothing odd", () => {
  const step = read({ "step": "code", "sign-in": "x", "factor": "__proto__", "resend": "-5e9" });
  assert.ok(step?.step === "code");
  const { factor, sentTo, resendAfter, explainSms } = step.challenge;
  assert.deepEqual({ factor, sentTo, resendAfter, explainSms }, {
    factor: "sms",
    sentTo: null,
    resendAfter: 0,
    explainSms: false,
  });
  for (const odd of ["", "done", "constructor"]) assert.equal(read({ step: odd }), null);
  assert.equal(read({}), null);
});
