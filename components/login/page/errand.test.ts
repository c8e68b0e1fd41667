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

const ERRAND = "e".repeat(43);
const SEED = "JBSWY3DPEHPK3PXP";
const CODES = ["ABCDE-23456", "FGHIJ-7ABCD"];
const URI = `otpauth://totp/Aurora?secret=${SEED}&issuer=Aurora`;

/** What the page goes on with once the code was right: the clinic's page never sees it. */
const PROVED = "P".repeat(43);

const asked = (act: string, answers: Answers = {}, facts: Record<string, unknown> = {}) => ({
  fields: { act, errand: ERRAND },
  answers: {
    errand: () => ({
      body: {
        act,
        needsCode: false,
        factor: "sms",
        maskedPhone: "*****46",
        maskedEmail: "m•••@posta.example",
        authenticator: false,
        expiresAt: "2030-01-01T00:00:00.000Z",
        ...facts,
      },
    }),
    ...answers,
  },
});

const ended = async (opened: OpenedPage) =>
  (await opened.messages()).filter(({ type }) => type.startsWith("tuo-errand"));
const done = [{ type: "tuo-errand-done", state: "s1", origin: "https://portal.test" }];
const pathsOf = ({ calls }: OpenedPage) =>
  calls.slice(1).map(({ path }) => path.replace("/t/pk_test/v1/auth/", ""));

