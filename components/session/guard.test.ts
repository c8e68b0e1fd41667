import assert from "node:assert/strict";
import type { Page } from "playwright-core";
import { axeFindings } from "../../tests/browser.ts";
import { button, roomTest } from "../fixture/room-test.ts";

const question = (page: Page) => page.getByRole("dialog", { name: "Sei ancora qui?" });
/** The guard comes with a chunk of its own: it hears of what is done on the page once it is here. */
const guarded = async (page: Page) => {
  await page.waitForFunction(() =>
    (globalThis as Record<symbol, unknown>)[Symbol.for("tuodossier.guards") as never]
  );
  await page.waitForFunction(() =>
    (globalThis as unknown as Record<symbol, Map<string, unknown>>)[Symbol.for("tuodossier.guards")].size ===
      1
  );
};
const expire = (page: Page, seconds: number | null, extendable = true) =>
  page.evaluate(
    ([seconds, extendable]) => globalThis.tuo.portal.expire(seconds, extendable),
    [
      seconds,
      extendable,
    ] as const,
  );
const calls = (page: Page) => page.evaluate(() => globalThis.tuo.portal.calls.map(({ name }) => name));

for (
  const tags of ["<tuo-documents></tuo-documents>", "<tuo-help></tuo-help>", "<tuo-portal></tuo-portal>"]
) {
  roomTest(`the end of the session, announced by ${tags} alone`, tags, async (room) => {
    await room.step("once, with the time that is left; one button carries it on", async () => {
      const page = await room.open();
      await guarded(page);
      await expire(page, 118);
      await question(page).waitFor();
      await page.getByText(/^1 minuto e 5[5-8] secondi$/).waitFor();
      assert.equal(await page.getByRole("dialog").count(), 1);
      assert.deepEqual(await axeFindings(page), []);
      await button(page, "Resta collegato").click();
      await question(page).waitFor({ state: "detached" });
      await page.waitForFunction(() => globalThis.tuo.portal.calls.some(({ name }) => name === "extend"));
    });
  });
}

