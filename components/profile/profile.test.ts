import assert from "node:assert/strict";
import type { Page } from "playwright-core";
import { axeFindings } from "../../tests/browser.ts";
import { button, focused, height, roomTest } from "../fixture/room-test.ts";

const here = (page: Page) => page.getByText("PZNPRV58C52F205K").waitFor();
const row = (page: Page, device: string) => page.getByRole("listitem").filter({ hasText: device });
const ended = (page: Page) =>
  page.evaluate(() =>
    globalThis.tuo.portal.calls.filter(({ name }) => name === "end").map(({ body }) => body)
  );

roomTest(
  "the profile, under the strict policy of a clinic's page",
  "<tuo-profile></tuo-profile>",
  async (room) => {
    await room.step(
      "it shows who the patient is, the telephone hidden, each contact with its way to change",
      async () => {
        const page = await room.open();
        await here(page);
        const terms = await page.locator("dt").allInnerTexts();
        assert.deepEqual(terms.slice(0, 5), [
          "Nome",
          "Cognome",
          "Codice fiscale",
          "Indirizzo e-mail",
          "Numero di cellulare",
        ]);
        assert.deepEqual(await page.locator("dd span[aria-hidden]").allInnerTexts(), ["--", "*****46"]);
        await page.getByText("finisce per 46").waitFor();
        await button(page, "Aggiungi un indirizzo e-mail").waitFor();
        await button(page, "Cambia numero di cellulare").waitFor();
        const call = page.getByRole("link", { name: "06 0000 0000" });
        assert.equal(await call.getAttribute("href"), "tel:0600000000");
        await page.getByText("questo dispositivo").waitFor();
        assert.deepEqual(await axeFindings(page), []);
      },
    );

    await room.step(
      "it says why an app is stronger than SMS; with one, how many recovery codes are left",
      async () => {
        const page = await room.open();
        await page.getByText("È più sicura degli SMS").waitFor();
        await button(page, "Attiva l'app di autenticazione").waitFor();
        await page.evaluate(() => {
          const { tuo } = globalThis;
          tuo.person = { ...tuo.person, email: "prova@posta.example", authenticator: true, recoveryCodes: 7 };
          tuo.become("signed-out");
          tuo.become("signed-in");
        });
        await page.getByText("Ti restano 7 codici di recupero").waitFor();
        await button(page, "Rimuovi l'app di autenticazione").waitFor();
        await button(page, "Cambia indirizzo e-mail").waitFor();
      },
    );

    await room.step(
      "devices: this one first and named so, the others by their last sign of life",
      async () => {
        const page = await room.open();
        const names = await page.locator(".device").allInnerTexts();
        await row(page, "Safari").waitFor();
        assert.deepEqual(
          (await page.locator(".device").allInnerTexts()).map((name) => name.split(" · ")[0]),
          ["Chrome", "Safari", "Firefox"],
          names.join(),
        );
      },
    );

    await room.step("a device is ended after a question in its own place, by keyboard", async () => {
      const page = await room.open();
      const end = row(page, "Safari").getByRole("button", {
        name: "Esci da Safari · iPhone, accesso: 23 novembre 2025 alle ore",
      });
      await row(page, "Chrome").getByRole("button", { name: "Esci da qui, accesso: 23 novembre 2025" })
        .waitFor();
      await end.focus();
      await page.keyboard.press("Enter");
      await row(page, "Safari").getByText("Vuoi uscire da Safari · iPhone?").waitFor();
      assert.match(await focused(page), /^keep-/, "the safe answer has the focus");
      await page.keyboard.press("Enter");
      await end.waitFor();
      assert.match(await focused(page), /^end-/);
      assert.deepEqual(await ended(page), []);
      await page.keyboard.press("Enter");
      await page.keyboard.press("Tab");
      await page.keyboard.press("Enter");
      await row(page, "Safari").waitFor({ state: "detached" });
      assert.equal((await ended(page)).length, 1);
      assert.equal(await focused(page), "devices");
      await page.locator(".done").getByText("Sei uscito da Safari · iPhone.").waitFor();
      await page.getByRole("status").filter({ hasText: "Sei uscito da Safari" }).waitFor({
        state: "attached",
      });
      assert.deepEqual(await axeFindings(page), []);
    });

    await room.step("all others at once; then it says that there are none", async () => {
      const page = await room.open();
      await button(page, "Esci da tutti gli altri").click();
      await button(page, "Sì, esci").click();
      await page.getByText("non è aperto su nessun altro dispositivo").waitFor();
      assert.equal((await ended(page)).length, 2);
      assert.equal(await button(page, "Esci da tutti gli altri").count(), 0);
    });

    await room.step(
      "a device that cannot be ended says why in its row; one that is gone already is ended",
      async () => {
        const page = await room.open({ query: "fault=session.end:server.busy" });
        await row(page, "Safari").getByRole("button").click();
        await button(page, "Sì, esci").click();
        await row(page, "Safari").getByText("molto occupato").waitFor();
        await page.evaluate(() => globalThis.tuo.faults["session.end"] = "request.not-found");
        await row(page, "Safari").getByRole("button", { name: "Riprova" }).click();
        await page.getByRole("status").filter({ hasText: "Sei uscito da Safari" }).waitFor({
          state: "attached",
        });
      },
    );

    await room.step("this device's own way out signs out", async () => {
      const page = await room.open();
      await row(page, "Chrome").getByRole("button").click();
      await button(page, "Sì, esci").click();
      await page.waitForFunction(() => globalThis.tuo.session.status === "signed-out");
      assert.equal(await height(page, "tuo-profile"), 0);
    });

    await room.step("back from the portal's full page, the row says how it went", async () => {
      const done = await room.open({ query: "returned=password" });
      await done.locator(".done").getByText("Password cambiata").waitFor();
      const failed = await room.open({ query: "returned=phone:auth.errand-over" });
      await failed.getByText("Il tempo per questa operazione è scaduto").waitFor();
    });

    await room.step("a list that does not come is said in its place; the rest stands", async () => {
      const page = await room.open({ query: "fault=session.list:server.failed" });
      await page.getByText("da parte nostra").waitFor();
      await button(page, "Cambia password").waitFor();
      await page.evaluate(() => delete globalThis.tuo.faults["session.list"]);
      await button(page, "Riprova").click();
      await row(page, "Safari").waitFor();
    });

    await room.step("it fits 320 pixels", async () => {
      const page = await room.open({ width: 320 });
      await row(page, "Safari").waitFor();
      assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), 320);
    });

    await room.step(
      "with letters of twice the size it reads as whole words, and nothing sticks out",
      async () => {
        for (const width of [320, 360]) {
          const page = await room.open({ width });
          await row(page, "Safari").waitFor();
          await page.evaluate(() => {
            document.documentElement.style.fontSize = "32px";
            globalThis.tuo.person = { ...globalThis.tuo.person, email: "caterina.esposito@posta.example" };
            globalThis.tuo.become("signed-out");
            globalThis.tuo.become("signed-in");
          });
          await page.getByText("posta.example").waitFor();
          await row(page, "Safari").waitFor();
          assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), width);
          const heights = await page.locator(".value, .device").evaluateAll((all) =>
            all.map((each) => {
              const { height } = each.getBoundingClientRect();
              return [
                each.textContent!.trim(),
                Math.round(height / parseFloat(getComputedStyle(each).lineHeight)),
              ];
            })
          );
          const lines = Object.fromEntries(heights);
          assert.equal(lines["••••••••"], 1);
          for (const [text, count] of heights) {
            assert.ok(
              Number(count) <= Math.ceil(String(text).length / 6),
              `${text} takes ${count} lines at ${width}`,
            );
          }
        }
      },
    );

    await room.step("a lost network is said, and mended by the patient", async () => {
      const page = await room.open({ query: "fault=profile.get:network.lost" });
      await page.getByText("Controlla la connessione").waitFor();
      await page.evaluate(() => delete globalThis.tuo.faults["profile.get"]);
      await button(page, "Riprova").click();
      await here(page);
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
      await row(page, "Safari").waitFor();
      await page.evaluate(() => globalThis.tuo.become("signed-out"));
      await page.getByText("PZNPRV58C52F205K").waitFor({ state: "detached" });
      assert.equal(await height(page, "tuo-profile"), 0);
      const left = await page.locator("tuo-profile").evaluate((element) => element.shadowRoot!.textContent);
      assert.doesNotMatch(left ?? "", /Paziente|46|Safari/);
    });
  },
);
