import assert from "node:assert/strict";
import { CLINIC_SITE, openPortal, PASSWORD, PORTAL } from "../testing/portal.ts";

const handOver = { origin: CLINIC_SITE, codeChallenge: "A".repeat(43), keyThumbprint: "B".repeat(43) };
const LOOK_ALIKES = [
  "http://clinic.test.evil.example",
  "http://evil-clinic.test",
  "http://clinic.test:8080",
  "https://clinic.test",
  "http://CLINIC.test",
  "http://clinic.test/",
  "http://clinic.tes",
  "http://clinic.test.",
  "http://sub.clinic.test",
  "http://portal.test.evil.example",
  "https://portal.test",
  "null",
  null,
];

Deno.test("a clinic's own sites may send credentials only where its record says so, look-alikes never", async () => {
  await using portal = await openPortal();
  const { codiceFiscale } = await portal.addPatient();
  const { key } = portal.tenant.clinic;
  const ask = (origin: string | null) =>
    portal.fetchFrom(origin)(`${PORTAL}/t/${key}/v1/auth/challenge`, {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify({ codiceFiscale, password: PASSWORD, handOver }),
    });
  assert.equal((await ask(CLINIC_SITE)).status, 403);
  await portal.clinics.setSettings(key, { credentialsFromOrigins: true });
  const allowed = await ask(CLINIC_SITE);
  assert.equal(allowed.status, 200);
  assert.equal(allowed.headers.get("Access-Control-Allow-Origin"), CLINIC_SITE);
  assert.equal((await ask(PORTAL)).status, 200);
  for (const origin of LOOK_ALIKES) {
    const refused = await ask(origin);
    assert.equal(refused.status, 403, String(origin));
    assert.equal(refused.headers.get("Access-Control-Allow-Origin"), null, String(origin));
  }
  const another = await portal.clinics.add({ name: "Un'altra", origins: ["http://other.test"] });
  const theirs = await portal.fetchFrom("http://other.test")(
    `${PORTAL}/t/${another.clinic.key}/v1/auth/challenge`,
    { method: "POST", headers: { "Content-Type": "application/json" }, body: "{}" },
  );
  assert.equal(theirs.status, 403);
  assert.equal((await ask("http://other.test")).status, 403);
});
