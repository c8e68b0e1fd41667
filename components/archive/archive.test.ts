/// <reference lib="deno.ns" />
import assert from "node:assert/strict";
import type { Page } from "playwright-core";
import { axeFindings } from "../../tests/browser.ts";
import { studies } from "../fixture/rooms.ts";
import { button, focused, height, roomTest } from "../fixture/room-test.ts";

const asked = (page: Page, name: string) =>
  page.evaluate(
    (wanted) => globalThis.tuo.rooms.calls.filter((call) => call.name === wanted).map(({ body }) => body),
    name,
  );
const study = (page: Page, name: string) => page.getByRole("checkbox", { name: `Esporta ${name}` });
const ready = (page: Page) => page.getByRole("heading", { name: "L'archivio è pronto" }).waitFor();
const slowly = (page: Page, looks: number) =>
  page.evaluate((many) => globalThis.tuo.rooms.looks = many, looks);
const begin = async (page: Page, looks = 0) => {
  await button(page, "Inizia").waitFor();
  await slowly(page, looks);
  await button(page, "Inizia").click();
};

/** A portal on another site that answers with an attachment, as a ticket's address does. */
function attachments() {
  const served: string[] = [];
  const server = Deno.serve({ port: 0, hostname: "localhost", onListen: () => {} }, (request) => {
    served.push(new URL(request.url).pathname);
    return new Response("PK\x05\x06" + "\0".repeat(18), {
      headers: {
        "content-type": "application/zip",
        "content-disposition": 'attachment; filename="ARCHIVE-1.zip"',
        "cross-origin-resource-policy": "same-site",
      },
    });
  });
  return {
    served,
    query: `portal=http://localhost:${server.addr.port}`,
    [Symbol.asyncDispose]: () => server.shutdown(),
  };
}

