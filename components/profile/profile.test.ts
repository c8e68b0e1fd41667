import assert from "node:assert/strict";
import { axeFindings } from "../../tests/browser.ts";
import { button, height, roomTest } from "../fixture/room-test.ts";

roomTest(
  "the profile, under the strict policy of a clinic's page",
  "<tuo-profile></tuo-profile>",
  async (room) => {
    await room.step(
      "it shows who the patient is, the telephone hidden, and how contacts are changed",
      async () => {
        const page = await room.open();
        await page.getByText("PZNPRV58C52F205K").waitFor();
        const terms = await page.locator("dt").allInnerTexts();
        assert.deepEqual(terms, [
          "Nome",
          "Cognome",
          "Codice fiscale",
          "Indirizzo e-mail",
          "Numero di cellulare",
        ]);
        assert.deepEqual(await page.locator("dd span[aria-hidden]").allInnerTexts(), ["--", "*****46"]);
        await page.getByText("finisce per 46").waitFor();
        const call = page.getByRole("link", { name: "06 0000 0000" });
        assert.equal(await call.getAttribute("href"), "tel:0600000000");
        assert.equal(await page.locator("tuo-profile").getByRole("button").count(), 0, "no dead buttons");
        assert.deepEqual(await axeFindings(page), []);
      },
    );

    await room.step("it fits 320 pixels", async () => {
      const page = await room.open({ width: 320 });
      await page.getByText("PZNPRV58C52F205K").waitFor();
      assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), 320);
    });

    await room.step("a lost network is said, and mended by the patient", async () => {
      const page = await room.open({ query: "fault=profile.get:network.lost" });
      await page.getByText("Controlla la connessione").waitFor();
      await page.evaluate(() => delete globalThis.tuo.faults["profile.get"]);
      await button(page, "Riprova").click();
      await page.getByText("PZNPRV58C52F205K").waitFor();
      assert.equal(await page.getByText("Controlla la connessione").count(), 0);
    });

    await room.step("without the clinic's telephone it still says where to go", async () => {
      const page = await room.open({ query: "fault=help.clinic:server.failed" });
      await page.getByText("alla segreteria della clinica, con un documento").waitFor();
      assert.equal(await page.getByRole("link").count(), 0);
      assert.equal(await page.getByText("Riprova").count(), 0);
    });

    await room.step("signed out it takes no room, and nothing of the patient is left", async () => {
      const page = await room.open();
      await page.getByText("PZNPRV58C52F205K").waitFor();
      await page.evaluate(() => globalThis.tuo.become("signed-out"));
      await page.getByText("PZNPRV58C52F205K").waitFor({ state: "detached" });
      assert.equal(await height(page, "tuo-profile"), 0);
      const left = await page.locator("tuo-profile").evaluate((element) => element.shadowRoot!.textContent);
      assert.doesNotMatch(left ?? "", /Paziente|46/);
    });
  },
);
