/// <reference lib="deno.ns" />
import assert from "node:assert/strict";
import { axeFindings, browserPath, launchBrowser } from "../../tests/browser.ts";
import { startSite } from "../fixture/server.ts";

/** The name of what has the focus, through every shadow root. */
const focused = () => {
  let at = document.activeElement;
  while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
  return at?.textContent?.trim() ?? "";
};

Deno.test({
  name: "the portal, by keyboard alone on a page of 320 px",
  ignore: browserPath === null,
  // Playwright keeps pipes to the browser open between steps.
  sanitizeOps: false,
  sanitizeResources: false,
  async fn(t) {
    await using site = await startSite();
    await using browser = await launchBrowser();
    const page = await browser.newPage({ viewport: { width: 320, height: 800 } });
    page.setDefaultTimeout(10_000);
    const press = async (name: string) => {
      for (let tries = 0; tries < 60; tries++) {
        await page.keyboard.press("Tab");
        if (await page.evaluate(focused) === name) return page.keyboard.press("Enter");
      }
      assert.fail(`${name} is not reached with the keyboard`);
    };

    await t.step("the menu has only sections whose element there is", async () => {
      await page.goto(site.page("<tuo-portal></tuo-portal>"));
      await page.getByRole("button", { name: "Documenti", exact: true }).waitFor();
      const names = await page.getByRole("navigation").getByRole("button").allTextContents();
      assert.deepEqual(names, ["Documenti", "Consensi", "Profilo", "Guida e aiuto"]);
      assert.deepEqual(await axeFindings(page), []);
      assert.ok(await page.evaluate(() => document.documentElement.scrollWidth) <= 320);
    });

    await t.step("one visible control a name", async () => {
      const names = await page.getByRole("button").allTextContents();
      const trimmed = names.map((name) => name.trim());
      assert.deepEqual(trimmed, [...new Set(trimmed)]);
    });

    await t.step("a section takes the menu's place, and its heading the focus", async () => {
      await press("Documenti");
      await page.locator("tuo-documents table").waitFor();
      assert.equal(await page.evaluate(focused), "Documenti");
      assert.equal(await page.getByRole("navigation").count(), 0);
      assert.equal(await page.locator("tuo-portal[section=documents]").count(), 1);
    });

    await t.step("the way back leads to the menu's heading", async () => {
      await page.keyboard.press("Shift+Tab");
      assert.equal(await page.evaluate(focused), "Menu");
      await page.keyboard.press("Enter");
      await page.getByRole("navigation").waitFor();
      assert.match(await page.evaluate(focused), /^Ciao/);
      assert.equal(await page.locator("tuo-documents").count(), 0);
    });

    await t.step("another language changes the words everywhere, and back", async () => {
      await page.getByLabel("Lingua").selectOption("en");
      await page.getByRole("button", { name: "Documents", exact: true }).click();
      await page.getByRole("button", { name: "View", exact: true }).first().waitFor();
      await page.getByLabel("Language").selectOption("it");
      await page.getByRole("button", { name: "Visualizza", exact: true }).first().waitFor();
    });

    await t.step("signing out leaves sign-in and nothing of the patient", async () => {
      await page.getByRole("button", { name: "Esci", exact: true }).click();
      await page.locator("tuo-login").waitFor({ state: "attached" });
      assert.equal(await page.evaluate(focused), "Sei uscito dal portale.");
      assert.equal(await page.locator("tuo-documents").count(), 0);
      const left = await page.evaluate(() => document.querySelector("tuo-portal")!.shadowRoot!.innerHTML);
      assert.doesNotMatch(left, /Prova|Paziente/);
    });
    await page.close();
  },
});
