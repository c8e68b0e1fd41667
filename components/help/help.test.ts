import assert from "node:assert/strict";
import type { Page } from "playwright-core";
import { axeFindings } from "../../tests/browser.ts";
import { button, focused, roomTest, tabTo } from "../fixture/room-test.ts";

const text = (page: Page) => page.getByLabel("Che cosa succede?");
const write = async (page: Page) => {
  await text(page).fill("L'SMS non arriva da ieri");
  await page.getByLabel("Numero di telefono").fill("333 1234567");
};
const sent = (page: Page) =>
  page.evaluate(() => globalThis.tuo.rooms.calls.filter(({ name }) => name === "help.request"));

roomTest("help, under the strict policy of a clinic's page", "<tuo-help></tuo-help>", async (room) => {
  await room.step("who cannot sign in finds the telephone, the answers and the form", async () => {
    const page = await room.open({ query: "out=1" });
    const call = page.getByRole("link", { name: "06 0000 0000" });
    assert.equal(await call.getAttribute("href"), "tel:0600000000");
    await page.getByText("Lunedì-venerdì 8:00-18:00").waitFor();
    await page.getByText("Il codice per SMS non arriva").waitFor();
    assert.equal(await button(page, "Invia la richiesta").isVisible(), true);
    assert.deepEqual(await axeFindings(page), []);
  });

  await room.step("with the keyboard alone an answer is read and a request is sent", async () => {
    const page = await room.open({ query: "out=1", width: 360 });
    await call(page);
    await tabTo(page, /^open-guide$/);
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await page.getByText("Aspetta che finisca il conto alla rovescia").waitFor();
    await tabTo(page, /^text$/);
    await page.keyboard.type("Non arriva");
    await tabTo(page, /^contact$/);
    await page.keyboard.type("0432 123456");
    await page.keyboard.press("Enter");
    await page.getByText("A7K-2MQ9").waitFor();
    assert.equal(await focused(page), "request");
    assert.deepEqual((await sent(page)).map(({ body }) => body), [
      { topic: "sign-in", text: "Non arriva", answerBy: "phone", contact: "0432 123456" },
    ]);
    assert.deepEqual(await axeFindings(page), []);
  });

  await room.step(
    "what nobody could answer is not sent, and the first wrong field gets the focus",
    async () => {
      const page = await room.open({ query: "out=1" });
      await button(page, "Invia la richiesta").click();
      await page.getByText("Scrivi che cosa succede, anche in poche parole").waitFor();
      assert.equal(await focused(page), "text");
      await text(page).fill("Non arriva");
      await page.getByText("Scrivi che cosa succede, anche in poche parole").waitFor({ state: "detached" });
      await page.getByLabel("Per e-mail").check();
      await page.getByLabel("Indirizzo e-mail").fill("nome@posta");
      await button(page, "Invia la richiesta").click();
      await page.getByText("Scrivi un indirizzo e-mail completo").waitFor();
      assert.equal(await focused(page), "contact");
      assert.deepEqual(await axeFindings(page), []);
      assert.deepEqual(await sent(page), []);
    },
  );

  await room.step("a text that is too long is kept whole, and what to take away is said", async () => {
    const page = await room.open({ query: "out=1" });
    await text(page).fill("x".repeat(4012));
    await page.getByLabel("Numero di telefono").fill("333 1234567");
    await button(page, "Invia la richiesta").click();
    await page.getByText("togli 12 caratteri").waitFor();
    assert.equal((await text(page).inputValue()).length, 4012);
  });

  for (const code of ["network.lost", "server.failed", "help.limit", "request.invalid"]) {
    await room.step(
      `after ${code} all that was typed is still there, and goes at the second try`,
      async () => {
        const page = await room.open({ query: `out=1&fault=help.request:${code}` });
        await write(page);
        await page.getByLabel("Argomento").selectOption("other");
        await button(page, "Invia la richiesta").click();
        await page.locator("form .notice.wrong").waitFor();
        assert.equal(await text(page).inputValue(), "L'SMS non arriva da ieri");
        assert.equal(await page.getByLabel("Numero di telefono").inputValue(), "333 1234567");
        assert.equal(await page.getByLabel("Argomento").inputValue(), "other");
        await page.evaluate(() => delete globalThis.tuo.faults["help.request"]);
        await button(page, "Invia la richiesta").click();
        await page.getByText("A7K-2MQ9").waitFor();
        await button(page, "Scrivi un'altra richiesta").click();
        assert.equal(await text(page).inputValue(), "");
        assert.equal(await focused(page), "text");
      },
    );
  }

  await room.step("a session that ends under the request takes nothing away", async () => {
    const page = await room.open();
    await write(page);
    await page.evaluate(() => {
      const { tuo } = globalThis;
      const request = tuo.help.request;
      tuo.help.request = (body, options) => {
        tuo.help.request = request;
        tuo.become("signed-out");
        tuo.faults["help.request"] = "auth.signed-out";
        return request(body, options).finally(() => delete tuo.faults["help.request"]);
      };
    });
    await button(page, "Invia la richiesta").click();
    await page.getByText("La sessione è finita, ma quello che hai scritto è ancora qui").waitFor();
    assert.equal(await text(page).inputValue(), "L'SMS non arriva da ieri");
    await page.waitForFunction(() => !("help.request" in globalThis.tuo.faults));
    await button(page, "Invia la richiesta").click();
    await page.getByText("A7K-2MQ9").waitFor();
  });

  await room.step("signing out forgets what the last person wrote, and leaves the help", async () => {
    const page = await room.open();
    await write(page);
    await page.evaluate(() => {
      (document.activeElement?.shadowRoot?.activeElement as HTMLElement).blur();
      globalThis.tuo.become("signed-out");
    });
    await page.waitForFunction(() =>
      document.querySelector("tuo-help")!.shadowRoot!.querySelector("textarea")?.value === ""
    );
    await page.getByRole("link", { name: "06 0000 0000" }).waitFor();
  });

  await room.step(
    "the guide takes the help's place, Escape brings it back, and the address stays",
    async () => {
      const page = await room.open({ query: "out=1" });
      const address = page.url();
      await text(page).fill("a metà");
      await button(page, "Apri la guida").click();
      await page.getByRole("heading", { name: "Accedere" }).waitFor();
      const chapters = await page.getByRole("heading", { level: 3 }).allInnerTexts();
      assert.deepEqual(chapters.map((chapter) => chapter.trim()), [
        "Accedere",
        "Leggere un referto",
        "Vedere le immagini",
        "Portare a casa le immagini",
        "Oscurare un documento",
      ]);
      assert.equal(await focused(page), "guide");
      assert.deepEqual(await axeFindings(page), []);
      await button(page, "Vedere le immagini").click();
      assert.equal(await focused(page), "guide-images");
      await page.keyboard.press("Escape");
      await button(page, "Apri la guida").waitFor();
      assert.equal(await focused(page), "open-guide");
      assert.equal(page.url(), address);
      assert.equal(await text(page).inputValue(), "a metà");
    },
  );

  await room.step("an address that is not of the web never becomes a link", async () => {
    const page = await room.open({ query: "out=1&fault=help.clinic:network.lost" });
    await page.getByText("Controlla la connessione").waitFor();
    assert.equal(
      await button(page, "Invia la richiesta").isVisible(),
      true,
      "the form works without the card",
    );
    await page.evaluate(() => {
      const { tuo } = globalThis;
      tuo.rooms.clinic = { ...tuo.rooms.clinic, helpUrl: "javascript:alert(1)" };
      delete tuo.faults["help.clinic"];
    });
    await button(page, "Riprova").click();
    await call(page);
    assert.equal(await page.getByRole("link").count(), 1);
  });

  await room.step("English is complete, and follows the page", async () => {
    const page = await room.open({ query: "out=1&lang=en" });
    await page.getByText("The SMS code does not arrive").waitFor();
    await button(page, "Open the guide").click();
    await page.getByText("Taking the images home").first().waitFor();
  });
});

const call = (page: Page) => page.getByRole("link", { name: "06 0000 0000" }).waitFor();