roomTest(
  "the session's guard",
  "<tuo-documents></tuo-documents><tuo-profile></tuo-profile>",
  async (room) => {
    await room.step("many elements, and two copies of the bundle, announce it once", async () => {
      const page = await room.open({
        tags:
          "<tuo-login></tuo-login><tuo-documents></tuo-documents><tuo-help></tuo-help><tuo-profile></tuo-profile>",
        query: "twice",
      });
      await guarded(page);
      await page.getByText("PZNPRV58C52F205K").last().waitFor();
      await expire(page, 60);
      await question(page).waitFor();
      await page.waitForTimeout(700);
      assert.equal(await page.getByRole("dialog").count(), 1);
    });

    await room.step(
      "it moves on when its element leaves the page, and passes over one that is hidden",
      async () => {
        const page = await room.open();
        await guarded(page);
        await page.getByText("PZNPRV58C52F205K").last().waitFor();
        await expire(page, 90);
        await question(page).waitFor();
        // Whichever came first.
        const holder = "tuo-documents:has(dialog), tuo-profile:has(dialog)";
        const first = await page.locator(holder).evaluate((host) => host.localName);
        await page.evaluate((tag) => document.querySelector(tag)!.remove(), first);
        await question(page).waitFor();
        assert.notEqual(await page.locator(holder).evaluate((host) => host.localName), first);
        assert.equal(await page.getByRole("dialog").count(), 1);
        const hidden = await room.open({
          tags: "<tuo-documents hidden></tuo-documents><tuo-profile></tuo-profile>",
        });
        await guarded(hidden);
        await hidden.getByText("PZNPRV58C52F205K").last().waitFor();
        await expire(hidden, 90);
        await hidden.locator("tuo-profile").getByRole("dialog").waitFor();
      },
    );

    await room.step("to stay is the first thing that Tab, and Enter, find", async () => {
      const page = await room.open();
      await guarded(page);
      await expire(page, 100);
      await question(page).waitFor();
      const buttons = question(page).getByRole("button");
      assert.deepEqual(await buttons.allInnerTexts(), ["Resta collegato", "Esci ora"]);
      await page.keyboard.press("Enter");
      await question(page).waitFor({ state: "detached" });
      assert.ok((await calls(page)).includes("extend"));
    });

    await room.step(
      "an end for want of use is told where sign-in is shown again; another is not",
      async () => {
        const page = await room.open({
          tags: "<tuo-login mode=redirect></tuo-login><tuo-profile></tuo-profile>",
        });
        const idle = page.getByText("non l'hai usata per 30 minuti");
        const end = async (seconds: number) => {
          await guarded(page);
          await expire(page, seconds);
          await question(page).waitFor();
          await page.evaluate(() => globalThis.tuo.become("signed-out"));
          await button(page, "Accedi").waitFor();
        };
        await end(0.5);
        assert.equal(await idle.count(), 1);
        await page.evaluate(() => globalThis.tuo.become("signed-in"));
        await idle.waitFor({ state: "detached" });
        await end(100);
        assert.equal(await idle.count(), 0);
        const portal = await room.open({ tags: "<tuo-portal></tuo-portal>" });
        await guarded(portal);
        await expire(portal, 0.5);
        await question(portal).waitFor();
        await portal.evaluate(() => globalThis.tuo.become("signed-out"));
        await portal.locator(".farewell").getByText("non l'hai usata per 30 minuti").waitFor();
      },
    );

    await room.step(
      "back from the full page, signed in: it says so, and the first heading has the focus",
      async () => {
        const page = await room.open({
          query: "returned=sign-in",
          tags: "<tuo-login></tuo-login><tuo-profile></tuo-profile><tuo-help></tuo-help>",
        });
        await page.getByRole("status").filter({ hasText: "Accesso effettuato" }).waitFor({
          state: "attached",
        });
        await page.waitForFunction(() => {
          const at = document.activeElement?.shadowRoot?.activeElement;
          return at?.localName === "h2" || at?.localName === "h1";
        });
        assert.equal(await page.getByRole("status").filter({ hasText: "Accesso effettuato" }).count(), 1);
        const failed = await room.open({ query: "returned=sign-in:auth.code-closed" });
        await guarded(failed);
        await failed.getByText("PZNPRV58C52F205K").last().waitFor();
        assert.equal(await failed.getByRole("status").filter({ hasText: "Accesso effettuato" }).count(), 0);
      },
    );

    await room.step("Escape stays too, and the focus goes back to where it was", async () => {
      const page = await room.open();
      await guarded(page);
      const change = button(page, "Cambia numero di cellulare");
      await change.focus();
      await expire(page, 100);
      await question(page).waitFor();
      await page.keyboard.press("Escape");
      await question(page).waitFor({ state: "detached" });
      await page.waitForFunction(() => globalThis.tuo.session.expiring === null);
      assert.equal(
        await change.evaluate((each) => (each.getRootNode() as ShadowRoot).activeElement === each),
        true,
      );
    });

    await room.step("what could not be carried on is said, and asked again", async () => {
      const page = await room.open({ query: "fault=session.extend:network.lost" });
      await guarded(page);
      await expire(page, 100);
      await button(page, "Resta collegato").click();
      await question(page).getByText("Controlla la connessione").waitFor();
      await page.evaluate(() => delete globalThis.tuo.faults["session.extend"]);
      await button(page, "Resta collegato").click();
      await question(page).waitFor({ state: "detached" });
    });

    await room.step("past the absolute end nothing is carried on: it says what to save, once", async () => {
      const page = await room.open();
      await guarded(page);
      await expire(page, 100, false);
      const note = page.getByRole("dialog", { name: "La sessione sta per finire" });
      await note.getByText("invia o copia il testo").waitFor();
      assert.equal(await button(page, "Resta collegato").count(), 0);
      assert.deepEqual(await axeFindings(page), []);
      await button(page, "Ho capito").click();
      await note.waitFor({ state: "detached" });
      await page.evaluate(() => globalThis.tuo.portal.become("signed-in"));
      await page.waitForTimeout(300);
      assert.equal(await page.getByRole("dialog").count(), 0);
      assert.ok(!(await calls(page)).includes("extend"));
    });

    await room.step("«Esci ora», or the end, leaves no dialog and nothing of the patient", async () => {
      const page = await room.open();
      await guarded(page);
      await page.getByText("PZNPRV58C52F205K").last().waitFor();
      await expire(page, 100);
      await button(page, "Esci ora").click();
      await page.getByText("PZNPRV58C52F205K").last().waitFor({ state: "detached" });
      assert.equal(await page.getByRole("dialog").count(), 0);
      await page.evaluate(() => globalThis.tuo.become("signed-in"));
      await page.getByText("PZNPRV58C52F205K").last().waitFor();
      await guarded(page);
      await expire(page, 100);
      await question(page).waitFor();
      await page.evaluate(() => globalThis.tuo.become("signed-out"));
      await question(page).waitFor({ state: "detached" });
    });

    await room.step(
      "what the patient does counts, inside our elements too; what a script makes up does not",
      async () => {
        const page = await room.open();
        await guarded(page);
        const activity = () => page.evaluate(() => globalThis.tuo.portal.activity);
        await page.evaluate(() => {
          for (const kind of ["pointerdown", "keydown", "wheel"]) {
            document.dispatchEvent(new Event(kind, { bubbles: true }));
          }
        });
        assert.equal(await activity(), 0);
        await page.locator("tuo-documents").getByRole("heading").first().click();
        assert.equal(await activity(), 1);
        await page.keyboard.press("Shift");
        assert.equal(await activity(), 1, "not at every key");
      },
    );

    await room.step("the nearing end does not read the page's data again", async () => {
      const page = await room.open();
      await guarded(page);
      await page.getByText("PZNPRV58C52F205K").last().waitFor();
      const lists = async () => (await calls(page)).filter((name) => name === "list").length;
      assert.equal(await lists(), 1);
      await expire(page, 100);
      await question(page).waitFor();
      await expire(page, null);
      await question(page).waitFor({ state: "detached" });
      assert.equal(await lists(), 1);
    });

    await room.step("the identity provider's own sign-out follows, where there is one", async () => {
      const page = await room.open({ query: "portal" });
      await guarded(page);
      await page.evaluate(() =>
        globalThis.tuo.portal.logoutUrl = `${globalThis.tuo.endpoint}/t/pk_fixture/logout`
      );
      await expire(page, 100);
      await button(page, "Esci ora").click();
      await page.waitForURL(/\/logout$/);
    });

    await room.step("keys pressed in it are not the element's around it", async () => {
      const page = await room.open({ tags: "<tuo-archive></tuo-archive>" });
      await guarded(page);
      await page.getByRole("heading", { name: "Esporta studi DICOM" }).waitFor();
      await page.evaluate(() => {
        addEventListener("tuo-archive-close", () => Object.assign(globalThis, { left: true }));
      });
      await expire(page, 100);
      await question(page).waitFor();
      await page.keyboard.press("Escape");
      await question(page).waitFor({ state: "detached" });
      assert.equal(await page.evaluate(() => "left" in globalThis), false);
    });

    await room.step("it stands over a dialog that is open already, and leaves it as it was", async () => {
      const page = await room.open();
      await guarded(page);
      await page.getByRole("row").nth(1).getByRole("button", { name: "Oscura" }).click();
      await page.getByRole("dialog", { name: "Vuoi oscurare" }).waitFor();
      await expire(page, 100);
      await button(page, "Resta collegato").click();
      await question(page).waitFor({ state: "detached" });
      await page.getByRole("dialog", { name: "Vuoi oscurare" }).getByRole("button", { name: "Annulla" })
        .click();
    });
  },
);
