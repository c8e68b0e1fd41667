/** The portal's own pages against the real server: a forgotten password, and errands of who is signed in. */
import assert from "node:assert/strict";
import { createHmac } from "node:crypto";
import type { Browser, Page } from "playwright-core";
import { browserPath, launchBrowser } from "./browser.ts";
import { type RunningDemo, startDemo } from "./demo.ts";
import { signIn } from "./patient.ts";

const NEW = "sette barche in mare aperto";
const BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

async function newPage(browser: Browser, address: string): Promise<Page> {
  const page = await (await browser.newContext({ locale: "it-IT" })).newPage();
  page.setDefaultTimeout(20_000);
  await page.goto(address);
  return page;
}

/** The last message (to `to`, where it is known) that holds what is looked for; mail goes out a moment later. */
async function inMessage(demo: RunningDemo, pattern: RegExp, to?: string): Promise<string> {
  for (let tries = 0; tries < 100; tries++) {
    const { outbox } = await demo.state();
    const found = outbox.filter((each) => each.to === (to ?? each.to)).map(({ text }) =>
      pattern.exec(text)?.[1]
    );
    const last = found.findLast((each) => each !== undefined);
    if (last) return last;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`Nothing like ${pattern} came`);
}

/** Leaves the clinic's page for an errand, as a page of a developer's own would. */
async function goOnErrand(page: Page, act: string): Promise<void> {
  await page.evaluate(async (act) => {
    type Client = { session: { errandWithRedirect(act: string): Promise<void> } };
    const find = (root: Document | ShadowRoot): Client | null => {
      for (const element of root.querySelectorAll("*")) {
        const { tuo, shadowRoot } = element as Element & { tuo?: Client | null };
        const found = tuo ?? (shadowRoot && find(shadowRoot));
        if (found) return found;
      }
      return null;
    };
    await find(globalThis.document)!.session.errandWithRedirect(act);
  }, act);
}

/** What an app shows for a key (RFC 6238, RFC 4226 §5.3). */
function appCode(key: string, now: number): string {
  const bits = [...key].map((letter) => BASE32.indexOf(letter).toString(2).padStart(5, "0")).join("");
  const bytes = new Uint8Array(bits.match(/.{8}/g)!.map((byte) => parseInt(byte, 2)));
  const counter = new DataView(new ArrayBuffer(8));
  counter.setBigUint64(0, BigInt(Math.floor(now / 30_000)));
  const mac = createHmac("sha1", bytes).update(new Uint8Array(counter.buffer)).digest();
  const number = mac.readUInt32BE(mac[19] & 15) & 0x7fffffff;
  return String(number % 1_000_000).padStart(6, "0");
}

const codesTo = async (demo: RunningDemo, phone: string) =>
  (await demo.state()).outbox.filter(({ to, text }) => to === phone && /\b\d{6}\b/.test(text)).length;
const enter = async (page: Page, code: string) => {
  await page.getByLabel("Codice di Sicurezza (OTP)").fill(code);
  await page.getByRole("button", { name: "Conferma" }).click();
};
/** Back on the clinic's page, the session found again. */
async function home(page: Page, demo: RunningDemo): Promise<void> {
  await page.waitForURL(`${demo.origin}/**`);
  await page.getByRole("button", { name: /^Documenti/ }).waitFor();
}

