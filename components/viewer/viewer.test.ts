/// <reference lib="deno.ns" />
import assert from "node:assert/strict";
import type { Browser, Page } from "playwright-core";
import { axeFindings, browserPath, launchBrowser } from "../../tests/browser.ts";
import { encodeRle } from "./fixture/encode-rle.ts";
import { eightBit, type Phantom, phantomFile, rampPixels } from "./fixture/phantom.ts";
import { startViewerSite, type ViewerSite } from "./fixture/site.ts";
import { element } from "@tuodossier/sdk/dicom";

import type {} from "./fixture/page.ts";
import type {} from "./viewer.define.ts";

type Size = { width: number; height: number };
const DESK: Size = { width: 1280, height: 800 };
const PHONE: Size = { width: 360, height: 740 };

interface Opened {
  readonly page: Page;
  /** What the console said that it should not have. */
  readonly complaints: string[];
}

interface OpenOptions {
  readonly size?: Size;
  readonly lang?: string;
  readonly worker?: boolean;
  readonly touch?: boolean;
  /** The finger is the main pointer. */
  readonly phone?: boolean;
}

/** A page with a viewer on these series, its first image drawn (or its first message shown). */
async function open(
  { site, browser }: { site: ViewerSite; browser: Browser },
  series: readonly (readonly Phantom[])[],
  { size = DESK, lang = "it", worker = false, touch = false, phone = false }: OpenOptions = {},
): Promise<Opened> {
  const context = await browser.newContext({ viewport: size, hasTouch: touch, isMobile: phone });
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on("console", (message) => {
    if (message.type() === "error") complaints.push(message.text());
  });
  page.on("pageerror", (error) => complaints.push(error.message));
  await page.goto(site.page({ lang, worker }));
  const urls = series.map((files) => files.map((file) => site.put(phantomFile(file))));
  await page.evaluate(async (addresses) => {
    await globalThis.fixture.open(addresses);
    const viewer = document.createElement("tuo-viewer");
    viewer.studyId = "one";
    document.querySelector("#place")?.append(viewer);
  }, urls);
  await page.locator(".place canvas[aria-label]").waitFor();
  return { page, complaints };
}

const slices = (count: number, more: Phantom = {}): Phantom[] =>
  Array.from({ length: count }, (_, index) => ({ ...more, number: index + 1 }));

const described = (page: Page, text: string) => page.getByRole("img", { name: text }).waitFor();

/** The name, or else the words, of what has the focus in the viewer. */
const focused = (page: Page) =>
  page.evaluate(() => {
    const { activeElement } = document.querySelector("tuo-viewer")!.shadowRoot!;
    return activeElement?.ariaLabel ?? activeElement?.textContent?.trim();
  });

/** The grey level in the middle of the main canvas, and of a place at its left edge. */
const greyAt = (page: Page, x: number, y: number) =>
  page.evaluate(([right, down]) => {
    const source = document.querySelector("tuo-viewer")!.shadowRoot!.querySelector("canvas")!;
    const copy = document.createElement("canvas");
    copy.width = source.width;
    copy.height = source.height;
    const context = copy.getContext("2d")!;
    context.drawImage(source, 0, 0);
    return [...context.getImageData(source.width * right, source.height * down, 1, 1).data.slice(0, 3)];
  }, [x, y]);

/** Grey of an 8-bit canvas for a modality value in a window (PS3.3 C.11.2.1.2.1). */
const grey = (value: number, center: number, width: number) =>
  Math.round(255 * Math.min(Math.max((value - center + 0.5) / (width - 1) + 0.5, 0), 1));

