/** The whole way of a patient through the demo: a clinic's site, the portal on another origin, a real browser. */
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { type Download, type Page } from "playwright-core";
import { unzipSync } from "fflate";
import { seedPatients } from "../examples/demo/data/mod.ts";
import { axeFindings, browserPath, doubledNames, launchBrowser } from "./browser.ts";
import { startDemo } from "./demo.ts";
import { giveCredentials, rowOf, signIn } from "./patient.ts";

const ignore = browserPath === null;
const digest = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex");

async function bytesOf(download: Download): Promise<Uint8Array> {
  return await Deno.readFile(await download.path());
}

/** Counts the canvases of every print, wherever it is called from. */
const WATCH_PRINT = () => {
  const top = globalThis.top as unknown as { printed?: number[] };
  globalThis.print = () =>
    void (top.printed ??= []).push(globalThis.document.querySelectorAll("canvas, img").length);
};

async function newPage(browser: Awaited<ReturnType<typeof launchBrowser>>, width: number, height: number) {
  const context = await browser.newContext({
    viewport: { width, height },
    locale: "it-IT",
    hasTouch: width < 500,
  });
  await context.addInitScript(WATCH_PRINT);
  const page = await context.newPage();
  page.setDefaultTimeout(20_000);
  const faults: string[] = [];
  page.on("pageerror", (error) => faults.push(error.message));
  page.on("console", (message) => {
    if (/Content Security Policy|Trusted/i.test(message.text())) faults.push(message.text());
  });
  return { context, page, faults };
}

/** Steps that stop the journey where one fails: what comes after it would only be noise. */
const stepsOf = (t: Deno.TestContext) => async (name: string, act: () => Promise<void>) => {
  if (!await t.step(name, act)) throw new Error(`The journey ends at: ${name}`);
};

const buttonOf = (page: Page, name: string | RegExp) =>
  page.getByRole("button", { name, exact: typeof name === "string" });