Deno.test({
  name: "the portal's pages against the real server",
  ignore: browserPath === null,
  async fn(t) {
    await using demo = await startDemo();
    const browser = await launchBrowser();
    try {
      const { patients } = await demo.state();
      const [holder, forgetful] = patients;

      await t.step("a forgotten password: a letter, a new one, a code; the link works once", async () => {
        const page = await newPage(browser, demo.origin);
        const frame = page.frameLocator("iframe");
        await frame.getByLabel("Username").fill(forgetful.codiceFiscale);
        await frame.getByRole("button", { name: "Hai dimenticato la password?" }).click();
        await frame.getByRole("button", { name: "Recupera PASSWORD" }).click();
        await frame.getByRole("heading", { name: "Controlla la posta" }).waitFor();
        const link = await inMessage(demo, /(https?:\S+\/reset#token=\S+)/);

        const choose = async (page: Page, password: string) => {
          await page.getByLabel("Nuova password", { exact: true }).fill(password);
          await page.getByLabel("Ripeti").fill(password);
          await page.getByRole("button", { name: "Salva e continua" }).click();
        };
        const behind = await newPage(browser, link);
        await choose(behind, "password1234");
        await behind.getByText("tra le prime che si provano").waitFor();
        await choose(behind, NEW);
        await behind.getByLabel("Codice di Sicurezza (OTP)").waitFor();
        await enter(behind, await inMessage(demo, /\b(\d{6})\b/, forgetful.phone));
        await behind.getByText("chiuso tutte le sessioni").waitFor();
        const back = await behind.getByRole("link", { name: "Vai all'accesso" }).getAttribute("href");
        assert.equal(new URL(back ?? "").origin, demo.origin);

        const again = await newPage(browser, link);
        await again.getByRole("heading", { name: "Il collegamento non vale più" }).waitFor();
      });

      const page = await newPage(browser, demo.origin);
      await signIn(page, demo);
      /** The code of the telephone on file, before anything else. */
      const confirm = async (page: Page) => {
        const before = await codesTo(demo, holder.phone);
        await page.getByRole("button", { name: "Invia il codice" }).click();
        await page.getByLabel("Codice di Sicurezza (OTP)").waitFor();
        assert.equal(await codesTo(demo, holder.phone), before + 1);
        await enter(page, await inMessage(demo, /\b(\d{6})\b/, holder.phone));
      };

      await t.step("a new address is proved by a code that went there", async () => {
        await goOnErrand(page, "email");
        await confirm(page);
        await page.getByLabel("Nuovo indirizzo e-mail").fill("nuova@posta.example");
        await page.getByRole("button", { name: "Invia il codice" }).click();
        await page.getByText("n•••@posta.example").waitFor();
        await enter(page, await inMessage(demo, /\b(\d{6})\b/, "nuova@posta.example"));
        await home(page, demo);
      });

      await t.step("an authenticator is set up, and its recovery code signs in", async () => {
        await goOnErrand(page, "authenticator");
        await confirm(page);
        const key = await page.locator(".secret-key").textContent();
        await page.getByLabel("Codice dell'app").fill(appCode(key!.replace(/\s/g, ""), Date.now()));
        await page.getByRole("button", { name: "Attiva" }).click();
        await page.getByRole("heading", { name: "Salva i codici di recupero" }).waitFor();
        const [code] = await page.locator(".codes li").allTextContents();
        await page.getByRole("button", { name: "Ho salvato i codici" }).click();
        await home(page, demo);

        const other = await newPage(browser, demo.origin);
        const frame = other.frameLocator("iframe");
        await frame.getByLabel("Username").fill(holder.codiceFiscale);
        await frame.getByLabel("Password", { exact: true }).fill(holder.password);
        await frame.getByRole("button", { name: "Accedi", exact: true }).click();
        await frame.getByRole("button", { name: "Usa un codice di recupero" }).click();
        await frame.getByLabel("Codice di recupero", { exact: true }).fill(code);
        await frame.getByRole("button", { name: "Conferma" }).click();
        await other.getByRole("button", { name: /^Documenti/ }).waitFor();
      });

      await t.step("the password is changed by who knows it", async () => {
        await goOnErrand(page, "password");
        await page.getByLabel("Password attuale").fill("non è questa");
        await page.getByLabel("Nuova password", { exact: true }).fill(NEW);
        await page.getByLabel("Ripeti").fill(NEW);
        const save = page.getByRole("button", { name: "Cambia la password" });
        await save.click();
        await page.getByText("non è la tua password attuale").waitFor();
        await page.getByLabel("Password attuale").fill(holder.password);
        await save.click();
        await home(page, demo);
      });
    } finally {
      await browser.close();
    }
  },
});