Deno.test({
  name: "tuo-viewer",
  ignore: !browserPath,
  async fn(t) {
    await using site = await startViewerSite();
    await using browser = await launchBrowser();
    const place = { site, browser };

    await t.step(
      "draws what the data and their window say, under the strict policy, and axe finds nothing",
      async () => {
        const { page, complaints } = await open(place, [slices(20), slices(3, { series: 2 })]);
        await described(page, "Serie 1, immagine 1 di 20, finestra 40/400");
        const [level] = await greyAt(page, 0.5, 0.5);
        assert.ok(Math.abs(level - grey(41, 40, 400)) <= 1, `${level}`);
        assert.equal(await page.locator("tuo-viewer canvas").first().getAttribute("role"), "img");
        await page.getByText("Non per uso diagnostico").waitFor();
        await page.getByRole("button", { name: /Serie 2/ }).locator("canvas").waitFor();
        assert.deepEqual(await axeFindings(page), []);
        assert.deepEqual(complaints, []);
        await page.context().close();
      },
    );

    await t.step(
      "ships within 60 kB gz with Lit, the SDK, its words and the fixture's own parser",
      async () => {
        const bytes = await site.scriptBytes();
        assert.ok(bytes > 20_000 && bytes < 60_000, `${bytes} bytes`);
      },
    );

    await t.step(
      "everything by keyboard: images, window, series, panels; Escape closes what is open",
      async () => {
        const { page } = await open(place, [slices(30), slices(3, { series: 2 })]);
        await page.locator(".stage").focus();
        await page.keyboard.press("ArrowDown");
        await described(page, "Serie 1, immagine 2 di 30");
        await page.keyboard.press("PageDown");
        await described(page, "immagine 12 di 30");
        await page.keyboard.press("End");
        await described(page, "immagine 30 di 30");
        await page.keyboard.press("a");
        await described(page, "finestra 60/400");
        await page.keyboard.press("0");
        await described(page, "finestra 40/400");
        await page.keyboard.press("n");
        await described(page, "Serie 2, immagine 1 di 3");
        await page.keyboard.press("?");
        await page.getByRole("heading", { name: "Tasti rapidi" }).waitFor();
        assert.deepEqual(await axeFindings(page), []);
        await page.keyboard.press("Escape");
        await page.getByRole("heading", { name: "Tasti" }).waitFor({ state: "detached" });
        await page.getByRole("button", { name: "Regola luce" }).click();
        await page.keyboard.press("Escape");
        await page.getByRole("group", { name: "Regola luce" }).waitFor({ state: "detached" });
        await page.evaluate(() => addEventListener("tuo-viewer-close", () => document.title = "chiuso"));
        await page.keyboard.press("Escape");
        await page.waitForFunction(() => document.title === "chiuso");
        assert.equal(await page.locator("tuo-viewer canvas").count(), 0, "a closed viewer leaves the page");
        await page.context().close();
      },
    );

    await t.step("mouse: the wheel scrolls, a drag sets the window, buttons do what drags do", async () => {
      const { page } = await open(place, [slices(30)]);
      const box = (await page.locator(".stage").boundingBox())!;
      await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
      await page.mouse.wheel(0, 120);
      await described(page, "immagine 2 di 30");
      await page.mouse.down();
      await page.mouse.move(box.x + box.width / 2 + 150, box.y + box.height / 2, { steps: 1 });
      await page.mouse.up();
      await described(page, "finestra 40/600");
      await page.getByRole("button", { name: "Regola luce" }).click();
      await page.getByRole("button", { name: /Polmone/ }).click();
      await described(page, "finestra -600/1500");
      const [level] = await greyAt(page, 0.5, 0.5);
      assert.ok(Math.abs(level - grey(42, -600, 1500)) <= 1);
      await page.getByRole("button", { name: "Inverti i grigi" }).click();
      await page.waitForTimeout(50);
      const [turned] = await greyAt(page, 0.5, 0.5);
      assert.ok(Math.abs(turned - (255 - level)) <= 1);
      await page.context().close();
    });

    await t.step("on a phone it takes the whole screen, and one finger scrolls", async () => {
      const { page } = await open(place, [slices(30)], { size: PHONE, touch: true });
      const box = (await page.locator("dialog.shell").boundingBox())!;
      assert.deepEqual([box.x, box.y, box.width, box.height], [0, 0, PHONE.width, PHONE.height]);
      assert.deepEqual(await axeFindings(page), []);
      const touch = (type: string, y: number) =>
        page.locator(".stage").dispatchEvent(type, {
          pointerId: 1,
          pointerType: "touch",
          clientX: 180,
          clientY: y,
          isPrimary: true,
          bubbles: true,
        });
      await page.evaluate(() => Element.prototype.setPointerCapture = () => {});
      const index = () => page.evaluate(() => document.querySelector("tuo-viewer")!.reading!.sight.index);
      await touch("pointerdown", 400);
      await touch("pointermove", 300);
      const above = await index();
      assert.ok(above > 3, "up is forward, as a page is pushed");
      await touch("pointermove", 340);
      assert.ok(await index() < above, "down is back");
      await touch("pointerup", 340);
      for (const name of ["Vista", "Regola luce", "Altro"]) {
        await page.getByRole("button", { name, exact: true }).click();
        const panel = (await page.locator(".panel").boundingBox())!;
        assert.ok(panel.x >= 0 && panel.x + panel.width <= PHONE.width, name);
        const stage = (await page.locator(".stage").boundingBox())!;
        assert.ok(stage.y + stage.height <= panel.y, `${name} covers nothing of the image`);
        assert.ok(stage.height > PHONE.height / 2, `${name} leaves the image its room`);
        await page.getByRole("button", { name: "Fatto" }).click();
        assert.equal(await focused(page), name, "the focus is back on what opened the panel");
      }
      const wide = await page.evaluate(() =>
        document.querySelector("tuo-viewer")!.shadowRoot!.querySelector(".tools")!.scrollWidth
      );
      assert.ok(wide <= PHONE.width);
      await page.context().close();
    });

    await t.step(
      "a phone says once what a finger does, to the eye alone, and it goes by itself",
      async () => {
        const { page } = await open(place, [slices(30)], { size: PHONE, touch: true, phone: true });
        const hint = page.locator(".hint");
        await hint.waitFor();
        assert.equal(await hint.getAttribute("aria-hidden"), "true");
        await hint.waitFor({ state: "detached" });
        await page.evaluate(() => {
          const viewer = document.querySelector("tuo-viewer")!;
          viewer.end();
          viewer.start();
        });
        await described(page, "finestra 40/400");
        assert.equal(await hint.count(), 0);
        await page.context().close();
      },
    );

    await t.step(
      "after the keys' list the focus is on what opened it, and nothing else says Chiudi",
      async () => {
        const { page } = await open(place, [slices(5)]);
        await page.getByRole("button", { name: "Altro" }).click();
        await page.getByRole("button", { name: "Tasti" }).click();
        await page.getByRole("heading", { name: "Tasti rapidi" }).waitFor();
        assert.equal(
          await page.locator("button", { hasText: /^\s*Chiudi\s*$/ }).count(),
          1,
        );
        await page.getByRole("button", { name: "Ho capito" }).click();
        await page.getByRole("heading", { name: "Tasti" }).waitFor({ state: "detached" });
        assert.equal(await focused(page), "Altro");
        await page.locator(".stage").focus();
        await page.keyboard.press("?");
        await page.getByRole("heading", { name: "Tasti" }).waitFor();
        await page.keyboard.press("Escape");
        await page.getByRole("heading", { name: "Tasti" }).waitFor({ state: "detached" });
        assert.equal(await focused(page), "Area dell'immagine");
        await page.context().close();
      },
    );

    await t.step("on a page at 400 % the image keeps a place, and the tools stay in reach", async () => {
      const series = [slices(5), slices(3, { series: 2 })];
      const { page } = await open(place, series, { size: { width: 320, height: 225 } });
      await described(page, "finestra 40/400");
      const stage = (await page.locator(".stage").boundingBox())!;
      assert.ok(stage.height >= 80, `${stage.height}`);
      const tools = (await page.locator(".tools").boundingBox())!;
      assert.ok(tools.y + tools.height <= 225);
      await page.getByRole("button", { name: /Serie 2/ }).click();
      await described(page, "Serie 2, immagine 1 di 3");
      await page.context().close();
    });

    await t.step("two fingers pinch and pan, a double tap fits again", async () => {
      const { page } = await open(place, [slices(3)], { size: PHONE, touch: true });
      await described(page, "finestra 40/400");
      await page.evaluate(() => Element.prototype.setPointerCapture = () => {});
      const touch = (type: string, pointerId: number, clientX: number, clientY: number) =>
        page.locator(".stage").dispatchEvent(type, {
          pointerId,
          pointerType: "touch",
          clientX,
          clientY,
          bubbles: true,
        });
      const zoom = () => page.evaluate(() => document.querySelector("tuo-viewer")!.reading!.sight.view.zoom);
      await touch("pointerdown", 1, 150, 300);
      await touch("pointerdown", 2, 200, 300);
      await touch("pointermove", 2, 250, 300);
      assert.equal(await zoom(), 2);
      await touch("pointerup", 1, 150, 300);
      await touch("pointerup", 2, 250, 300);
      await page.evaluate(() => {
        const stage = document.querySelector("tuo-viewer")!.shadowRoot!.querySelector(".stage")!;
        const at = { pointerId: 3, pointerType: "touch", clientX: 180, clientY: 300, bubbles: true };
        for (const type of ["pointerdown", "pointerup", "pointerdown", "pointerup"]) {
          stage.dispatchEvent(new PointerEvent(type, at));
        }
      });
      assert.equal(await zoom(), 1);
      await page.context().close();
    });

    await t.step("cine plays every frame in turn and stops where it is told", async () => {
      const frames = new Uint8Array(32 * 32 * 12).map((_, index) => 100 + Math.floor(index / 1024) * 10);
      const more = [
        ...eightBit("MONOCHROME2", 1),
        element(0x00280008, "IS", "12"),
        element(0x00181063, "DS", "20"),
      ];
      const us = {
        modality: "US",
        rows: 32,
        columns: 32,
        pixels: frames,
        more,
        sopClassUid: "1.2.840.10008.5.1.4.1.1.3.1",
      };
      const { page } = await open(place, [[us]]);
      await described(page, "immagine 1 di 12, finestra 128/256");
      await page.evaluate(() => {
        const seen: number[] = [];
        Object.assign(globalThis, { seen });
        const viewer = document.querySelector("tuo-viewer")!;
        const go = viewer.reading!.go;
        viewer.reading!.go = (index, direction) => (seen.push(index), go(index, direction));
      });
      await page.getByRole("button", { name: "Filmato" }).click();
      await page.getByRole("combobox", { name: "Immagini al secondo" }).waitFor();
      await page.waitForFunction(() => (globalThis as unknown as { seen: number[] }).seen.length > 14);
      await page.getByRole("button", { name: "Ferma" }).click();
      const seen = await page.evaluate(() => (globalThis as unknown as { seen: number[] }).seen);
      seen.forEach((index, at) => assert.equal(index, (at + 1) % 12));
      await page.context().close();
    });

    await t.step(
      "RLE is decoded in a worker where the policy allows one, and on the page where it does not",
      async () => {
        const rle = (number: number): Phantom => ({
          number,
          transferSyntaxUid: "1.2.840.10008.1.2.5",
          pixels: [encodeRle(rampPixels(64, 64, number), 2)],
        });
        for (const worker of [true, false]) {
          const { page } = await open(place, [[rle(1), rle(2)]], { worker });
          await described(page, "immagine 1 di 2, finestra 40/400");
          const [level] = await greyAt(page, 0.5, 0.5);
          assert.ok(Math.abs(level - grey(41, 40, 400)) <= 1, `worker ${worker}: ${level}`);
          assert.equal(page.workers().length, worker ? 1 : 0);
          await page.context().close();
        }
      },
    );

    await t.step("what cannot be shown is named, and the next series still opens", async () => {
      const { page } = await open(place, [
        [{ transferSyntaxUid: "1.2.840.10008.1.2.4.90", pixels: [new Uint8Array(10)] }],
        [{ series: 2, transferSyntaxUid: "1.2.840.10008.1.2.5", pixels: [new Uint8Array(10)] }],
        [{
          series: 3,
          sopClassUid: "1.2.840.10008.5.1.4.1.1.104.1",
          modality: "DOC",
          pixels: null,
        }],
        slices(2, { series: 4 }),
      ]);
      await page.getByText("JPEG 2000 Lossless").waitFor();
      assert.deepEqual(await greyAt(page, 0.5, 0.5), [0, 0, 0]);
      await page.getByRole("button", { name: /Serie 2/ }).click();
      await page.getByText("I dati dell'immagine sono danneggiati").waitFor();
      await page.getByRole("button", { name: /Serie 3/ }).click();
      await page.getByText("Documento PDF: qui non si può mostrare").waitFor();
      await page.getByRole("button", { name: /Serie 4/ }).click();
      await described(page, "Serie 4, immagine 1 di 2, finestra 40/400");
      assert.deepEqual(await axeFindings(page), []);
      await page.context().close();
    });

    await t.step("a network cut midway is said in the element, and a retry goes on", async () => {
      const { page } = await open(place, [slices(300)]);
      await described(page, "immagine 1 di 300, finestra");
      await page.evaluate(() => {
        globalThis.fixture.network = "cut";
        document.querySelector("tuo-viewer")!.reading!.go(280);
      });
      // Whatever was loaded already is shown; an image that was not says what is wrong.
      const loaded = await page.evaluate(() =>
        document.querySelector("tuo-viewer")!.reading!.loader!.progress.ready
      );
      if (loaded < 300) {
        await page.getByRole("alert").waitFor();
        assert.ok(await page.evaluate(() => document.querySelector("tuo-viewer")!.matches(":state(error)")));
        await page.evaluate(() => globalThis.fixture.network = "up");
        await page.getByRole("button", { name: "Riprova" }).click();
      }
      await described(page, "immagine 281 di 300, finestra 40/400");
      await page.context().close();
    });

    await t.step("a lost drawing context is survived, given back or not", async () => {
      const { page } = await open(place, [slices(5)]);
      await described(page, "finestra 40/400");
      const lose = (restore: boolean) =>
        page.evaluate(async (back) => {
          const canvas = document.querySelector("tuo-viewer")!.shadowRoot!.querySelector("canvas")!;
          const lost = canvas.getContext("webgl2")!.getExtension("WEBGL_lose_context")!;
          lost.loseContext();
          await new Promise((resolve) => setTimeout(resolve, 100));
          if (back) lost.restoreContext();
        }, restore);
      await lose(true);
      await page.waitForTimeout(200);
      assert.ok((await greyAt(page, 0.5, 0.5))[0] > 100);
      await lose(false);
      await page.waitForFunction(() => {
        const canvas = document.querySelector("tuo-viewer")!.shadowRoot!.querySelector("canvas")!;
        return canvas.getContext("2d") !== null;
      });
      await page.keyboard.press("ArrowDown");
      await described(page, "immagine 2 di 5");
      const [level] = await greyAt(page, 0.5, 0.5);
      assert.ok(Math.abs(level - grey(42, 40, 400)) <= 1, `${level}`);
      await page.context().close();
    });

    await t.step(
      "an image is saved as PNG, its name without the patient; the export takes the images' place",
      async () => {
        const { page } = await open(place, [slices(5)]);
        await described(page, "finestra 40/400");
        const download = page.waitForEvent("download");
        await page.keyboard.press("g");
        assert.equal((await download).suggestedFilename(), "immagini-1-1.png");
        await page.getByRole("button", { name: "Esporta" }).click();
        await page.locator("tuo-archive").waitFor({ state: "attached" });
        assert.equal(await page.locator("tuo-archive").getAttribute("study-ids"), "one");
        assert.equal(await page.locator("tuo-viewer canvas").count(), 0);
        await page.locator("tuo-archive").dispatchEvent("tuo-archive-close", {
          bubbles: true,
          composed: true,
        });
        await described(page, "Serie 1, immagine 1 di 5, finestra 40/400");
        assert.ok((await greyAt(page, 0.5, 0.5))[0] > 100);
        await page.context().close();
      },
    );

    await t.step("the export is as tall as its content, on the page and after a full screen", async () => {
      for (const size of [DESK, PHONE]) {
        const { page } = await open(place, [slices(5)], { size });
        await described(page, "finestra 40/400");
        if (size === DESK) {
          await page.keyboard.press("x");
          await page.waitForFunction(() => document.fullscreenElement?.localName === "tuo-viewer");
        }
        await page.getByRole("button", { name: "Esporta" }).click();
        await page.locator("tuo-archive").waitFor({ state: "attached" });
        assert.equal(await page.evaluate(() => document.fullscreenElement), null);
        for (const height of [40, 3000]) {
          const measured = await page.evaluate((px) => {
            const viewer = document.querySelector("tuo-viewer")!;
            const archive = viewer.shadowRoot!.querySelector<HTMLElement>("tuo-archive")!;
            archive.style.cssText = `display: block; block-size: ${px}px; min-block-size: ${px}px`;
            return viewer.getBoundingClientRect().height;
          }, height);
          assert.equal(measured, height);
        }
        await page.context().close();
      }
    });

    await t.step("the host's own height is kept to", async () => {
      const { page } = await open(place, [slices(5)]);
      await page.evaluate(() => document.querySelector("tuo-viewer")!.style.blockSize = "500px");
      assert.equal((await page.locator("dialog.shell").boundingBox())!.height, 500);
      await page.context().close();
    });

    await t.step("signing out leaves no image behind", async () => {
      const { page } = await open(place, [slices(5)]);
      await described(page, "finestra 40/400");
      await page.evaluate(() => globalThis.fixture.become("signed-out"));
      await page.locator("tuo-viewer canvas").waitFor({ state: "detached" });
      assert.equal(await page.evaluate(() => document.querySelector("tuo-viewer")!.reading), null);
      await page.context().close();
    });

    await t.step("speaks English where the page does", async () => {
      const { page } = await open(place, [slices(2)], { lang: "en" });
      await described(page, "Series 1, image 1 of 2, window 40/400");
      await page.getByText("Not for diagnostic use").waitFor();
      await page.context().close();
    });
  },
});
