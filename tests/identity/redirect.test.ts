/** Sign-in by the portal's full page, and back. */
import assert from "node:assert/strict";
import type { Browser, Page } from "playwright-core";
import { axeFindings, browserPath, launchBrowser } from "../browser.ts";
import { giveCode, givePassword, stepsOf } from "./forms.ts";
import { type ClinicPage, openPortal, pageOf } from "./portal.ts";

const pages: Readonly<Record<string, ClinicPage>> = {
  "/area": { body: pageOf(`<tuo-login mode="redirect"></tuo-login>`) },
  "/finestra": { body: pageOf(`<tuo-login mode="popup"></tuo-login>`) },
  "/senza-riquadri": {
    body: pageOf("<tuo-login></tuo-login>"),
    policy: (endpoint) =>
      `default-src 'none'; script-src ${endpoint}; connect-src ${endpoint}; style-src 'unsafe-inline'`,
  },
};

async function newPage(browser: Browser, address: string): Promise<Page> {
  const page = await (await browser.newContext({ locale: "it-IT" })).newPage();
  page.setDefaultTimeout(20_000);
  await page.goto(address);
  return page;
}

/** Everything that leaves the browser, as it goes over the wire: addresses and headers. */
function wireOf(page: Page): { readonly lines: () => Promise<string[]>; readonly trades: () => number } {
  const sent: Promise<string>[] = [];
  let trades = 0;
  page.on("request", (request) => {
    const address = request.url().split("#")[0];
    if (address.endsWith("/v1/auth/token") && request.postData()?.includes("authorization_code")) trades++;
    const headers = request.allHeaders().catch(() => request.headers());
    sent.push(headers.then((all) => `${address} ${JSON.stringify(all)}`));
  });
  return { lines: () => Promise.all(sent), trades: () => trades };
}

const entered = (page: Page, user: string) => page.locator("tuo-profile").getByText(user).waitFor();

Deno.test({
  name: "sign-in by the portal's full page: there and back, once, and nothing of it stays in the address",
  ignore: browserPath === null,
  async fn(t) {
    const step = stepsOf(t);
    await using portal = await openPortal({ pages });
    const browser = await launchBrowser();
    const { endpoint, origin, patient } = portal;
    const address = `${origin}/area?da=menu#referti`;
    const signInThere = async (page: Page) => {
      await page.waitForURL(`${endpoint}/**`);
      await givePassword(page, patient);
      await giveCode(page, (await portal.codes()).at(-1)!);
      await page.waitForURL(`${origin}/**`);
      await entered(page, patient.codiceFiscale);
    };
    try {
      const page = await newPage(browser, address);
      const wire = wireOf(page);
      const answers: string[] = [];
      page.on("framenavigated", (frame) => answers.push(frame.url()));

      await step("the button leads to the portal's page, which comes back signed in", async () => {
        const go = page.getByRole("button", { name: "Accedi", exact: true });
        await go.waitFor();
        assert.deepEqual(await axeFindings(page), [], "the way");
        await go.click();
        await page.waitForURL(`${endpoint}/**`);
        await page.getByLabel("Username").waitFor();
        assert.equal(new URL(page.url()).hash, "", "what was asked for is out of the portal's address too");
        assert.deepEqual(await axeFindings(page), [], "the full page");
        await signInThere(page);
      });

      await step("the address is as it was before, and no request has carried the code", async () => {
        assert.equal(page.url(), address);
        const lines = await wire.lines();
        assert.ok(lines.some((line) => line.includes(`"referer":"${origin}/area?da=menu"`)));
        for (const line of [...lines, ...portal.asked]) {
          assert.doesNotMatch(line, /tuo_(?:code|state)/);
          assert.doesNotMatch(line, /thumbprint=|challenge=/);
        }
        assert.equal(wire.trades(), 1);
      });

      await step("a reload keeps the session", async () => {
        await page.reload();
        await entered(page, patient.codiceFiscale);
        assert.equal(wire.trades(), 1);
      });

      await step("Back leads to no form that answers, and trades nothing a second time", async () => {
        await page.goBack();
        await entered(page, patient.codiceFiscale);
        assert.equal(page.url(), address);
        await page.goForward();
        await entered(page, patient.codiceFiscale);
        assert.equal(wire.trades(), 1);
        for (const line of portal.asked) assert.doesNotMatch(line, /tuo_(?:code|state)/);
      });

      await step(
        "who turns round on the portal's page is back where they were, and may go again",
        async () => {
          const page = await newPage(browser, address);
          const go = page.getByRole("button", { name: "Accedi", exact: true });
          await go.click();
          await page.waitForURL(`${endpoint}/**`);
          await page.getByRole("link", { name: "Torna al sito" }).click();
          await page.waitForURL(address);
          await go.click();
          await signInThere(page);
          assert.equal(page.url(), address);
        },
      );

      await step("where the browser opens no window the whole page goes", async () => {
        const context = await browser.newContext({ locale: "it-IT" });
        await context.addInitScript(() => void (globalThis.open = () => null));
        const page = await context.newPage();
        page.setDefaultTimeout(20_000);
        await page.goto(`${origin}/finestra`);
        const go = page.getByRole("button", { name: "Accedi", exact: true });
        await page.getByText("si apre una finestra del portale").waitFor();
        await go.click();
        await page.getByText("si apre la pagina del portale").waitFor();
        assert.deepEqual(await axeFindings(page), [], "no window");
        await go.click();
        await signInThere(page);
      });

      await step("the same answer opened again, here or elsewhere, trades nothing", async () => {
        const answer = answers.find((url) => url.includes("tuo_code="))!;
        assert.match(answer, /#referti&tuo_code=[\w-]{43}&tuo_state=[\w-]{43}$/);
        await page.goto(`${origin}/`);
        await page.goto(answer);
        await entered(page, patient.codiceFiscale);
        assert.equal(page.url(), address);
        const elsewhere = await newPage(browser, answer);
        await elsewhere.getByRole("button", { name: "Accedi", exact: true }).waitFor();
        assert.equal(elsewhere.url(), address);
        assert.equal(wire.trades(), 1);
      });

      await step("a page whose policy lets no frame in does the same by itself", async () => {
        const page = await newPage(browser, `${origin}/senza-riquadri`);
        const go = page.getByRole("button", { name: "Accedi", exact: true });
        await go.waitFor();
        await page.getByText("si apre la pagina del portale").waitFor();
        assert.equal(await page.locator("iframe").count(), 0);
        assert.deepEqual(await axeFindings(page), [], "the way, of itself");
        await go.click();
        await signInThere(page);
        await page.reload();
        await entered(page, patient.codiceFiscale);
      });
    } finally {
      await browser.close();
    }
  },
});
