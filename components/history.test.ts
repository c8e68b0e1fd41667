/// <reference lib="deno.ns" />
import assert from "node:assert/strict";
import type { Page } from "playwright-core";
import { button, roomTest } from "./fixture/room-test.ts";

const PORTAL = "<tuo-portal></tuo-portal>";
const state = (page: Page) => page.evaluate(() => [history.length, location.href, history.state] as const);

const openReport = async (page: Page) => {
  await button(page, "Documenti").click();
  await button(page, "Visualizza").first().click();
  await page.locator("tuo-report").waitFor();
};

roomTest("the browser's Back closes what was opened last", PORTAL, async (room) => {
  await room.step("a report, then the section, and the page itself last", async () => {
    const page = await room.open();
    await button(page, "Documenti").waitFor();
    const [length, address] = await state(page);
    await openReport(page);
    assert.equal((await state(page))[1], address, "the address does not change");
    await page.goBack();
    await page.locator("tuo-report").waitFor({ state: "detached" });
    await page.getByRole("table").waitFor();
    await page.goBack();
    await page.getByRole("navigation").waitFor();
    assert.equal(page.url(), address, "still on the page");
    await page.goForward();
    await page.waitForFunction(() => history.state === null);
    assert.equal(await page.getByRole("navigation").count(), 1, "forward opens nothing");
    assert.equal(length + 2, (await state(page))[0]);
  });

  await room.step("what is closed with its own button leaves no entry behind", async () => {
    const page = await room.open();
    await openReport(page);
    await button(page, "Chiudi").click();
    await page.getByRole("table").waitFor();
    await page.waitForFunction(() => history.state?.tuoScreens === 1);
    await button(page, "Menu").click();
    await page.waitForFunction(() => !history.state?.tuoScreens);
    await openReport(page);
    await page.waitForFunction(() => history.state?.tuoScreens === 2);
    await page.evaluate(() => globalThis.tuo.become("signed-out"));
    await page.waitForFunction(() => !history.state?.tuoScreens);
  });

  await room.step(
    "the state of the page's own router is kept, and its own way on is not undone",
    async () => {
      const page = await room.open();
      await button(page, "Documenti").waitFor();
      await page.evaluate(() => history.replaceState({ route: "home" }, ""));
      await openReport(page);
      assert.deepEqual((await state(page))[2], { route: "home", tuoScreens: 2 });
      await page.evaluate(() => {
        history.pushState({ route: "away" }, "", "#away");
        document.querySelector("tuo-portal")!.remove();
      });
      await page.waitForTimeout(200);
      assert.match(page.url(), /#away$/);
      assert.deepEqual((await state(page))[2], { route: "away" });
    },
  );

  await room.step("a page may keep its history to itself", async () => {
    const page = await room.open({ tags: "<div no-history><tuo-portal></tuo-portal></div>" });
    await button(page, "Documenti").waitFor();
    const before = await state(page);
    await openReport(page);
    await button(page, "Chiudi").click();
    await page.getByRole("table").waitFor();
    assert.deepEqual(await state(page), before);
  });
});
