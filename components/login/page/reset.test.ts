import assert from "node:assert/strict";
import { axeFindings } from "../../../tests/browser.ts";
import {
  type Answers,
  challenge,
  CLINIC,
  focusOf,
  framed,
  giveCode,
  hostedTest,
  type OpenedPage,
  problem,
  SECRET,
} from "./portal.testing.ts";

const NEW = "una frase lunga assai";
const link = (answers: Answers = {}) => ({
  path: "reset",
  fields: { token: SECRET },
  answers: { "reset/check": () => ({ status: 204 }), ...answers },
} as const);

async function choose({ page }: OpenedPage, password = NEW): Promise<void> {
  await page.getByLabel("Nuova password", { exact: true }).fill(password);
  await page.getByLabel("Ripeti").fill(password);
  await page.getByRole("button", { name: "Salva e continua" }).click();
}

hostedTest("a forgotten password", async (step, open) => {
  await step("the link is asked for with what was typed, and the answer tells of nobody", async () => {
    const opened = await open({ answers: { "reset-request": () => ({ status: 202 }) } });
    const frame = framed(opened);
    await frame.getByLabel("Username").fill("rssmra80a01h501u");
    await frame.getByRole("button", { name: "Hai dimenticato la password?" }).click();
    await frame.getByRole("heading", { name: "Reset PASSWORD" }).waitFor();
    assert.equal(await frame.getByLabel("Codice fiscale").inputValue(), "rssmra80a01h501u");
    assert.deepEqual(await axeFindings(opened.page), []);
    await frame.getByRole("button", { name: "Recupera PASSWORD" }).click();
    await frame.getByText("Se questo codice fiscale è registrato").waitFor();
    assert.equal(await focusOf(opened), "title");
    for (const text of ["30 minuti", "spam", "SMS una nuova password", "0434 000 000"]) {
      await frame.getByText(text).first().waitFor();
    }
    assert.deepEqual(opened.calls.at(-1)?.body, { codiceFiscale: "rssmra80a01h501u" });
    assert.deepEqual(await axeFindings(opened.page), []);
    await frame.getByRole("button", { name: "Torna al login" }).click();
    assert.equal(await frame.getByLabel("Username").inputValue(), "rssmra80a01h501u");
  });

  await step("behind the link: a new password, a code, and back to the clinic", async () => {
    const opened = await open(link({
      reset: () => ({ body: challenge() }),
      code: () => ({ body: { next: "done" } }),
    }));
    const { page, calls } = opened;
    await page.getByRole("heading", { name: "Reset password" }).waitFor();
    assert.equal(page.url(), "https://portal.test/t/pk_test/reset", "no token in the address bar");
    assert.equal(await page.evaluate(() => history.length), 2, "nor in the history");
    assert.deepEqual(await axeFindings(page), []);
    await choose(opened);
    await giveCode(page);
    await page.getByText("abbiamo chiuso tutte le sessioni").waitFor();
    assert.equal(
      await page.getByRole("link", { name: "Vai all'accesso" }).getAttribute("href"),
      `${CLINIC}/area`,
    );
    assert.deepEqual(await axeFindings(page), []);
    assert.deepEqual(calls.map(({ method, path }) => `${method} ${path.replace("/t/pk_test/", "")}`), [
      "GET reset",
      "POST v1/auth/reset/check",
      "POST v1/auth/reset",
      "POST v1/auth/code",
    ]);
    assert.deepEqual(calls[2].body, { token: SECRET, password: NEW });
  });

  await step(
    "the token is in no address that the server sees, and goes with no request but its own two",
    async () => {
      const opened = await open(
        link({ reset: () => problem("auth.password-weak", 422, { reason: "common" }) }),
      );
      await choose(opened);
      await opened.page.getByText("tra le prime che si provano").waitFor();
      assert.equal(await opened.page.getByLabel("Ripeti").inputValue(), NEW, "nothing is lost");
      assert.deepEqual(opened.calls.filter(({ url }) => url.includes(SECRET)), []);
      assert.deepEqual(opened.calls.filter(({ body }) => "token" in body).length, 2);
      await choose(opened, "un'altra frase lunga");
      await opened.page.getByText("tra le prime che si provano").waitFor();
    },
  );

  await step("loaded again, the page is where it was: before the password, and at the code", async () => {
    const { page } = await open(link({
      reset: () => ({ body: challenge() }),
      code: () => ({ body: { next: "done" } }),
    }));
    await page.getByRole("heading", { name: "Reset password" }).waitFor();
    await page.reload();
    await choose({ page } as OpenedPage);
    await page.getByText("*****46").waitFor();
    await page.reload();
    await giveCode(page);
    await page.getByText("abbiamo chiuso tutte le sessioni").waitFor();
    assert.equal(await page.evaluate(() => history.state), null);
    assert.equal(page.url(), "https://portal.test/t/pk_test/reset");
  });

  await step("a question that cannot be asked now keeps nobody from the form", async () => {
    const opened = await open(link({ "reset/check": () => problem("request.rate", 429) }));
    await opened.page.getByLabel("Ripeti").waitFor();
  });

  await step("a dead link, and an address without one, lead to another link", async () => {
    const answers = {
      "reset/check": () => problem("auth.reset-over", 410),
      "reset-request": () => ({ status: 202 }),
    };
    const opened = await open(link(answers));
    await opened.page.getByRole("heading", { name: "Il collegamento non vale più" }).waitFor();
    await opened.page.getByText("accedi con quella").waitFor();
    assert.equal(
      await opened.page.getByRole("link", { name: "Vai all'accesso" }).getAttribute("href"),
      `${CLINIC}/area`,
    );
    assert.deepEqual(await axeFindings(opened.page), []);
    await opened.page.getByRole("button", { name: "Chiedi un altro collegamento" }).click();
    await opened.page.getByLabel("Codice fiscale").fill("RSSMRA80A01H501U");
    await opened.page.getByRole("button", { name: "Recupera PASSWORD" }).click();
    await opened.page.getByRole("heading", { name: "Controlla la posta" }).waitFor();

    for (const token of ["", SECRET.slice(1), `${SECRET}=`]) {
      const bare = await open({ path: "reset", fields: { token } });
      await bare.page.getByRole("button", { name: "Chiedi un altro collegamento" }).waitFor();
      assert.deepEqual(bare.calls.map(({ method }) => method), ["GET"], "nothing is asked of the server");
    }
    const meanwhile = await open(link({ reset: () => problem("auth.reset-over", 410) }));
    await choose(meanwhile);
    await meanwhile.page.getByRole("heading", { name: "Il collegamento non vale più" }).waitFor();
  });

  await step("no page may frame it", async () => {
    const opened = await open();
    const refused = await opened.page.evaluate(() =>
      new Promise<boolean>((resolve) => {
        const frame = document.createElement("iframe");
        frame.src = "https://portal.test/t/pk_test/reset";
        // A refused frame is an error page of another origin: nothing of it speaks or can be read.
        frame.onload = () => resolve(frame.contentDocument === null);
        document.body.append(frame);
      })
    );
    assert.ok(refused);
    const inner = opened.page.frames().at(-1)!;
    assert.equal(await inner.locator("tuo-page").count(), 0);
    // The browser tells the console that it refused.
    opened.faults.length = 0;
  });
});
