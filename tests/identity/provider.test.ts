/** Sign-in by the clinic's identity provider, whose pages a browser walks through. */
import assert from "node:assert/strict";
import { axeFindings, browserPath, launchBrowser } from "../browser.ts";
import { giveCode, givePassword, stepsOf } from "./forms.ts";
import { openPortal, pageOf } from "./portal.ts";
import { openProvider } from "./provider.ts";

Deno.test({
  name:
    "by the clinic's identity provider: linked once by password and code, then in by itself, and out of both",
  ignore: browserPath === null,
  async fn(t) {
    const step = stepsOf(t);
    await using portal = await openPortal({
      pages: { "/finestra": { body: pageOf(`<tuo-login mode="popup"></tuo-login>`) } },
    });
    await using provider = await openProvider(portal);
    const { origin, endpoint, patient } = portal;
    const browser = await launchBrowser();
    try {
      const page = await (await browser.newContext({ locale: "it-IT" })).newPage();
      page.setDefaultTimeout(20_000);
      await page.goto(origin);
      const faults: string[] = [];
      page.on("pageerror", (error) => faults.push(error.message));
      const goThere = async () => {
        await page.frameLocator("iframe").getByRole("button", { name: "Entra con SPID" }).click();
        await page.waitForURL(`${provider.issuer}/**`);
      };
      const choose = async () => {
        await goThere();
        await page.getByRole("button", { name: "Sono Maria" }).click();
      };
      const entered = () => page.getByRole("button", { name: /^Documenti/ }).waitFor();

      await step("the way there is offered in the frame, and takes the whole page", async () => {
        const way = page.frameLocator("iframe").getByRole("button", { name: "Entra con SPID" });
        await way.waitFor();
        assert.deepEqual(await axeFindings(page), [], "sign-in with a provider");
        await goThere();
      });

      await step("Back from the provider's page leads to the clinic's page", async () => {
        await page.goBack();
        await page.waitForURL(`${origin}/`);
        await page.frameLocator("iframe").getByLabel("Username").waitFor();
      });

      await step("who gives up at the provider is told so, and may go there again", async () => {
        await goThere();
        await page.getByRole("button", { name: "Annulla" }).click();
        await page.waitForURL(`${endpoint}/**`);
        await page.getByRole("alert").waitFor();
        assert.deepEqual(await axeFindings(page), [], "given up");
        await page.getByRole("button", { name: "Entra con SPID" }).click();
        await page.waitForURL(`${provider.issuer}/**`);
        await page.getByRole("button", { name: "Sono Maria" }).click();
      });

      await step("an unknown person proves who they are by password and code", async () => {
        await page.waitForURL(`${endpoint}/**`);
        await page.getByRole("heading", { name: "Conferma chi sei" }).waitFor();
        assert.equal(new URL(page.url()).hash, "", "what waits for its person is out of the address");
        assert.equal(await page.getByRole("button", { name: "Entra con SPID" }).count(), 0);
        assert.deepEqual(await axeFindings(page), [], "the first time");
        await givePassword(page, patient);
        assert.deepEqual(await axeFindings(page), [], "the code");
        await giveCode(page, (await portal.codes()).at(-1)!);
        await page.waitForURL(`${origin}/**`);
        await entered();
        assert.equal(page.url(), `${origin}/`);
      });

      const signOut = async () => {
        await page.getByRole("button", { name: "Esci" }).click();
        await page.waitForURL(`${provider.issuer}/session/end**`);
        await page.getByRole("button", { name: /yes/i }).click();
        await page.waitForURL(`${origin}/`);
        await page.frameLocator("iframe").getByLabel("Username").waitFor();
      };
      await step("signing out goes on to the provider, which leads home", signOut);

      await step("the second time they are in without an SMS", async () => {
        const before = (await portal.codes()).length;
        assert.equal(before, 1);
        await choose();
        await page.waitForURL(`${origin}/**`);
        await entered();
        assert.equal((await portal.codes()).length, before);
        await page.reload();
        await entered();
      });

      await step("from a window of the portal's the page itself goes to the provider", async () => {
        await signOut();
        await page.goto(`${origin}/finestra?da=menu`);
        const [popup] = await Promise.all([
          page.waitForEvent("popup"),
          page.getByRole("button", { name: "Accedi", exact: true }).click(),
        ]);
        const closed = popup.waitForEvent("close");
        await popup.getByRole("button", { name: "Entra con SPID" }).click();
        await closed;
        await page.waitForURL(`${provider.issuer}/**`);
        await page.getByRole("button", { name: "Sono Maria" }).click();
        await page.locator("tuo-profile").getByText(patient.codiceFiscale).waitFor();
        assert.equal(page.url(), `${origin}/finestra?da=menu`);
        await page.goto(origin);
        await entered();
      });

      await step("Back from there signs nobody in anew", async () => {
        const trades = provider.requests.filter((line) => line === "POST /token").length;
        assert.equal(trades, 3);
        await signOut();
        await page.goBack();
        await page.goForward();
        await page.frameLocator("iframe").getByLabel("Username").waitFor();
        assert.equal(provider.requests.filter((line) => line === "POST /token").length, trades);
        assert.deepEqual(faults, []);
      });
    } finally {
      await browser.close();
    }
  },
});
