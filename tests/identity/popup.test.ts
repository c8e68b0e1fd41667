/** The SDK alone on a page of a developer's own: a window, two tabs, no network. */
import assert from "node:assert/strict";
import type { BrowserContext, Page } from "playwright-core";
import { axeFindings, browserPath, launchBrowser } from "../browser.ts";
import { giveCode, givePassword, stepsOf } from "./forms.ts";
import { type ClinicPage, openPortal } from "./portal.ts";

const body: ClinicPage["body"] = ({ endpoint, key }) =>
  `<!doctype html>
<html lang="it"><meta charset="utf-8"><title>Clinica</title>
<main><h1>Referti</h1><button id="in">Entra</button><button id="out">Esci</button>
<p id="status"></p><p id="told"></p></main>
<script type="module">
import { createTuoDossier } from "${endpoint}/sdk/v1/sdk.js";
const tuo = createTuoDossier({ endpoint: "${endpoint}", key: "${key}" });
const write = (id, text) => document.getElementById(id).textContent = text;
const tell = (act) => async () => {
  write("told", "…");
  write("told", await act().then((answer) => answer ?? "done", (error) => error.code ?? String(error)));
};
tuo.session.subscribe((status) => write("status", status));
document.getElementById("in").onclick = tell(() => tuo.session.signInWithPopup());
document.getElementById("out").onclick = tell(() => tuo.session.signOut().then(() => "gone"));
globalThis.profile = tell(() => tuo.profile.get().then(({ codiceFiscale }) => codiceFiscale));
write("status", tuo.session.status);
</script></html>`;

async function openTab(context: BrowserContext, origin: string): Promise<Page> {
  const page = await context.newPage();
  page.setDefaultTimeout(20_000);
  await page.goto(`${origin}/sdk-solo`);
  return page;
}

const reads = (page: Page, id: "status" | "told", text: string) =>
  page.locator(`#${id}`).getByText(text, { exact: true }).waitFor();
const press = (page: Page, name: string) => page.getByRole("button", { name, exact: true }).click();

async function openWindow(page: Page): Promise<Page> {
  const [popup] = await Promise.all([page.waitForEvent("popup"), press(page, "Entra")]);
  popup.setDefaultTimeout(20_000);
  await popup.getByLabel("Username").waitFor();
  return popup;
}

/** What the clinic's origin keeps of us: entries by name, keys told apart from other values. */
const kept = (page: Page): Promise<string[]> =>
  page.evaluate(async () => {
    const opening = indexedDB.open("tuodossier");
    const database = await new Promise<IDBDatabase>((resolve, reject) => {
      opening.onsuccess = () => resolve(opening.result);
      opening.onerror = () => reject(opening.error);
    });
    const read = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve) => request.onsuccess = () => resolve(request.result));
    const told = (value: unknown): unknown =>
      value instanceof CryptoKey
        ? `${value.extractable ? "open" : "closed"} ${value.type} key`
        : value && typeof value === "object"
        ? Object.fromEntries(Object.entries(value).map(([name, each]) => [name, told(each)]))
        : value;
    const all: string[] = [];
    for (const name of database.objectStoreNames) {
      const store = database.transaction(name).objectStore(name);
      const [names, values] = await Promise.all([read(store.getAllKeys()), read(store.getAll())]);
      names.forEach((entry, at) => all.push(`${entry} ${JSON.stringify(told(values[at]))}`));
    }
    database.close();
    return all;
  });

Deno.test({
  name: "the SDK alone: a window, two tabs, and a sign-out without a network",
  ignore: browserPath === null,
  async fn(t) {
    const step = stepsOf(t);
    await using portal = await openPortal({ pages: { "/sdk-solo": { body } } });
    const { origin, patient } = portal;
    const browser = await launchBrowser();
    try {
      const context = await browser.newContext({ locale: "it-IT" });
      const page = await openTab(context, origin);
      await reads(page, "status", "signed-out");
      const signIn = async () => {
        const popup = await openWindow(page);
        await givePassword(popup, patient);
        const closed = popup.waitForEvent("close");
        await giveCode(popup, (await portal.codes()).at(-1)!);
        await closed;
        await reads(page, "told", "done");
        await reads(page, "status", "signed-in");
      };

      await step("a window that the patient closes is a sign-in they gave up", async () => {
        const popup = await openWindow(page);
        assert.equal(new URL(popup.url()).hash, "");
        assert.deepEqual(await axeFindings(popup), [], "the window");
        await popup.close();
        await reads(page, "told", "sign-in.cancelled");
        await reads(page, "status", "signed-out");
        assert.deepEqual(await kept(page), []);
      });

      await step("the window signs in and closes by itself; the key cannot be taken out", async () => {
        await signIn();
        await page.evaluate(() => (globalThis as unknown as { profile: () => void }).profile());
        await reads(page, "told", patient.codiceFiscale);
        const entries = await kept(page);
        assert.ok(entries.some((entry) => /"closed private key"/.test(entry) && /accessToken/.test(entry)));
        assert.doesNotMatch(entries.join(), /"open private key"/);
        assert.equal(entries.join().includes(patient.codiceFiscale), false);
      });

      await step("a second tab is signed in, and is out when the first one signs out", async () => {
        const other = await openTab(context, origin);
        await reads(other, "status", "signed-in");
        await press(page, "Esci");
        await reads(page, "told", "gone");
        await reads(other, "status", "signed-out");
        await other.evaluate(() => (globalThis as unknown as { profile: () => void }).profile());
        await reads(other, "told", "auth.signed-out");
        // And the other way round: who signs in here is in there.
        await signIn();
        await reads(other, "status", "signed-in");
        await other.close();
      });

      await step("without a network nothing stays of the session: no key, no token", async () => {
        const tokens = (await kept(page)).join().match(/"(?:access|refresh)Token":"([^"]+)"/g) ?? [];
        assert.equal(tokens.length, 2);
        await context.setOffline(true);
        await press(page, "Esci");
        await reads(page, "told", "gone");
        await reads(page, "status", "signed-out");
        const entries = (await kept(page)).join();
        assert.doesNotMatch(entries, / key"|Token|session /);
        await context.setOffline(false);
        await page.reload();
        await reads(page, "status", "signed-out");
      });
    } finally {
      await browser.close();
    }
  },
});
