import assert from "node:assert/strict";
import type { Page } from "playwright-core";
import { axeFindings } from "../../tests/browser.ts";
import { button, focused, roomTest } from "../fixture/room-test.ts";

const frameOf = (page: Page) => page.frameLocator("dialog iframe");
const press = (page: Page, name: string) => frameOf(page).getByRole("button", { name, exact: true }).click();
const errands = (page: Page) =>
  page.evaluate(() => globalThis.tuo.portal.calls.filter(({ name }) => name === "beginErrand").length);

roomTest(
  "an errand on the portal's page, from a clinic's page",
  "<tuo-profile></tuo-profile>",
  async (room) => {
    const phone = async (query = "portal") => {
      const page = await room.open({ query });
      await button(page, "Cambia numero di cellulare").click();
      return page;
    };

    await room.step("it stands in a dialog with a name, takes the focus, and gives it back", async () => {
      const page = await phone();
      await page.getByRole("dialog", { name: "Cambia numero di cellulare" }).waitFor();
      await frameOf(page).getByText("Portale di prova").waitFor();
      assert.deepEqual(await axeFindings(page), []);
      await page.keyboard.press("Tab");
      await page.keyboard.type("123");
      assert.equal(await frameOf(page).getByLabel("Codice").inputValue(), "123");
      await press(page, "Rinuncia");
      await page.getByRole("dialog").waitFor({ state: "detached" });
      assert.equal(await page.getByText("Numero di cellulare aggiornato").count(), 0);
      const name = await page.locator("tuo-profile").evaluate((host) =>
        host.shadowRoot!.activeElement?.ariaLabel
      );
      assert.equal(name, "Cambia numero di cellulare");
    });

    await room.step("done, the profile is read again and says so where it was asked for", async () => {
      const page = await phone();
      await page.evaluate(() => {
        globalThis.tuo.portal.onDone = () => {
          globalThis.tuo.person = { ...globalThis.tuo.person, maskedPhone: "*****99" };
        };
      });
      await press(page, "Conferma");
      await page.locator(".done").getByText("Numero di cellulare aggiornato").waitFor();
      await page.getByText("*****99").waitFor();
      await page.getByRole("status").filter({ hasText: "aggiornato" }).waitFor({ state: "attached" });
      assert.equal(await page.getByRole("dialog").count(), 0);
    });

    await room.step("closed early, what the portal has done all the same is shown", async () => {
      const page = await room.open({ query: "portal" });
      await button(page, "Attiva l'app di autenticazione").click();
      await frameOf(page).getByText("Portale di prova").waitFor();
      await page.evaluate(() => {
        globalThis.tuo.person = { ...globalThis.tuo.person, authenticator: true, recoveryCodes: 10 };
      });
      await button(page, "Chiudi").click();
      await button(page, "Rimuovi l'app di autenticazione").waitFor();
      await page.getByText("Ti restano 10 codici di recupero").waitFor();
    });

    await room.step("Tab goes from the page to «Chiudi», and stops nowhere between", async () => {
      const page = await phone();
      // So low that the dialog scrolls.
      await page.setViewportSize({ width: 600, height: 300 });
      await frameOf(page).getByText("Portale di prova").waitFor();
      await frameOf(page).locator("body").evaluate(async () => {
        while (!document.hasFocus()) await new Promise(requestAnimationFrame);
      });
      await frameOf(page).locator("#forge").focus();
      await page.keyboard.press("Tab");
      const at = () =>
        page.evaluate(() => {
          let at = document.activeElement;
          while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
          return `${at?.localName} ${at?.textContent?.trim()}`;
        });
      assert.equal(await at(), "button Chiudi");
      // Out to the browser's own, and round.
      await page.keyboard.press("Tab");
      await page.keyboard.press("Tab");
      assert.match(await at(), /^iframe/);
      await button(page, "Chiudi").focus();
      await page.keyboard.press("Shift+Tab");
      assert.match(await at(), /^iframe/);
      const hears = await frameOf(page).locator("#forge").evaluate((each) => document.activeElement === each);
      assert.ok(hears, "the last of the framed page");
    });

    await room.step("at 360 pixels the framed page has nearly all the width", async () => {
      const page = await room.open({ query: "portal", width: 360 });
      await button(page, "Cambia numero di cellulare").click();
      await frameOf(page).getByText("Portale di prova").waitFor();
      const { width } = (await page.locator("dialog iframe").boundingBox())!;
      assert.ok(width >= 320, `${width}`);
    });

    await room.step("forged ends change nothing", async () => {
      const page = await phone();
      await frameOf(page).getByText("Portale di prova").waitFor();
      await press(page, "Falso");
      await page.evaluate(() => {
        const frame = document.querySelector("tuo-profile")!.shadowRoot!.querySelector("div")!.shadowRoot!
          .querySelector("iframe")!;
        const state = new URLSearchParams(new URL(frame.src).hash.slice(1)).get("state");
        for (const type of ["tuo-errand-done", "tuo-errand-cancelled"]) {
          postMessage({ type, state }, "*");
          const { endpoint } = globalThis.tuo;
          dispatchEvent(new MessageEvent("message", { data: { type, state }, origin: endpoint }));
        }
      });
      await page.waitForTimeout(200);
      assert.equal(await page.getByRole("dialog").count(), 1);
      assert.equal(await page.getByText("aggiornato").count(), 0);
    });

    await room.step("Escape and «Chiudi» give it up", async () => {
      const page = await phone();
      await frameOf(page).getByText("Portale di prova").waitFor();
      await button(page, "Chiudi").focus();
      await page.keyboard.press("Escape");
      await page.getByRole("dialog").waitFor({ state: "detached" });
      await button(page, "Cambia password").click();
      await button(page, "Chiudi").click();
      await page.getByRole("dialog").waitFor({ state: "detached" });
      assert.equal(await errands(page), 2);
    });

    await room.step(
      "its element off the page, or the session over: the dialog goes, nothing hangs",
      async () => {
        const page = await phone();
        await frameOf(page).getByText("Portale di prova").waitFor();
        await page.evaluate(() => {
          const profile = document.querySelector("tuo-profile")!;
          profile.remove();
          document.querySelector("main")!.append(profile);
        });
        await button(page, "Cambia password").click();
        await frameOf(page).getByText("Portale di prova").waitFor();
        await page.evaluate(() => globalThis.tuo.become("signed-out"));
        await page.getByRole("dialog").waitFor({ state: "detached" });
      },
    );

    await room.step("where no frame may be, it says so first, and then leads to the full page", async () => {
      const page = await phone("portal&no-frames");
      await page.getByText("Questa operazione si fa nella pagina del portale").waitFor();
      assert.deepEqual(await axeFindings(page), []);
      await button(page, "Vai alla pagina del portale").click();
      await page.waitForFunction(() =>
        globalThis.tuo.portal.calls.some(({ name }) => name === "errandRedirect")
      );
    });

    await room.step("one that cannot begin says why, and is tried again", async () => {
      const page = await phone("portal&fault=session.beginErrand:network.lost");
      await page.getByRole("dialog").getByText("Controlla la connessione").waitFor();
      await page.evaluate(() => delete globalThis.tuo.faults["session.beginErrand"]);
      await button(page, "Riprova").click();
      await frameOf(page).getByText("Portale di prova").waitFor();
    });

    await room.step("the dialog fits 320 pixels without scroll bars of the frame's own", async () => {
      const page = await room.open({ query: "portal", width: 320 });
      await button(page, "Cambia numero di cellulare").click();
      await frameOf(page).getByText("Portale di prova").waitFor();
      assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), 320);
      const { width } = (await page.getByRole("dialog").boundingBox())!;
      assert.ok(width <= 320 && width >= 280, `${width}`);
    });
  },
);

