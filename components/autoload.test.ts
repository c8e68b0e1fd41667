/// <reference lib="deno.ns" />
import assert from "node:assert/strict";
import { browserPath, launchBrowser } from "../tests/browser.ts";
import { startSite } from "./fixture/server.ts";

Deno.test({
  name: "the one script tag of a clinic's page",
  ignore: browserPath === null,
  // Playwright keeps pipes to the browser open between steps.
  sanitizeOps: false,
  sanitizeResources: false,
  async fn(t) {
    await using site = await startSite({ policy: "worker-src blob:" });
    await using browser = await launchBrowser();
    const open = async (tags: string, query = "") => {
      const page = await browser.newPage();
      page.setDefaultTimeout(10_000);
      const errors: string[] = [];
      page.on("pageerror", ({ message }) => errors.push(message));
      await page.goto(site.page(tags, query));
      return { page, errors };
    };

    await t.step("only what the page uses is fetched, and a tag that comes later is met", async () => {
      const { page } = await open("<p id=place>Area pazienti</p>");
      await page.waitForLoadState("networkidle");
      const fetched = () =>
        page.evaluate(() => performance.getEntriesByType("resource").map(({ name }) => name).join());
      assert.doesNotMatch(await fetched(), /documents\.define/);
      await page.evaluate(() =>
        document.querySelector("#place")!.append(document.createElement("tuo-documents"))
      );
      await page.getByText("1-5 di 12").waitFor();
      assert.doesNotMatch(await fetched(), /portal\.define|report\.define|en-/);
      await page.close();
    });

    await t.step("a second copy of the bundle stands down", async () => {
      const { page, errors } = await open("<tuo-documents></tuo-documents>", "twice");
      await page.getByText("1-5 di 12").waitFor();
      await page.waitForLoadState("networkidle");
      assert.deepEqual(errors, []);
      await page.close();
    });

    await t.step("while signed out an element takes no room and shows nothing", async () => {
      const { page } = await open("<tuo-documents></tuo-documents>", "out");
      await page.locator("tuo-documents:state(signed-out)").waitFor({ state: "attached" });
      assert.equal(await page.locator("tuo-documents").evaluate((element) => element.clientHeight), 0);
      await page.close();
    });

    await t.step("where the page allows workers, PDFs are read in one", async () => {
      const { page } = await open("<tuo-documents></tuo-documents>");
      await page.getByRole("button", { name: "Visualizza", exact: true }).first().click();
      await page.getByText("Non si osservano lesioni").waitFor({ state: "attached" });
      assert.equal(page.workers().length, 1);
      await page.getByRole("button", { name: "Chiudi", exact: true }).click();
      await page.locator("table").waitFor();
      assert.equal(page.workers().length, 0, "the worker ends with the reader");
      await page.close();
    });
  },
});
