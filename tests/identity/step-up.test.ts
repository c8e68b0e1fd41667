/** What time does to a session: an old sign-in, an idle patient, a browser left behind. */
import assert from "node:assert/strict";
import type { Browser, Page } from "playwright-core";
import { axeFindings, browserPath, launchBrowser } from "../browser.ts";
import { codeField, giveCode, givePassword, stepsOf } from "./forms.ts";
import { type IdentityPortal, openPortal } from "./portal.ts";

const MINUTE = 60_000;

async function signIn(browser: Browser, portal: IdentityPortal): Promise<Page> {
  const context = await browser.newContext({ locale: "it-IT" });
  await context.clock.install();
  const page = await context.newPage();
  page.setDefaultTimeout(20_000);
  await page.goto(portal.origin);
  const frame = page.frameLocator("iframe");
  await givePassword(frame, portal.patient);
  await giveCode(frame, (await portal.codes()).at(-1)!);
  await page.getByRole("button", { name: /^Documenti/ }).waitFor();
  return page;
}

Deno.test({
  name: "an old sign-in is asked for a code, an idle one for a sign of life, and another browser is ended",
  ignore: browserPath === null,
  async fn(t) {
    const step = stepsOf(t);
    await using portal = await openPortal();
    const browser = await launchBrowser();
    try {
      const page = await signIn(browser, portal);
      /** The portal's time and the browser's, which is the same. */
      const pass = async (ms: number) => {
        portal.advance(ms);
        await page.clock.fastForward(ms);
      };
      const buttonOf = (name: string | RegExp) =>
        page.getByRole("button", { name, exact: typeof name === "string" });
      const dialog = page.getByRole("dialog");
      const frame = page.frameLocator("iframe");
      const row = page.getByRole("row").nth(1);

      const hide = async () => {
        await row.getByRole("button", { name: "Oscura", exact: true }).click();
        await dialog.getByRole("button", { name: "Oscura", exact: true }).click();
        await row.getByRole("button", { name: "Deoscura" }).waitFor();
      };
      const showAgain = async () => {
        await row.getByRole("button", { name: "Deoscura" }).click();
        await dialog.getByRole("button", { name: "Deoscura" }).click();
      };
      const shown = async () => {
        await row.getByRole("button", { name: "Oscura", exact: true }).waitFor();
        await dialog.waitFor({ state: "detached" });
      };

      await step(
        "who takes back at once what they hid gives no code, however old their sign-in is",
        async () => {
          await buttonOf(/^Documenti/).click();
          await page.getByText("1-1 di 1").waitFor();
          await pass(16 * MINUTE);
          await hide();
          await showAgain();
          await shown();
          assert.equal((await portal.codes()).length, 1);
        },
      );

      await step("later than that it takes a code; given up, the report stays hidden", async () => {
        await hide();
        await pass(12 * MINUTE);
        await showAgain();
        await frame.getByRole("button", { name: "Invia il codice" }).waitFor();
        assert.deepEqual(await axeFindings(page), [], "the errand, over the documents");
        assert.equal((await portal.codes()).length, 1, "nothing is sent before it is wanted");
        await frame.getByRole("button", { name: "Annulla" }).click();
        await page.locator("iframe").waitFor({ state: "detached" });
        await row.getByRole("button", { name: "Deoscura" }).waitFor();
      });

      await step("the code shows it again, and counts as a sign-in for the next time", async () => {
        await dialog.getByRole("button", { name: "Deoscura" }).click();
        await frame.getByRole("button", { name: "Invia il codice" }).click();
        await codeField(frame).waitFor();
        assert.deepEqual(await axeFindings(page), [], "the code, over the documents");
        const codes = await portal.codes();
        assert.equal(codes.length, 2);
        await giveCode(frame, codes[1]);
        await shown();
        await hide();
        await pass(12 * MINUTE);
        await showAgain();
        await shown();
        assert.equal((await portal.codes()).length, 2);
      });

      await step("two browsers are listed, and the other one is ended from here", async () => {
        const other = await signIn(browser, portal);
        await buttonOf("Menu").click();
        await buttonOf(/^Profilo/).click();
        const devices = page.getByRole("region", { name: "Sessioni e dispositivi" });
        await devices.getByRole("listitem").nth(1).waitFor();
        assert.equal(await devices.getByRole("listitem").count(), 2);
        assert.deepEqual(await axeFindings(page), [], "the sessions");
        await devices.getByRole("listitem").nth(1).getByRole("button").click();
        assert.deepEqual(await axeFindings(page), [], "the question");
        await devices.getByRole("listitem").nth(1).getByRole("button", { name: "Sì, esci" }).click();
        await devices.getByRole("listitem").nth(1).waitFor({ state: "detached" });
        await other.getByRole("button", { name: /^Documenti/ }).click();
        await other.frameLocator("iframe").getByLabel("Username").waitFor();
        await page.reload();
        await page.getByRole("heading", { name: /^Ciao/ }).waitFor();
      });

      /** Does it, and lets the page take in that the portal has noted a sign of life. */
      const alive = async (act: () => Promise<void>) => {
        const noted = page.waitForResponse((response) =>
          response.url().endsWith("/v1/auth/activity") && response.status() === 204
        );
        await act();
        await (await noted).finished();
        await page.evaluate(() => new Promise((resolve) => setTimeout(resolve)));
      };

      await step("two minutes before half an hour is over a dialog asks, and one click stays", async () => {
        await pass(27.5 * MINUTE);
        assert.equal(await dialog.count(), 0);
        await pass(0.6 * MINUTE);
        await dialog.getByText(/^1 minuto(?: e \d+ second[oi])?$/).waitFor();
        assert.deepEqual(await axeFindings(page), [], "the end is near");
        await alive(() => buttonOf("Resta collegato").click());
        await dialog.waitFor({ state: "detached" });
        // Later than the first half hour's end.
        await pass(27.5 * MINUTE);
        assert.equal(await dialog.count(), 0);
        await alive(() => buttonOf(/^Documenti/).click());
        await page.getByText("1-1 di 1").waitFor();
      });

      await step("who does not answer is out, and what was on the screen is gone", async () => {
        await pass(28.1 * MINUTE);
        await dialog.waitFor();
        await pass(2 * MINUTE);
        await page.frameLocator("iframe").getByLabel("Username").waitFor();
        assert.equal(await page.getByRole("table").count(), 0);
        assert.equal(await dialog.count(), 0);
      });
    } finally {
      await browser.close();
    }
  },
});
