/// <reference lib="deno.ns" />
import assert from "node:assert/strict";
import type { Page } from "playwright-core";
import type {} from "../fixture/page.ts";
import { axeFindings, browserPath, launchBrowser } from "../../tests/browser.ts";
import { type FixtureSite, startSite } from "../fixture/server.ts";

const TAG = "<tuo-documents></tuo-documents>";
const at = (page: Page, name: string) => page.getByRole("button", { name, exact: true });
const focusedId = (page: Page) =>
  page.evaluate(() => document.activeElement?.shadowRoot?.activeElement?.id ?? "");

Deno.test({
  name: "documents under the strict policy of a clinic's page",
  ignore: browserPath === null,
  // Playwright keeps pipes to the browser open between steps.
  sanitizeOps: false,
  sanitizeResources: false,
  async fn(t) {
    await using site: FixtureSite = await startSite();
    await using browser = await launchBrowser();
    const open = async (query = "", width = 1280) => {
      const page = await browser.newPage({ viewport: { width, height: 900 } });
      page.setDefaultTimeout(10_000);
      await page.goto(site.page(TAG, query));
      return page;
    };

    await t.step("rows are five, ordered and paged by the server's cursors", async () => {
      const page = await open();
      await page.getByText("1-5 di 12").waitFor();
      assert.equal(await page.locator("tbody tr").count(), 5);
      await at(page, "Pagina successiva").click();
      await page.getByText("6-10 di 12").waitFor();
      await page.getByLabel("Righe per pagina").selectOption("10");
      await page.getByText("1-10 di 12").waitFor();
      await at(page, "Data Documento").click();
      await page.locator("th[aria-sort=ascending]").waitFor();
      await page.close();
    });

    await t.step("what is typed in the filters stays, and the filters are taken back at once", async () => {
      const page = await open();
      await page.getByLabel("Testo in prestazioni").fill("torace");
      await page.getByText("1-2 di 2").waitFor();
      await page.getByLabel("Data da").fill("2026-01-01");
      await page.getByText("Nessun documento con questi filtri").waitFor();
      assert.equal(await page.getByLabel("Testo in prestazioni").inputValue(), "torace");
      await page.getByLabel("Data a").fill("2025-01-01");
      await page.getByText("viene dopo quella di fine").waitFor();
      await at(page, "Azzera filtri").click();
      await page.getByText("1-5 di 12").waitFor();
      assert.equal(await focusedId(page), "type", "the first filter has the focus");
      assert.equal(await page.getByLabel("Testo in prestazioni").inputValue(), "");
      await page.close();
    });

    await t.step("nothing is hidden before the patient has read what is lost", async () => {
      const page = await open();
      await at(page, "Oscura").first().click();
      await page.getByText("quadro clinico meno completo").waitFor();
      assert.equal(await focusedId(page), "dialog-title", "it is read from its beginning");
      assert.deepEqual(await axeFindings(page), []);
      await page.keyboard.press("Escape");
      await page.locator("dialog").waitFor({ state: "detached" });
      assert.match(await focusedId(page), /^obscure-/);
      assert.equal(await at(page, "Deoscura").count(), 1, "the row that was hidden before");
      await at(page, "Oscura").first().click();
      await page.locator("dialog").getByRole("button", { name: "Oscura" }).click();
      await page.getByText("Documento oscurato").first().waitFor();
      assert.equal(await at(page, "Deoscura").count(), 2);
      const row = page.getByRole("row").filter({ has: at(page, "Ripristina") });
      assert.equal(await row.getByText("Documento oscurato").count(), 1, "it is said in the row");
      await at(page, "Ripristina").click();
      await page.getByText("di nuovo visibile ai").first().waitFor();
      assert.equal(await at(page, "Deoscura").count(), 1);
      assert.equal(await at(page, "Ripristina").count(), 0, "no undo of an undo");
      assert.match(await focusedId(page), /^obscure-/);
      await page.close();
    });

    await t.step("a document that changed behind the patient's back is not overwritten", async () => {
      const page = await open();
      await at(page, "Oscura").first().click();
      await page.evaluate(() => globalThis.tuo.touch(0));
      await page.locator("dialog").getByRole("button", { name: "Oscura" }).click();
      await page.getByText("Nel frattempo il documento era cambiato").waitFor();
      assert.equal(await at(page, "Deoscura").count(), 1);
      await page.locator("dialog").waitFor({ state: "detached" });
      await page.close();
    });

    await t.step("a report takes the list's place and gives it back, with the focus", async () => {
      const page = await open();
      await page.getByText("Nuovo").first().waitFor();
      await at(page, "Visualizza").first().click();
      await page.getByText("Non si osservano lesioni").waitFor();
      assert.equal(await page.locator("table").count(), 0, "the list has left the page");
      await page.waitForFunction(() => {
        const report = document.querySelector("tuo-documents")?.shadowRoot?.querySelector("tuo-report");
        return (report?.shadowRoot?.querySelector("canvas")?.width ?? 0) > 400;
      });
      assert.deepEqual(await axeFindings(page), []);
      assert.equal(await page.locator("body > canvas").count(), 0, "nothing of pdf.js on the clinic's page");
      const names = await page.evaluate(() => Object.keys(globalThis).filter((name) => /pdfjs/i.test(name)));
      assert.deepEqual(names, []);
      await page.keyboard.press("+");
      await page.keyboard.press("Escape");
      await page.locator("table").waitFor();
      assert.match(await focusedId(page), /^view-/);
      assert.equal(await page.locator("tuo-report").count(), 0);
      await page.close();
    });

    await t.step("printing draws the PDF's own pages into a frame", async () => {
      const page = await open();
      await at(page, "Stampa").first().click();
      await page.waitForFunction(() => {
        const frame = document.querySelector("tuo-documents")?.shadowRoot?.querySelector("iframe");
        return frame?.contentDocument?.querySelectorAll("canvas").length === 2;
      });
      const dark = await page.evaluate(() => {
        const frame = document.querySelector("tuo-documents")!.shadowRoot!.querySelector("iframe")!;
        const canvas = frame.contentDocument!.querySelector("canvas")!;
        const { data } = canvas.getContext("2d")!.getImageData(0, 0, canvas.width, canvas.height);
        return data.filter((value, index) => index % 4 === 0 && value < 100).length;
      });
      assert.ok(dark > 1000, "the words are on the paper");
      await page.close();
    });

    await t.step("a file is saved without a word of the patient in its name", async () => {
      const page = await open();
      const [download] = await Promise.all([
        page.waitForEvent("download"),
        at(page, "Scarica").first().click(),
      ]);
      assert.equal(download.suggestedFilename(), "referto-2025-10-25.pdf");
      await page.close();
    });

    await t.step("several exams show a list first, and an exam in preparation cannot be opened", async () => {
      const page = await open();
      await at(page, "Studi immagine").first().click();
      await page.getByText("In preparazione", { exact: true }).waitFor();
      assert.equal(await page.getByRole("button", { name: /^Apri/ }).count(), 1);
      assert.equal(await page.getByText("AQ111870/2025P2").count(), 2);
      assert.deepEqual(await axeFindings(page), []);
      await at(page, "Chiudi").click();
      await page.locator("tuo-studies").waitFor({ state: "detached" });
      assert.match(await focusedId(page), /^images-/);
      await page.close();
    });

    await t.step("on a telephone the undo is in sight, and the warning keeps its buttons there", async () => {
      const page = await open("", 360);
      await page.setViewportSize({ width: 360, height: 420 });
      await at(page, "Oscura").nth(3).click();
      const dialog = page.getByRole("dialog");
      await dialog.waitFor();
      await page.evaluate(() => document.documentElement.style.fontSize = "200%");
      assert.ok(
        await dialog.evaluate((element) => element.scrollHeight > element.clientHeight),
        "the text is longer than the screen",
      );
      for (const name of ["Annulla", "Oscura"]) {
        const { y, height, x, width } = (await dialog.getByRole("button", { name }).boundingBox())!;
        assert.ok(y >= 0 && y + height <= 420 && x >= 0 && x + width <= 360, `${name} is on the screen`);
      }
      assert.ok(
        await dialog.evaluate((element) => element.scrollWidth <= element.clientWidth),
        "nothing is cut",
      );
      await page.evaluate(() => document.documentElement.style.fontSize = "");
      await dialog.getByRole("button", { name: "Oscura" }).click();
      await dialog.waitFor({ state: "detached" });
      const { y, height } = (await at(page, "Ripristina").boundingBox())!;
      assert.ok(y > 0 && y + height <= 420, `the undo is at ${y}`);
      await page.close();
    });

    await t.step("the filters do not move when one is set", async () => {
      for (const width of [360, 1280]) {
        const page = await open("", width);
        await page.locator("table").waitFor();
        if (width < 700) await at(page, "Area Filtri").click();
        const place = async () => (await page.getByLabel("Testo in prestazioni").boundingBox())!.y;
        const before = await place();
        await page.getByLabel("Tipologia").first().selectOption("referto");
        await at(page, "Azzera filtri").waitFor();
        assert.equal(await place(), before);
        await page.close();
      }
    });

    await t.step("the next page of a long list begins at its top", async () => {
      const page = await open("many=60", 360);
      await page.getByLabel("Righe per pagina").selectOption("25");
      await page.getByText("1-25 di 60").waitFor();
      await at(page, "Pagina successiva").click();
      await page.getByText("26-50 di 60").waitFor();
      await page.waitForFunction(() => {
        const table = document.querySelector("tuo-documents")!.shadowRoot!.querySelector("table")!;
        const { top } = table.getBoundingClientRect();
        return top >= 0 && top < 100;
      });
      const label = await page.evaluate(() =>
        document.activeElement?.shadowRoot?.activeElement?.getAttribute("aria-label")
      );
      assert.equal(label, "Pagina successiva", "the focus stays");
      await page.close();
    });

    await t.step("a part of an older build is told where it was asked for, with a way on", async () => {
      const page = await open();
      await page.locator("table").waitFor();
      await page.route(/report\.define/, (route) => route.fulfill({ status: 404 }));
      await at(page, "Visualizza").nth(1).click();
      const row = page.getByRole("row").filter({ hasText: "La pagina è cambiata" });
      await row.getByRole("alert").waitFor();
      await page.unroute(/report\.define/);
      await Promise.all([
        page.waitForEvent("load"),
        row.getByRole("button", { name: "Ricarica la pagina" }).click(),
      ]);
      await page.locator("table").waitFor();
      await page.close();
    });

    await t.step("closing the images leads back to the exam that was open", async () => {
      const page = await open();
      await at(page, "Studi immagine").first().click();
      const exam = page.getByRole("button", { name: /^Apri/ });
      await exam.click();
      await page.locator("tuo-viewer").waitFor({ state: "attached" });
      await page.evaluate(() => {
        const viewer = document.querySelector("tuo-documents")!.shadowRoot!.querySelector("tuo-viewer")!;
        viewer.dispatchEvent(new Event("tuo-viewer-close", { bubbles: true, composed: true }));
      });
      await exam.waitFor();
      await page.waitForFunction(() => {
        let at = document.activeElement;
        while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
        return at?.id.startsWith("open-");
      });
      await page.close();
    });

    await t.step("who has just signed in is led to the documents; nobody else's focus is taken", async () => {
      for (const signingIn of [true, false]) {
        const page = await browser.newPage();
        await page.goto(site.page(`<input id="own"><tuo-login mode="redirect"></tuo-login>${TAG}`, "out=1"));
        const enter = at(page, "Accedi");
        await enter.waitFor();
        await (signingIn ? enter : page.locator("#own")).focus();
        await page.evaluate(() => globalThis.tuo.become("signed-in"));
        await page.locator("table").waitFor();
        const id = await page.evaluate(() => document.activeElement?.id);
        assert.equal(signingIn ? await focusedId(page) : id, signingIn ? "title" : "own");
        await page.close();
      }
    });

    await t.step("one exam opens at once, and closing it gives the list back with the focus", async () => {
      const page = await open();
      await at(page, "Immagini").first().click();
      await page.locator("tuo-viewer").waitFor({ state: "attached" });
      assert.equal(await page.locator("table").count(), 0);
      await page.evaluate(() => {
        const viewer = document.querySelector("tuo-documents")!.shadowRoot!.querySelector("tuo-viewer")!;
        viewer.dispatchEvent(new Event("tuo-viewer-close", { bubbles: true, composed: true }));
      });
      await page.locator("table").waitFor();
      assert.match(await focusedId(page), /^images-/);
      await page.close();
    });

    await t.step("a page may show reports and images itself, and hears ids only", async () => {
      const page = await open();
      const heard = page.evaluate(() =>
        new Promise<unknown[]>((settle) => {
          const events: unknown[] = [];
          for (const type of ["tuo-document-open", "tuo-study-open"]) {
            addEventListener(type, (event) => {
              event.preventDefault();
              events.push({ type });
              if (events.length === 2) settle(events);
            });
          }
        })
      );
      await at(page, "Visualizza").first().click();
      await at(page, "Immagini").first().click();
      assert.deepEqual((await heard as { type: string }[]).map(({ type }) => type), [
        "tuo-document-open",
        "tuo-study-open",
      ]);
      assert.equal(await page.locator("table").count(), 1, "the list stays");
      await page.close();
    });

    await t.step("without adhesion the page says why, and whom to call", async () => {
      const page = await open("fault=documents.list:documents.no-adhesion");
      await page.getByText("adesione al Dossier Sanitario Elettronico").waitFor();
      await page.getByRole("link", { name: "06 0000 0000" }).waitFor();
      assert.deepEqual(await axeFindings(page), []);
      await page.close();
    });

    await t.step("a lost network is said in the element, and the patient tries again", async () => {
      const page = await open("fault=documents.list:network.lost");
      await page.getByRole("alert").getByText("Controlla la connessione").waitFor();
      assert.equal(await page.locator("tuo-documents:state(error)").count(), 1);
      await page.evaluate(() => delete globalThis.tuo.faults["documents.list"]);
      await at(page, "Riprova").click();
      await page.getByText("1-5 di 12").waitFor();
      assert.equal(await page.locator("tuo-documents:state(error)").count(), 0);
      await page.close();
    });

    await t.step("at sign-out nothing of the patient stays in the page", async () => {
      const page = await open();
      await page.getByText("PZNPRV58C52F205K").waitFor();
      await page.evaluate(() => globalThis.tuo.session.signOut());
      await page.locator("tuo-documents:state(signed-out)").waitFor({ state: "attached" });
      const left = await page.evaluate(() => document.querySelector("tuo-documents")!.shadowRoot!.innerHTML);
      assert.doesNotMatch(left, /PZNPRV|Paziente|Radiologia/);
      const height = await page.evaluate(() => document.querySelector("tuo-documents")!.clientHeight);
      assert.equal(height, 0);
      await page.close();
    });

    for (const [width, query] of [[320, ""], [768, "lang=en"], [1440, ""]] as const) {
      await t.step(`axe finds nothing at ${width} px${query && " in English"}`, async () => {
        const page = await open(query, width);
        await page.locator("table").waitFor();
        assert.deepEqual(await axeFindings(page), []);
        const wide = await page.evaluate(() => document.documentElement.scrollWidth);
        assert.ok(wide <= width, `${wide} px wide`);
        if (query) await at(page, "View").first().waitFor();
        await page.close();
      });
    }
  },
});