hostedTest("errands on the portal's page", async (step, open) => {
  await step("step-up: it is said why, a code is sent when asked for, and that is all", async () => {
    const opened = await open(asked("step-up", {
      resend: () => ({ body: challenge({ challenge: ERRAND }) }),
      code: () => ({ body: { next: "done" } }),
    }, { needsCode: true }));
    const frame = framed(opened);
    await frame.getByRole("heading", { name: "Per sicurezza, conferma che sei tu" }).waitFor();
    assert.deepEqual(pathsOf(opened), ["errand"], "nothing is sent before it is asked for");
    assert.deepEqual(await axeFindings(opened.page), []);
    await frame.getByRole("button", { name: "Invia il codice" }).click();
    await giveCode(frame);
    await frame.getByRole("heading", { name: "Fatto" }).waitFor();
    assert.deepEqual(pathsOf(opened), ["errand", "resend", "code"]);
    assert.deepEqual(await ended(opened), done);
  });

  await step("with an authenticator its code is asked for at once", async () => {
    const opened = await open(asked("step-up", { code: () => ({ body: { next: "done" } }) }, {
      needsCode: true,
      factor: "authenticator",
      authenticator: true,
    }));
    await giveCode(framed(opened));
    await framed(opened).getByRole("heading", { name: "Fatto" }).waitFor();
    assert.deepEqual(opened.calls.at(-1)?.body, { challenge: ERRAND, code: "123456" });
  });

  await step("the password: a wrong current one and a weak new one are told where they are", async () => {
    let tries = 0;
    const opened = await open(asked("password", {
      "errand/password": () =>
        [
          problem("auth.invalid-credentials", 401),
          problem("auth.password-weak", 422, { reason: "unchanged" }),
          {
            status: 204,
          },
        ][tries++],
    }));
    const frame = framed(opened);
    const save = frame.getByRole("button", { name: "Cambia la password" });
    await frame.getByLabel("Password attuale").fill("quella di prima");
    await frame.getByLabel("Nuova password", { exact: true }).fill("una frase lunga assai");
    await frame.getByLabel("Ripeti").fill("una frase lunga assai");
    await save.click();
    await frame.getByText("non è la tua password attuale").waitFor();
    assert.equal(await focusOf(opened), "current");
    await save.click();
    await frame.getByText("la password che hai adesso").waitFor();
    assert.equal(await focusOf(opened), "new-password");
    assert.deepEqual(await axeFindings(opened.page), []);
    await save.click();
    await frame.getByText("La password è cambiata.").waitFor();
    assert.deepEqual(await ended(opened), done);
    assert.deepEqual(opened.calls.at(-1)?.body, {
      errand: ERRAND,
      current: "quella di prima",
      password: "una frase lunga assai",
    });
  });

  await step(
    "a new telephone is proved by a code that went there; one may go back and write another",
    async () => {
      const opened = await open(asked("phone", {
        "resend": () => ({ body: challenge({ challenge: ERRAND }) }),
        "errand/contact": ({ contact, errand }) =>
          errand !== PROVED || contact === "+393339999999"
            ? problem("auth.contact-refused", 422)
            : { body: challenge({ sentTo: "*****67" }) },
        "code": ({ challenge }) => ({
          body: challenge === ERRAND ? { next: "errand", errand: PROVED } : { next: "done" },
        }),
      }, { needsCode: true }));
      const frame = framed(opened);
      await frame.getByRole("heading", { name: "Per sicurezza, conferma che sei tu" }).waitFor();
      await frame.getByRole("button", { name: "Invia il codice" }).click();
      await giveCode(frame);
      const number = frame.getByLabel("Nuovo numero di cellulare");
      const send = frame.getByRole("button", { name: "Invia il codice" });
      await send.click();
      await frame.getByText("Scrivi il numero completo").waitFor();
      await number.fill("06 1234 5678");
      await send.click();
      await frame.getByText("Questo è un numero fisso").waitFor();
      await number.fill("+41 79 123 45 67");
      await send.click();
      await frame.getByText("non possiamo inviare SMS").waitFor();
      await number.fill("333 9999999");
      await send.click();
      await frame.getByText("non possiamo inviare SMS").waitFor();
      assert.equal(await number.inputValue(), "333 9999999");
      assert.deepEqual(await axeFindings(opened.page), []);
      await number.fill("333 123 4567");
      await send.click();
      await frame.getByText("*****67").waitFor();
      await frame.locator("#code:focus").waitFor();
      // By key: a pointer may miss what a growing frame moves.
      await frame.getByRole("button", { name: "Cambia il numero" }).press("Enter");
      await number.fill("0039 333 1234567");
      await send.click();
      await giveCode(frame);
      await frame.getByText("Il numero di cellulare è cambiato").waitFor();
      assert.deepEqual(await ended(opened), done);
      assert.deepEqual(pathsOf(opened).slice(0, 4), ["errand", "resend", "code", "errand/contact"]);
    },
  );

  await step(
    "as a full page it goes back: with its state when done, without anything when given up",
    async () => {
      const fields = { act: "email", errand: ERRAND, mode: "redirect", return: `${CLINIC}/area` };
      const answers = asked("email", {
        "errand/contact": () => ({ body: challenge({ factor: "email", sentTo: "n•••@posta.example" }) }),
        "code": () => ({ body: { next: "done" } }),
      }).answers;
      const { page } = await open({ fields, answers });
      await page.getByLabel("Nuovo indirizzo e-mail").fill("nome@posta.example");
      await page.getByRole("button", { name: "Invia il codice" }).click();
      await page.getByText("n•••@posta.example").waitFor();
      await giveCode(page);
      await page.waitForURL(`${CLINIC}/area#tuo_done=s1`);
      const given = await open({ fields, answers });
      await given.page.getByRole("button", { name: "Annulla" }).click();
      await given.page.waitForURL(`${CLINIC}/area`);
    },
  );

  await step("an authenticator: QR, key for typing, proof, and codes that are shown once", async () => {
    const opened = await open(asked("authenticator", {
      "errand/authenticator": () => ({ body: { secret: SEED, uri: URI } }),
      "errand/authenticator/confirm": ({ code }) =>
        code === "654321" ? { body: { codes: CODES } } : problem("auth.code-invalid", 401),
    }));
    const frame = framed(opened);
    await frame.getByRole("img", { name: "Codice QR" }).waitFor();
    await frame.getByText("JBSW", { exact: true }).waitFor();
    assert.deepEqual(await axeFindings(opened.page), []);
    const code = frame.getByLabel("Codice dell'app");
    await code.fill("111111");
    await frame.getByRole("button", { name: "Attiva" }).click();
    await frame.getByText("l'ora del telefono").waitFor();
    await code.fill("654 321");
    await frame.getByRole("button", { name: "Attiva" }).click();
    await frame.getByText(CODES[0]).waitFor();
    assert.deepEqual(await ended(opened), [], "not before they are saved");
    assert.deepEqual(await axeFindings(opened.page), []);
    const [file] = await Promise.all([
      opened.page.waitForEvent("download"),
      frame.getByRole("button", { name: "Salva come file" }).click(),
    ]);
    const text = await Deno.readTextFile(await file.path());
    assert.ok(CODES.every((each) => text.includes(each)));
    assert.equal(file.suggestedFilename(), "codici-di-recupero.txt");
    await frame.getByRole("button", { name: "Copia" }).click();
    await frame.getByText("I codici sono copiati").waitFor();
    await opened.page.keyboard.press("Escape");
    await frame.getByRole("alert").filter({ hasText: "Non hai ancora salvato i codici" }).waitFor();
    assert.deepEqual(await ended(opened), []);
    await frame.getByRole("button", { name: "Ho salvato i codici" }).click();
    await opened.page.waitForFunction(() =>
      (globalThis as unknown as { heard: { type: string }[] }).heard.some(({ type }) =>
        type === "tuo-errand-done"
      )
    );
  });

  await step("one in use is taken away after it was said what is lost", async () => {
    const opened = await open(asked("authenticator", {
      "errand/authenticator/remove": () => ({ status: 204 }),
    }, { authenticator: true }));
    const frame = framed(opened);
    await frame.getByText("i codici di recupero non varranno più").waitFor();
    assert.deepEqual(await axeFindings(opened.page), []);
    await frame.getByRole("button", { name: "Rimuovi l'app" }).click();
    await frame.getByRole("heading", { name: "Fatto" }).waitFor();
    assert.deepEqual(await ended(opened), done);
  });

  await step("loaded again at the code, it is at the code", async () => {
    const fields = { act: "phone", errand: ERRAND, mode: "redirect", return: `${CLINIC}/area` };
    const { answers } = asked("phone", {
      "errand/contact": () => ({ body: challenge({ sentTo: "*****67" }) }),
      "code": () => ({ body: { next: "done" } }),
    });
    const { page } = await open({ fields, answers });
    await page.getByLabel("Nuovo numero di cellulare").fill("333 1234567");
    await page.getByRole("button", { name: "Invia il codice" }).click();
    await page.getByText("*****67").waitFor();
    await page.reload();
    await page.getByText("che finisce per 67").waitFor({ state: "attached" });
    await giveCode(page);
    await page.waitForURL(`${CLINIC}/area#tuo_done=s1`);
  });

  await step("given up, and over: the clinic's page is told", async () => {
    const given = await open(asked("phone"));
    await framed(given).getByLabel("Nuovo numero").waitFor();
    await given.page.locator("iframe").evaluate((frame) => (frame as HTMLIFrameElement).focus());
    await framed(given).locator("#contact:focus").waitFor();
    await given.page.keyboard.press("Escape");
    const over = await open({
      fields: { act: "phone", errand: SECRET },
      answers: { errand: () => problem("auth.errand-over", 410) },
    });
    await framed(over).getByRole("heading", { name: "Il tempo è scaduto" }).waitFor();
    await framed(over).getByRole("button", { name: "Chiudi" }).click();
    for (const opened of [given, over]) {
      await opened.page.waitForFunction(() =>
        (globalThis as unknown as { heard: { type: string }[] }).heard.at(-1)?.type === "tuo-errand-cancelled"
      );
    }
  });
});