Deno.test({
  name: "a patient signs in, reads, hides, looks at images, takes them home, and signs out",
  ignore,
  async fn(t) {
    const step = stepsOf(t);
    await using demo = await startDemo();
    const browser = await launchBrowser();
    try {
      const { page, faults } = await newPage(browser, 1280, 900);
      const accessible = async (screen: string) => {
        assert.deepEqual(await axeFindings(page), [], screen);
        assert.deepEqual(await doubledNames(page), [], `${screen}: one visible control per name`);
      };
      await page.goto(demo.origin);

      await step("a wrong password is told beside the form, and what was typed stays", async () => {
        const frame = page.frameLocator("iframe");
        await frame.getByLabel("Username").fill("lmcrsl61d52x001o");
        await frame.getByLabel("Password", { exact: true }).fill("not the password");
        await accessible("sign-in");
        await frame.getByRole("button", { name: "Accedi", exact: true }).click();
        await frame.getByRole("alert").filter({ hasText: "non corretti" }).waitFor();
        assert.equal(await frame.getByLabel("Username").inputValue(), "lmcrsl61d52x001o");
      });

      await step("password and code lead to the menu", async () => {
        await signIn(page, demo);
        await accessible("menu");
        assert.equal(await page.locator("iframe").count(), 0, "the sign-in frame is gone");
      });

      await step("the documents: card, five rows a page, the next page and back", async () => {
        await buttonOf(page, /^Documenti/).click();
        await page.getByText("1-5 di 9").waitFor();
        await page.getByText("LMCRSL61D52X001O").waitFor();
        assert.equal(await page.getByRole("row").count(), 6);
        await accessible("documents");
        await buttonOf(page, "Pagina successiva").click();
        await page.getByText("6-9 di 9").waitFor();
        await buttonOf(page, "Pagina precedente").click();
        await page.getByText("1-5 di 9").waitFor();
      });

      await step("a report opens in the page, is downloaded and printed", async () => {
        const row = rowOf(page, "TC TORACE");
        const [download] = await Promise.all([
          page.waitForEvent("download"),
          row.getByRole("button", { name: "Scarica" }).click(),
        ]);
        const pdf = await bytesOf(download);
        const seeded = [...seedPatients[0].files()].filter(({ path }) => path.endsWith(".pdf"));
        assert.ok(seeded.some(({ bytes }) => digest(bytes) === digest(pdf)), "the PDF is one that came in");
        await row.getByRole("button", { name: "Visualizza" }).click();
        await page.getByText("Direttrice sanitaria").first().waitFor();
        assert.equal(await page.getByRole("table").count(), 0, "the list has left the page");
        await accessible("report");
        await buttonOf(page, "Stampa").click();
        await page.waitForFunction(() =>
          (globalThis as unknown as { printed?: number[] }).printed?.length === 1
        );
        const [pages] = await page.evaluate(() => (globalThis as unknown as { printed: number[] }).printed);
        assert.ok(pages >= 1, "the pages themselves are printed");
        await page.keyboard.press("Escape");
        await page.getByText("1-5 di 9").waitFor();
      });

      await step("a report is obscured after a warning, and shown again", async () => {
        const row = rowOf(page, "TC TORACE");
        await row.getByRole("button", { name: "Oscura" }).click();
        const dialog = page.getByRole("dialog");
        await dialog.waitFor();
        await accessible("warning");
        await page.keyboard.press("Escape");
        assert.equal(await page.getByRole("dialog").count(), 0);
        await row.getByRole("button", { name: "Oscura" }).click();
        await dialog.getByRole("button", { name: "Oscura" }).click();
        await row.getByRole("button", { name: "Deoscura" }).click();
        await dialog.getByRole("button", { name: "Deoscura" }).click();
        await row.getByRole("button", { name: "Oscura", exact: true }).waitFor();
      });

      await step("several exams of a row are listed first, and one opens", async () => {
        await rowOf(page, "RX PIEDE DX").getByRole("button", { name: "Studi immagine" }).click();
        await page.getByText("AQ111870/2026P2").first().waitFor();
        await accessible("studies");
        await buttonOf(page, /^Apri/).first().click();
        await page.getByRole("img", { name: /Serie 1/ }).first().waitFor();
        assert.equal(await page.getByRole("table").count(), 0, "the studies have left the page");
        await buttonOf(page, "Chiudi").click();
        await page.getByText("AQ111870/2026P2").first().waitFor();
        await page.keyboard.press("Escape");
        await page.getByText("1-5 di 9").waitFor();
      });

      await step("the images of one exam open at once: keys, wheel, window", async () => {
        await rowOf(page, "TC TORACE").getByRole("button", { name: "Immagini" }).click();
        const image = page.getByRole("img", { name: /128/ }).first();
        await image.waitFor();
        const label = async () => await image.getAttribute("aria-label") ?? "";
        const changes = async (act: () => Promise<void>) => {
          const before = await label();
          await act();
          await page.waitForFunction(
            ([text]) => {
              const find = (root: Document | ShadowRoot): string | null => {
                for (const element of root.querySelectorAll("*")) {
                  if (element.localName === "canvas" && element.getAttribute("role") === "img") {
                    return element.ariaLabel;
                  }
                  const inner = element.shadowRoot ? find(element.shadowRoot) : null;
                  if (inner) return inner;
                }
                return null;
              };
              return find(globalThis.document) !== text;
            },
            [before],
          );
        };
        await changes(() => page.keyboard.press("ArrowDown"));
        const box = (await image.boundingBox())!;
        await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
        await changes(() => page.mouse.wheel(0, 120));
        await buttonOf(page, "Contrasto").click();
        await changes(async () => {
          await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
          await page.mouse.down();
          await page.mouse.move(box.x + box.width / 2 + 80, box.y + box.height / 2 + 40, { steps: 4 });
          await page.mouse.up();
        });
        await page.getByText("uso diagnostico", { exact: false }).first().waitFor();
        await accessible("viewer");
      });

      await step("the export is a ZIP with a DICOMDIR and the very files that came in", async () => {
        await buttonOf(page, "Esporta").click();
        await buttonOf(page, "Inizia").waitFor();
        await accessible("export");
        await buttonOf(page, "Inizia").click();
        const [download] = await Promise.all([
          page.waitForEvent("download"),
          buttonOf(page, "Scarica").click(),
        ]);
        const zip = unzipSync(await bytesOf(download));
        assert.ok(zip["DICOMDIR"], "a DICOMDIR at the root");
        const inside = new Set(
          Object.entries(zip).filter(([name]) => name.startsWith("DICOM/")).map(([, b]) => digest(b)),
        );
        const seeded = [...seedPatients[0].files()].filter(({ path }) => path.endsWith(".dcm"));
        const sent = new Set(seeded.map(({ bytes }) => digest(bytes)));
        assert.equal(inside.size, 128);
        for (const each of inside) assert.ok(sent.has(each), "a file that did not come in");
        await buttonOf(page, "Chiudi").click();
        await page.keyboard.press("Escape");
        await page.getByText("1-5 di 9").waitFor();
      });

      await step("consents with their ticks, the masked number, help", async () => {
        await buttonOf(page, "Menu").click();
        await buttonOf(page, /^Consensi/).click();
        await page.getByText("Consenso DSE: adesione").first().waitFor();
        await accessible("consents");
        await buttonOf(page, "Menu").click();
        await buttonOf(page, /^Profilo/).click();
        await page.getByText("*****46").waitFor();
        await accessible("profile");
        await buttonOf(page, "Help").click();
        await page.getByText("+39 0000 424242").first().waitFor();
        await accessible("help");
      });

      await step("a reload keeps the session; signing out leaves nothing of the patient", async () => {
        await page.reload();
        await buttonOf(page, /Lumacorta/).waitFor();
        await buttonOf(page, "Esci").click();
        await page.frameLocator("iframe").getByLabel("Username").waitFor();
        const text = await page.evaluate(() => {
          const all = (root: Document | ShadowRoot): string =>
            [...root.querySelectorAll("*")].map((e) => (e.shadowRoot ? all(e.shadowRoot) : "")).join("") +
            (root instanceof Document ? root.body.innerText : root.textContent);
          return all(globalThis.document);
        });
        assert.doesNotMatch(text, /Lumacorta|LMCRSL/i);
        assert.deepEqual(faults, []);
      });
    } finally {
      await browser.close();
    }
  },
});