roomTest(
  "the archive, under the strict policy of a clinic's page",
  "<tuo-archive></tuo-archive>",
  async (room) => {
    await room.step(
      "with the keyboard alone: choose, prepare, save; the page stays where it was",
      async () => {
        await using portal = attachments();
        const page = await room.open({ query: portal.query });
        await study(page, "RX PIEDE DX").waitFor();
        const headers = await page.getByRole("columnheader").allInnerTexts();
        assert.deepEqual(headers.slice(1), ["Nome", "Modalità", "Descrizione", "Data Ora", "Sorgente AE"]);
        await page.keyboard.press("Tab");
        await page.keyboard.press("Tab");
        await page.keyboard.press("Space");
        assert.equal(await study(page, "RX PIEDE DX").isChecked(), false);
        await page.getByText("2 studi e 2 referti, circa 80,9 MB").waitFor();
        assert.deepEqual(await axeFindings(page), []);
        await slowly(page, 1);
        while (!await button(page, "Inizia").evaluate((at) => at.matches(":focus"))) {
          await page.keyboard.press("Tab");
        }
        await page.keyboard.press("Enter");
        await page.getByRole("progressbar").waitFor();
        assert.equal(await focused(page), "working");
        await ready(page);
        assert.equal(await focused(page), "ready");
        assert.deepEqual(await axeFindings(page), []);
        await page.getByText("71,2 MB (71.204.318 byte), 312 file").waitFor();
        await page.keyboard.press("Tab");
        const [download] = await Promise.all([page.waitForEvent("download"), page.keyboard.press("Enter")]);
        assert.equal(download.suggestedFilename(), "ARCHIVE-1.zip");
        await page.getByText("Il download è partito").first().waitFor();
        await page.getByRole("heading", { name: "Estrai tutto" }).waitFor();
        assert.deepEqual(portal.served, ["/download/1"]);
        const [request] = await asked(page, "archive.create") as [{ studies: string[]; documents: string[] }];
        assert.deepEqual(request.studies, [studies[1].id, studies[2].id]);
        assert.equal(request.documents.length, 2);
      },
    );

    await room.step("only the studies of `study-ids` are offered, and they can be exchanged", async () => {
      const page = await room.open({ tags: `<tuo-archive study-ids="${studies[2].id}"></tuo-archive>` });
      await study(page, "TC TORACE").waitFor();
      assert.equal(await page.getByRole("checkbox", { name: /^Esporta/ }).count(), 1);
      assert.equal(await page.getByRole("checkbox", { name: "Tutti gli studi" }).count(), 0);
      await page.locator("tuo-archive").evaluate(
        (element, ids) => element.setAttribute("study-ids", ids),
        `${studies[0].id} ${studies[1].id}`,
      );
      await study(page, "RX PIEDE SX").waitFor();
      assert.equal(await study(page, "TC TORACE").count(), 0);
      assert.deepEqual(await asked(page, "imaging.allStudies"), []);
    });

    await room.step("what is not there yet cannot be ticked, and nothing cannot be exported", async () => {
      const page = await room.open();
      await page.getByText("in preparazione").waitFor();
      assert.equal(await page.getByRole("checkbox", { name: /02\/09\/2025/ }).isDisabled(), true);
      await page.getByRole("checkbox", { name: "Tutti gli studi" }).uncheck();
      await page.getByText("Scegli almeno uno studio").waitFor();
      assert.equal(await button(page, "Inizia").isDisabled(), true);
      assert.equal(await page.getByRole("checkbox", { name: "Includi i referti" }).isDisabled(), true);
    });

    await room.step(
      "sizes, and reports that belong to no chosen study, are asked for as ticked",
      async () => {
        const page = await room.open();
        await page.getByLabel("Dimensioni").selectOption("cd");
        await page.getByRole("checkbox", { name: "Includi i referti" }).uncheck();
        await page.getByRole("checkbox", { name: "Includi anche gli altri documenti" }).check();
        await begin(page);
        await ready(page);
        const [request] = await asked(page, "archive.create") as [
          { documents: string[]; volumeSize: string },
        ];
        assert.equal(request.volumeSize, "cd");
        assert.equal(request.documents.length, 8);
      },
    );

    await room.step("each volume has a name of its own", async () => {
      const page = await room.open();
      await page.evaluate(() => globalThis.tuo.rooms.volumes = 2);
      await begin(page);
      await button(page, "Scarica il volume 1 di 2").waitFor();
      await button(page, "Scarica il volume 2 di 2").waitFor();
      const names = await page.getByRole("button").allInnerTexts();
      assert.equal(new Set(names).size, names.length, names.join());
    });

    await room.step(
      "the preparation is stopped by a button or Escape, and the choice is as it was",
      async () => {
        const page = await room.open();
        await study(page, "RX PIEDE SX").uncheck();
        await begin(page, 1000);
        await button(page, "Interrompi").click();
        assert.equal(await study(page, "RX PIEDE SX").isChecked(), false);
        assert.equal(await study(page, "RX PIEDE DX").isChecked(), true);
        await begin(page, 1000);
        await page.getByRole("progressbar").waitFor();
        await page.keyboard.press("Escape");
        await study(page, "RX PIEDE SX").waitFor();
        assert.equal(await study(page, "RX PIEDE SX").isChecked(), false);
      },
    );

    await room.step("an export that is refused says why, and keeps the choice for another try", async () => {
      const page = await room.open({ query: "fault=archive.create:archive.limit" });
      await study(page, "RX PIEDE SX").uncheck();
      await begin(page);
      await page.getByText("Hai già due esportazioni in corso").waitFor();
      assert.equal(await study(page, "RX PIEDE SX").isChecked(), false);
      assert.deepEqual(await axeFindings(page), []);
      await page.evaluate(() => delete globalThis.tuo.faults["archive.create"]);
      await button(page, "Inizia").click();
      await ready(page);
    });

    await room.step("a ticket that does not come is said, and the archive is still there", async () => {
      await using portal = attachments();
      const page = await room.open({ query: `${portal.query}&fault=archive.ticket:network.lost` });
      await begin(page);
      await button(page, "Scarica").click();
      await page.getByText("Controlla la connessione").waitFor();
      await page.evaluate(() => delete globalThis.tuo.faults["archive.ticket"]);
      await Promise.all([page.waitForEvent("download"), button(page, "Scarica").click()]);
      await page.getByText("Controlla la connessione").waitFor({ state: "detached" });
    });

    await room.step("Chiudi and Escape tell who opened it", async () => {
      const page = await room.open();
      await button(page, "Chiudi").waitFor();
      await page.evaluate(() => {
        document.title = "";
        addEventListener("tuo-archive-close", () => document.title += "closed");
      });
      await button(page, "Chiudi").click();
      await page.keyboard.press("Escape");
      assert.equal(await page.title(), "closedclosed");
    });

    await room.step(
      "on a phone it says first that a ZIP needs a computer, and nothing is too wide",
      async () => {
        const page = await room.open({ width: 320 });
        const notice = page.getByText("Per aprire un archivio ZIP serve un computer");
        await notice.waitFor();
        const [first, table] = await Promise.all([
          notice.boundingBox(),
          page.getByRole("table").boundingBox(),
        ]);
        assert.ok(first!.y < table!.y);
        assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), 320);
        await begin(page);
        await ready(page);
        assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), 320);
        const wide = await room.open({ width: 1280 });
        await button(wide, "Inizia").waitFor();
        assert.equal(await wide.getByText("Per aprire un archivio ZIP serve un computer").isVisible(), false);
      },
    );

    await room.step("without adhesion it says why and whom to call, and offers no vain retry", async () => {
      const page = await room.open({ query: "fault=imaging.allStudies:documents.no-adhesion" });
      await page.getByText("adesione al Dossier Sanitario Elettronico").waitFor();
      await page.getByRole("link", { name: "06 0000 0000" }).waitFor();
      assert.equal(await page.getByRole("button", { name: "Riprova" }).count(), 0);
      assert.deepEqual(await axeFindings(page), []);
    });

    await room.step("no studies, a lost network, no session: each is said in its own way", async () => {
      const page = await room.open({ query: "fault=imaging.allStudies:network.lost" });
      await page.getByText("Controlla la connessione").waitFor();
      await page.evaluate(() => {
        globalThis.tuo.rooms.studies = [];
        delete globalThis.tuo.faults["imaging.allStudies"];
      });
      await button(page, "Riprova").click();
      await page.getByText("Non hai ancora studi").waitFor();
      await page.evaluate(() => globalThis.tuo.become("signed-out"));
      await page.getByText("Non hai ancora studi").waitFor({ state: "detached" });
      assert.equal(await height(page, "tuo-archive"), 0);
    });

    await room.step("signing out, or leaving the page, ends the looking", async () => {
      const page = await room.open();
      await begin(page, 1000);
      await page.getByRole("progressbar").waitFor();
      await page.evaluate(() => globalThis.tuo.become("signed-out"));
      await page.getByRole("progressbar").waitFor({ state: "detached" });
      await page.evaluate(() => globalThis.tuo.become("signed-in"));
      await begin(page, 1000);
      await page.getByRole("progressbar").waitFor();
      await page.locator("tuo-archive").evaluate((element) => element.remove());
      const looks = (await asked(page, "archive.get")).length;
      await page.waitForTimeout(1800);
      assert.ok((await asked(page, "archive.get")).length <= looks);
    });
  },
);
