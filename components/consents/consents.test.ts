/// <reference lib="deno.ns" />
import assert from "node:assert/strict";
import { axeFindings } from "../../tests/browser.ts";
import { button, focused, height, roomTest, tabTo } from "../fixture/room-test.ts";

roomTest(
  "consents, under the strict policy of a clinic's page",
  "<tuo-consents></tuo-consents>",
  async (room) => {
    await room.step("each document tells its decisions, in shape and in words", async () => {
      const page = await room.open();
      const row = page.getByRole("row").filter({ hasText: "Consensi Privacy" });
      await row.waitFor();
      const headers = await page.getByRole("columnheader").allInnerTexts();
      assert.deepEqual(headers, [
        "Azioni",
        "Data Documento",
        "Tipologia Documento",
        "Lista dei consensi presenti nel documento",
      ]);
      const decisions = await row.locator(".decision").evaluateAll((items) =>
        items.map((item) => [
          item.textContent!.replace(/\s+/g, " ").trim(),
          item.querySelectorAll("path").length,
        ])
      );
      assert.deepEqual(decisions, [
        ["Consenso alla FEA: sì", 2],
        ["Consenso DSE: adesione: sì", 2],
        ["Consenso DSE: recupero storico: sì", 2],
        ["Consenso alla refertazione da remoto: no", 1],
        ["Consenso DSE: dati a maggior tutela (HIV): no", 1],
        ["Consenso DSE: dati a maggior tutela (interruzione di gravidanza): no", 1],
        ["Consenso DSE: dati a maggior tutela (violenza): no", 1],
      ]);
      assert.deepEqual(await axeFindings(page), []);
    });

    await room.step("what holds now is what the server says, not what a paper said once", async () => {
      const page = await room.open();
      const adhesion = page.locator(".effect").filter({ hasText: "Consenso DSE: adesione" });
      await adhesion.getByText("Dato, dal 25 novembre 2024").waitFor();
      await page.evaluate(() => {
        const { rooms } = globalThis.tuo;
        Object.assign(rooms.consents, {
          effective: [{ code: "dse-adhesion", given: false, since: "2025-02-03T09:00:00.000Z" }],
        });
        globalThis.tuo.become("signed-out");
        globalThis.tuo.become("signed-in");
      });
      await adhesion.getByText("Non dato (3 febbraio 2025)").waitFor();
      assert.equal(await page.locator(".effect").count(), 1);
    });

    await room.step(
      "with the keyboard alone a paper is opened in the list's place, and left with Escape",
      async () => {
        const page = await room.open();
        await button(page, "Visualizza").first().waitFor();
        await tabTo(page, /^view-/);
        const opener = await focused(page);
        await page.keyboard.press("Enter");
        await page.getByRole("heading", { name: "Consensi Privacy, 25 novembre 2024" }).waitFor();
        await page.getByText("Consenso alla FEA", { exact: false }).first().waitFor();
        assert.equal(await page.getByRole("table").count(), 0, "the list has left the page");
        assert.equal(await button(page, "Scarica").count(), 1, "one control of a name");
        await page.keyboard.press("Escape");
        await page.getByRole("table").waitFor();
        assert.equal(await page.locator("tuo-report").count(), 0);
        assert.equal(await focused(page), opener);
      },
    );

    await room.step("a paper is saved under a name without the patient", async () => {
      const page = await room.open();
      const [download] = await Promise.all([
        page.waitForEvent("download"),
        button(page, "Scarica").nth(1).click(),
      ]);
      assert.equal(download.suggestedFilename(), "Richiesta-Attivazione-Portale-TuoDossier-2024-11-25.pdf");
      assert.match(await Deno.readTextFile(await download.path()), /^%PDF-/);
    });

    await room.step(
      "a paper is printed from its own pages, and the clinic's page is not touched",
      async () => {
        const page = await room.open();
        await button(page, "Stampa").first().click();
        const frame = page.locator("tuo-consents iframe.print-frame");
        await frame.waitFor({ state: "attached" });
        await page.waitForFunction(() =>
          document.querySelector("tuo-consents")!.shadowRoot!.querySelector("iframe")?.contentDocument
            ?.querySelector("canvas")
        );
        assert.equal(await page.locator("body > canvas, body > iframe").count(), 0);
        await page.getByRole("table").waitFor();
      },
    );

    await room.step("a paper that does not come is said in its row, and asked for again there", async () => {
      const page = await room.open({ query: "fault=consents.content:documents.damaged", width: 360 });
      await button(page, "Scarica").first().click();
      const row = page.getByRole("row").filter({ hasText: "Consensi Privacy" });
      await row.getByText("risulta danneggiato").waitFor();
      assert.deepEqual(await axeFindings(page), []);
      await page.evaluate(() => delete globalThis.tuo.faults["consents.content"]);
      await Promise.all([
        page.waitForEvent("download"),
        row.getByRole("button", { name: "Riprova" }).click(),
      ]);
      await row.getByText("risulta danneggiato").waitFor({ state: "detached" });
    });

    await room.step("no paper, no session, no network: each is said in its own way", async () => {
      const page = await room.open({ query: "fault=consents.list:network.lost" });
      await page.getByText("Controlla la connessione").waitFor();
      await page.evaluate(() => {
        Object.assign(globalThis.tuo.rooms.consents, { documents: [] });
        delete globalThis.tuo.faults["consents.list"];
      });
      await button(page, "Riprova").click();
      await page.getByText("Non ci sono ancora documenti firmati").waitFor();
      assert.equal(await page.locator("tuo-consents:state(empty)").count(), 1);
      await page.evaluate(() => globalThis.tuo.become("signed-out"));
      await page.getByText("Consensi", { exact: true }).waitFor({ state: "detached" });
      assert.equal(await height(page, "tuo-consents"), 0);
    });

    await room.step("signing out closes an open paper", async () => {
      const page = await room.open();
      await button(page, "Visualizza").first().click();
      await page.locator("tuo-report").waitFor();
      await page.evaluate(() => globalThis.tuo.become("signed-out"));
      await page.locator("tuo-report").waitFor({ state: "detached" });
      await page.evaluate(() => globalThis.tuo.become("signed-in"));
      await page.getByRole("table").waitFor();
    });
  },
);
