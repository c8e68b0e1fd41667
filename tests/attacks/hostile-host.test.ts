/** A clinic's page that carries anybody's scripts: what is typed at sign-in must stay out of their reach. */
import assert from "node:assert/strict";
import type { Page } from "playwright-core";
import { browserPath, launchBrowser } from "../browser.ts";
import { openPortal } from "../identity/portal.ts";
import { spyOnEverything } from "./hostile-page.ts";

/** The page's own script comes first; its policy forbids it nothing. */
const hostilePage = ({ endpoint, key }: { endpoint: string; key: string }) =>
  `<!doctype html>
<html lang="it"><meta charset="utf-8"><title>Clinica</title>
<script>(${spyOnEverything})()</script>
<script type="module" src="${endpoint}/sdk/v1/tuodossier.js" data-endpoint="${endpoint}" data-key="${key}"></script>
<main><h1>Referti</h1><tuo-login></tuo-login><tuo-profile></tuo-profile></main></html>`;

/** Until the spy has read the whole document twice more. */
const twoReadings = (page: Page) =>
  page.evaluate(async () => {
    const spy = globalThis as unknown as { readings: () => number };
    const until = spy.readings() + 2;
    while (spy.readings() < until) await new Promise((resolve) => setTimeout(resolve, 20));
  });

const lootOf = (page: Page) => page.evaluate(() => (globalThis as unknown as { loot: () => string }).loot());

Deno.test({
  name:
    "a clinic's page that logs every key, reads every DOM and patches every prototype learns no credential",
  ignore: browserPath === null,
  async fn() {
    await using portal = await openPortal({ pages: { "/ostile": { body: hostilePage } } });
    const { endpoint, patient, tenant: { clinic: { key } } } = portal;
    const browser = await launchBrowser();
    try {
      const page = await browser.newPage({ locale: "it-IT" });
      page.setDefaultTimeout(20_000);
      await page.goto(`${portal.origin}/ostile`);
      const frame = page.frameLocator("iframe");

      // Typed key by key, as a person does.
      await frame.getByLabel("Username").pressSequentially(patient.codiceFiscale);
      await frame.getByLabel("Password", { exact: true }).pressSequentially(patient.password);
      await frame.getByRole("button", { name: "Accedi", exact: true }).press("Enter");
      const code = frame.getByLabel("Codice di Sicurezza (OTP)");
      await code.waitFor();
      const given = (await portal.codes()).at(-1)!;
      await twoReadings(page);
      const before = await lootOf(page);
      await code.pressSequentially(given);
      await frame.getByRole("button", { name: "Conferma" }).press("Enter");
      await page.locator("tuo-profile").getByText(patient.codiceFiscale).waitFor();
      const loot = await lootOf(page);

      // The spy works: it saw the sign-in begin and end.
      assert.match(loot, /tuo-hand-over/);
      assert.match(loot, /codeVerifier/);
      assert.equal(loot.includes(patient.password), false, "the password");
      assert.equal(loot.includes(given), false, "the code");
      assert.doesNotMatch(loot, /private key/, "the session's key");
      assert.equal(before.includes(patient.codiceFiscale), false, "who signs in, before they have");
      assert.equal(await page.locator("iframe").count(), 0, "the frame stays after sign-in");

      // What it saw go by is worth nothing a second time, nor without the key.
      const status = await page.evaluate(async (url) => {
        const seen = (globalThis as unknown as { loot: () => string }).loot();
        const [, proof] = /"dpop","([^"]+)"/.exec(seen) ?? [];
        const [, token] = /"authorization","(DPoP [^"]+)"/.exec(seen) ?? [];
        const replay = await fetch(url, { headers: { DPoP: proof ?? "", Authorization: token ?? "" } });
        return { proof: Boolean(proof), token: Boolean(token), status: replay.status };
      }, `${endpoint}/t/${key}/v1/profile`);
      assert.deepEqual(status, { proof: true, token: true, status: 401 });
    } finally {
      await browser.close();
    }
  },
});
