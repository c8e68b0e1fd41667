import assert from "node:assert/strict";
import type { Page } from "playwright-core";
import { axeFindings } from "../../tests/browser.ts";
import { button, height, roomTest } from "../fixture/room-test.ts";

const frameOf = (page: Page) => page.frameLocator("tuo-login iframe");
const signedIn = (page: Page) => page.waitForFunction(() => globalThis.tuo.session.status === "signed-in");
const calls = (page: Page) => page.evaluate(() => globalThis.tuo.portal.calls.map(({ name }) => name));

roomTest("sign-in on a clinic's page", "<tuo-login></tuo-login>", async (room) => {
  await room.step("the portal's page stands in a frame with a name, as high as it says", async () => {
    const page = await room.open({ query: "out&portal" });
    await frameOf(page).getByText("Portale di prova").waitFor();
    const frame = page.locator("tuo-login iframe");
    assert.equal(await frame.getAttribute("title"), "Accedi a TuoDossier");
    assert.equal(await frame.getAttribute("allow"), "otp-credentials; publickey-credentials-get");
    await page.waitForFunction(() =>
      document.querySelector("tuo-login")!.shadowRoot!.querySelector("iframe")!.offsetHeight === 320
    );
    const heard = JSON.parse(await frameOf(page).locator("body").getAttribute("data-heard") ?? "null");
    assert.equal(heard.type, "tuo-theme");
    assert.equal(heard.lang, "it");
    assert.match(heard.theme["font-family"], /DejaVu/);
    assert.deepEqual(await axeFindings(page), []);
  });

  await room.step("the page's language and its dark look follow it into the frame", async () => {
    const page = await room.open({ query: "out&portal" });
    const heard = (what: RegExp) =>
      frameOf(page).locator("body").evaluate(
        (body, source) => new RegExp(source).test(body.dataset.heard ?? ""),
        what.source,
      );
    await frameOf(page).getByText("Portale di prova").waitFor();
    await page.evaluate(() => document.documentElement.lang = "en");
    while (!await heard(/"lang":"en"/)) await page.waitForTimeout(20);
    await page.emulateMedia({ colorScheme: "dark" });
    while (!await heard(/"background-color":"rgb\((?:0|1\d), /)) await page.waitForTimeout(20);
  });

  await room.step("Tab goes into the frame and past it; after sign-in the focus is not lost", async () => {
    const page = await room.open({
      query: "out&portal",
      tags: "<tuo-login></tuo-login><a href='#x' id=after>Dopo</a>",
    });
    await frameOf(page).getByText("Portale di prova").waitFor();
    const inFrame = () =>
      frameOf(page).locator("body").evaluate(() =>
        document.activeElement?.id || document.activeElement?.localName
      );
    await page.keyboard.press("Tab");
    assert.equal(await inFrame(), "input");
    for (let press = 0; press < 5; press++) await page.keyboard.press("Tab");
    assert.equal(await page.evaluate(() => document.activeElement?.id), "after");
    for (let press = 0; press < 4; press++) await page.keyboard.press("Shift+Tab");
    assert.equal(await inFrame(), "done");
    await page.keyboard.press("Enter");
    await signedIn(page);
    await page.waitForFunction(() => document.activeElement?.localName === "tuo-login");
    assert.equal(await page.locator("tuo-login iframe").count(), 0, "the frame is gone");
    assert.equal(await height(page, "tuo-login"), 0);
    await page.keyboard.press("Tab");
    assert.equal(await page.evaluate(() => document.activeElement?.id), "after");
  });

  await room.step(
    "messages of another window, of the page itself or with another state do nothing",
    async () => {
      const page = await room.open({ query: "out&portal" });
      await frameOf(page).getByText("Portale di prova").waitFor();
      const state = await page.locator("tuo-login iframe").evaluate((frame) =>
        new URLSearchParams(new URL((frame as HTMLIFrameElement).src).hash.slice(1)).get("state")
      );
      await page.evaluate((state) => {
        const { endpoint } = globalThis.tuo;
        const frame = document.querySelector("tuo-login")!.shadowRoot!.querySelector("iframe")!;
        for (const type of ["tuo-hand-over", "tuo-redirect", "tuo-frame-size"]) {
          const data = { type, state, code: "c", provider: "oidc", height: 2000 };
          // The page to itself; made up by a script with the right sender; from a window that is closed.
          postMessage(data, "*");
          dispatchEvent(new MessageEvent("message", { data, origin: endpoint, source: frame.contentWindow }));
          dispatchEvent(new MessageEvent("message", { data, origin: endpoint }));
        }
        const other = document.createElement("iframe");
        document.body.append(other);
        other.contentWindow!.postMessage("x", "*");
      }, state);
      await frameOf(page).getByRole("button", { name: "Falso" }).click();
      await page.waitForTimeout(300);
      assert.equal(await page.evaluate(() => globalThis.tuo.session.status), "signed-out");
      assert.ok(!(await calls(page)).some((name) => name === "accept" || name === "redirect"));
      assert.equal(
        await page.locator("tuo-login iframe").evaluate((frame) => (frame as HTMLElement).offsetHeight),
        100,
      );
    },
  );

  await room.step("another frame of the portal's own origin is not heard", async () => {
    const page = await room.open({ query: "out&portal" });
    await frameOf(page).getByText("Portale di prova").waitFor();
    await page.evaluate(() => {
      const mine = document.querySelector("tuo-login")!.shadowRoot!.querySelector("iframe")!;
      const other = document.createElement("iframe");
      other.src = mine.src.replace("/sign-in", "/copy");
      other.id = "other";
      document.body.append(other);
    });
    await page.frameLocator("#other").getByRole("button", { name: "Conferma" }).click();
    await page.waitForTimeout(200);
    assert.equal(await page.evaluate(() => globalThis.tuo.session.status), "signed-out");
  });

  await room.step(
    "taken off the page in the middle, it hears no more; put back, it begins anew",
    async () => {
      const page = await room.open({ query: "out&portal" });
      await frameOf(page).getByText("Portale di prova").waitFor();
      await page.evaluate(() => {
        const login = document.querySelector("tuo-login")!;
        login.remove();
        Object.assign(globalThis, { login });
      });
      await page.waitForTimeout(100);
      assert.deepEqual((await calls(page)).filter((name) => name === "beginSignIn").length, 1);
      await page.evaluate(() =>
        document.querySelector("main")!.append((globalThis as unknown as { login: Node }).login)
      );
      await frameOf(page).getByRole("button", { name: "Conferma" }).click();
      await signedIn(page);
    },
  );

  await room.step(
    "where the site's policy lets no frame in, a button leads to the portal's page",
    async () => {
      const page = await room.open({ query: "out&portal&no-frames" });
      await page.getByText("si apre la pagina del portale").waitFor();
      assert.equal(await page.getByRole("alert").count(), 0, "no error");
      assert.equal(await page.locator("tuo-login iframe").count(), 0);
      assert.deepEqual(await axeFindings(page), []);
      await button(page, "Accedi").click();
      await page.waitForFunction(() => globalThis.tuo.portal.calls.some(({ name }) => name === "redirect"));
    },
  );

  await room.step("a frame without a sign of life is offered as a full page, or once more", async () => {
    const page = await room.open({ query: "out&portal&framed=silent" });
    await page.getByText("non si apre dentro questo sito").waitFor();
    await button(page, "Apri la pagina di accesso").waitFor();
    await page.evaluate(() => globalThis.tuo.portal.framed = null);
    await button(page, "Riprova").click();
    await frameOf(page).getByText("Portale di prova").waitFor();
  });

  await room.step("who chooses the clinic's own identity provider goes there as a page", async () => {
    const page = await room.open({ query: "out&portal" });
    await frameOf(page).getByRole("button", { name: "Identità" }).click();
    await page.waitForFunction(() => globalThis.tuo.portal.calls.some(({ name }) => name === "redirect"));
    const body = await page.evaluate(() =>
      globalThis.tuo.portal.calls.find(({ name }) => name === "redirect")!.body
    );
    assert.deepEqual(body, { provider: "oidc" });
  });

  await room.step("what a full page came back with is said; the form is there again", async () => {
    const page = await room.open({ query: "out&portal&returned=sign-in:auth.code-closed" });
    await page.getByRole("alert").filter({ hasText: "i codici sono sospesi" }).waitFor();
    await frameOf(page).getByText("Portale di prova").waitFor();
  });

  await room.step("by redirect or in a window it is one calm button", async () => {
    const redirect = await room.open({ query: "out&portal", tags: "<tuo-login mode=redirect></tuo-login>" });
    await button(redirect, "Accedi").click();
    await redirect.waitForFunction(() => globalThis.tuo.portal.calls.some(({ name }) => name === "redirect"));
    assert.ok(!(await calls(redirect)).includes("beginSignIn"));
    const popup = await room.open({
      query: "out&portal&fault=session.popup:sign-in.blocked",
      tags: "<tuo-login mode=popup></tuo-login>",
    });
    await popup.getByText("si apre una finestra").waitFor();
    await button(popup, "Accedi").click();
    await popup.getByText("Il browser ha bloccato la finestra").waitFor();
    await popup.getByText("si apre la pagina del portale").waitFor();
    await button(popup, "Accedi").click();
    await popup.waitForFunction(() => globalThis.tuo.portal.calls.some(({ name }) => name === "redirect"));
    const other = await room.open({ query: "out&portal", tags: "<tuo-login mode=popup></tuo-login>" });
    await button(other, "Accedi").click();
    await signedIn(other);
    await other.waitForFunction(() => document.activeElement?.localName === "tuo-login");
  });
});