Deno.test({
  name: "on a phone of 360 px, with the keyboard alone, by the other situations",
  ignore,
  async fn(t) {
    const step = stepsOf(t);
    await using demo = await startDemo();
    const browser = await launchBrowser();
    const patients = (await demo.state()).patients;
    const indexOf = (note: RegExp) => patients.findIndex((patient) => note.test(patient.note));
    try {
      await step("360 px: nothing is wider than the screen, up to the viewer and the export", async () => {
        const { context, page } = await newPage(browser, 360, 740);
        const fits = async (screen: string) => {
          const width = await page.evaluate(() => globalThis.document.documentElement.scrollWidth);
          assert.ok(width <= 360, `${screen} is ${width} px wide`);
          assert.deepEqual(await axeFindings(page), [], screen);
        };
        await page.goto(demo.origin);
        await page.frameLocator("iframe").getByLabel("Username").waitFor();
        await fits("sign-in");
        await signIn(page, demo);
        await fits("menu");
        await buttonOf(page, /^Documenti/).tap();
        await page.getByText("1-5 di 9").waitFor();
        await fits("documents");
        await buttonOf(page, "Visualizza").first().tap();
        await page.getByText("Direttrice sanitaria").first().waitFor();
        await fits("report");
        await buttonOf(page, "Chiudi").tap();
        await buttonOf(page, "Immagini").first().tap();
        await page.getByRole("img", { name: /128/ }).first().waitFor();
        await fits("viewer");
        await buttonOf(page, "Esporta").tap();
        await buttonOf(page, "Inizia").waitFor();
        await fits("export");
        // The phone's own Back: the export, the images, the documents, one after the other.
        await page.goBack();
        await page.getByRole("img", { name: /128/ }).first().waitFor();
        await page.goBack();
        await page.getByText("1-5 di 9").waitFor();
        await page.goBack();
        await buttonOf(page, /^Documenti/).waitFor();
        await context.close();
      });

      await step("the first access sets a password, by keyboard alone", async () => {
        const { context, page } = await newPage(browser, 1280, 900);
        const index = indexOf(/first access:/);
        const { codiceFiscale, password, phone } = patients[index];
        await page.goto(demo.origin);
        const frame = page.frameLocator("iframe");
        await frame.getByLabel("Username").focus();
        await page.keyboard.type(codiceFiscale);
        await page.keyboard.press("Tab");
        await page.keyboard.type(password);
        await page.keyboard.press("Enter");
        await frame.getByLabel("Codice di Sicurezza (OTP)").waitFor();
        await page.keyboard.type(await demo.codeFor(phone));
        await page.keyboard.press("Enter");
        await frame.getByLabel("Nuova password", { exact: true }).waitFor();
        await page.keyboard.type("aquilone rosso 12");
        await page.keyboard.press("Enter");
        await frame.getByText("Ripeti la password che hai scelto.").waitFor();
        await page.keyboard.type("aquilone rosso 12");
        await page.keyboard.press("Enter");
        await buttonOf(page, /^Documenti/).waitFor();
        await buttonOf(page, /^Documenti/).focus();
        await page.keyboard.press("Enter");
        await page.getByText("1-1 di 1").waitFor();
        await buttonOf(page, "Visualizza").focus();
        await page.keyboard.press("Enter");
        await buttonOf(page, "Chiudi").waitFor();
        await page.keyboard.press("Escape");
        await page.getByText("1-1 di 1").waitFor();
        await context.close();
      });

      await step("without the dossier's consent the page says why nothing is listed", async () => {
        const { context, page } = await newPage(browser, 1280, 900);
        await page.goto(`${demo.origin}/referti`);
        await giveCredentials(page, demo, indexOf(/did not agree/));
        await page.getByText("Dossier Sanitario Elettronico").first().waitFor();
        assert.equal(await page.getByRole("table").count(), 0);
        await context.close();
      });

      await step("two hundred documents, and a network that is lost and comes back", async () => {
        const { context, page } = await newPage(browser, 768, 900);
        await page.goto(demo.origin);
        await signIn(page, demo, indexOf(/200 documents/));
        await buttonOf(page, /^Documenti/).click();
        await page.getByText("1-5 di 200").waitFor();
        await context.setOffline(true);
        await buttonOf(page, "Pagina successiva").click();
        await page.getByText("Non riusciamo a raggiungere il portale").first().waitFor();
        await context.setOffline(false);
        await buttonOf(page, "Riprova").click();
        await page.getByText("6-10 di 200").waitFor();
        await context.close();
      });
    } finally {
      await browser.close();
    }
  },
});