roomTest("an act that needs a recent sign-in", "<tuo-documents></tuo-documents>", async (room) => {
  const restore = async () => {
    const page = await room.open({ query: "portal&fault=documents.setObscured:auth.step-up" });
    await page.evaluate(() => {
      globalThis.tuo.portal.onDone = () => delete globalThis.tuo.faults["documents.setObscured"];
    });
    await page.getByRole("row").nth(3).getByRole("button", { name: "Deoscura" }).click();
    await page.getByRole("dialog").getByRole("button", { name: "Deoscura", exact: true }).click();
    await page.getByRole("dialog", { name: "Conferma che sei tu" }).waitFor();
    return page;
  };

  await room.step("asks for a code over the question, and is done again by itself", async () => {
    const page = await restore();
    await press(page, "Conferma");
    await page.getByText("Documento di nuovo visibile").first().waitFor();
    assert.equal(await page.getByRole("dialog").count(), 0);
    assert.match(await focused(page), /obscure/);
  });

  await room.step("given up, the question stands as it was, with a sentence", async () => {
    const page = await restore();
    await press(page, "Rinuncia");
    await page.getByRole("dialog").getByText("conferma con un codice").waitFor();
    assert.equal(await page.getByRole("dialog").count(), 1);
  });

  await room.step("two elements share one errand", async () => {
    const page = await room.open({
      query: "portal&fault=documents.setObscured:auth.step-up",
      tags: "<tuo-documents></tuo-documents><tuo-documents id=other></tuo-documents>",
    });
    for (const id of ["", "#other"]) {
      const row = page.locator(`tuo-documents${id || ":not([id])"}`).getByRole("row").nth(3);
      await row.getByRole("button", { name: "Deoscura" }).evaluate((each) => (each as HTMLElement).click());
    }
    await page.getByRole("dialog").nth(1).waitFor();
    await page.evaluate(() => {
      for (const host of document.querySelectorAll("tuo-documents")) {
        host.shadowRoot!.querySelector<HTMLElement>("dialog .primary")!.click();
      }
    });
    await frameOf(page).getByText("Portale di prova").waitFor();
    assert.equal(await errands(page), 1);
    await page.evaluate(() => delete globalThis.tuo.faults["documents.setObscured"]);
    await press(page, "Conferma");
    await page.waitForFunction(() => document.querySelectorAll("tuo-documents").length === 2);
    await page.getByRole("dialog", { name: "Conferma che sei tu" }).waitFor({ state: "detached" });
  });
});
