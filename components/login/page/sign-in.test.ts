import assert from "node:assert/strict";
import { axeFindings } from "../../../tests/browser.ts";
import {
  challenge,
  CLINIC,
  focusOf,
  framed,
  giveCode,
  givePassword,
  hostedTest,
  problem,
  SECRET,
} from "./portal.testing.ts";

const returning = { mode: "redirect", return: `${CLINIC}/area#/documents` };
const asks = { challenge: () => ({ body: challenge() }) };
const signsIn = { ...asks, code: () => ({ body: { next: "hand-over", code: "HANDOVER" } }) };

hostedTest("signing in on the portal's page", async (step, open) => {
  await step(
    "framed: password, code, and the code to hand over goes to the clinic's exact page",
    async () => {
      const opened = await open({ answers: signsIn, fields: { devices: "d1,d2" } });
      const frame = framed(opened);
      assert.deepEqual(await axeFindings(opened.page), []);
      await givePassword(frame);
      await frame.getByRole("heading", { name: "Inserisci il codice" }).waitFor();
      assert.equal(await focusOf(opened), "code");
      assert.deepEqual(await axeFindings(opened.page), []);
      await giveCode(frame);
      await frame.getByRole("heading", { name: "Accesso effettuato" }).waitFor();
      const heard = (await opened.messages()).find(({ type }) => type === "tuo-hand-over");
      assert.deepEqual(heard, {
        type: "tuo-hand-over",
        code: "HANDOVER",
        state: "s1",
        origin: "https://portal.test",
      });
      assert.deepEqual(opened.calls.map(({ path }) => path.split("/").at(-1)), [
        "sign-in",
        "challenge",
        "code",
      ]);
      assert.deepEqual(opened.calls[1].body, {
        codiceFiscale: " rssmra80a01h501u ",
        password: "una frase lunga",
        handOver: { origin: CLINIC, codeChallenge: SECRET, keyThumbprint: SECRET },
        devices: ["d1", "d2"],
      });
      assert.equal(opened.calls[2].body.code, "123456");
    },
  );

  await step("framed: nothing takes the focus from the clinic's page as it comes", async () => {
    const opened = await open();
    await framed(opened).getByLabel("Username").waitFor();
    assert.equal(await focusOf(opened), null);
  });

  await step("a stranger's page that frames or links it gets no form", async () => {
    for (const fields of [{ origin: "https://clinic.test.evil.test" }, { origin: "*" }, { origin: "null" }]) {
      const opened = await open({ fields });
      await framed(opened).getByText("torna lì per accedere").waitFor();
      assert.equal(await framed(opened).getByLabel("Password").count(), 0);
      assert.deepEqual((await opened.messages()).map(({ type }) => type), []);
    }
    for (const address of ["https://evil.test/", "javascript:alert(1)", "https://clinic.test@evil.test/"]) {
      const opened = await open({ fields: { mode: "redirect", return: address } });
      await opened.page.getByText("torna lì per accedere").waitFor();
      assert.equal(await opened.page.getByLabel("Password").count(), 0);
      assert.equal(
        await opened.page.getByRole("link", { name: "Vai al sito della clinica" }).getAttribute("href"),
        `${CLINIC}/area`,
      );
    }
  });

  await step("as a full page: the clinic's name, a clean address bar, and back with the code", async () => {
    const opened = await open({ answers: signsIn, fields: returning });
    const { page } = opened;
    await page.getByText("Studio Radiologico Aurora").waitFor();
    assert.equal(page.url(), "https://portal.test/t/pk_test/sign-in");
    assert.equal(await page.title(), "Accedi a TuoDossier – Studio Radiologico Aurora");
    assert.equal(await focusOf(opened), "username");
    assert.equal(
      await page.getByRole("link", { name: "Torna al sito" }).getAttribute("href"),
      returning.return,
    );
    assert.deepEqual(await axeFindings(page), []);
    await givePassword(page);
    await giveCode(page);
    await page.waitForURL(`${CLINIC}/area#/documents&tuo_code=HANDOVER&tuo_state=s1`);
  });

  await step(
    "in a window of its own: the page that opened it hears the code, and the window closes",
    async () => {
      const opened = await open({ answers: signsIn, fields: { mode: "popup" } });
      const closed = opened.page.waitForEvent("close");
      await givePassword(opened.page);
      await giveCode(opened.page);
      await closed;
      assert.deepEqual((await opened.messages()).map(({ type }) => type), [
        "tuo-frame-ready",
        "tuo-hand-over",
      ]);
    },
  );

  await step("a wrong password is told over the form, and what was typed stays", async () => {
    const opened = await open({ answers: { challenge: () => problem("auth.invalid-credentials", 401) } });
    const frame = framed(opened);
    await givePassword(frame);
    await frame.getByRole("alert").filter({ hasText: "non corretti" }).waitFor();
    assert.equal(await frame.getByLabel("Username").inputValue(), " rssmra80a01h501u ");
    assert.equal(await frame.getByLabel("Password", { exact: true }).inputValue(), "una frase lunga");
    assert.deepEqual(await axeFindings(opened.page), []);
  });

  await step("a wait holds the button until it is over", async () => {
    let tries = 0;
    const wait = () => (tries++, { ...problem("auth.wait", 429), retryAfter: 2 });
    const opened = await open({ answers: { challenge: wait } });
    const frame = framed(opened);
    await givePassword(frame);
    const told = frame.getByRole("alert").filter({ hasText: "Potrai riprovare tra 2 secondi" });
    await told.waitFor({ state: "attached" });
    const height = () => frame.locator("form").evaluate((form) => form.getBoundingClientRect().height);
    const before = await height();
    await frame.getByRole("button", { name: "Accedi", exact: true }).click({ force: true });
    assert.equal(tries, 1);
    await frame.getByText("Potrai riprovare tra 1 secondi").waitFor();
    assert.equal(await told.count(), 1, "it is not read out at each second");
    await frame.getByRole("status").filter({ hasText: "Adesso puoi riprovare" }).waitFor();
    assert.equal(await height(), before, "nothing jumps");
    await frame.getByRole("button", { name: "Accedi", exact: true }).click();
    await told.waitFor({ state: "attached" });
    assert.equal(tries, 2);
  });

  await step("another code after the countdown; a wrong one is told at the field", async () => {
    const opened = await open({
      answers: {
        challenge: () => ({ body: challenge({ resendAfter: 1, explainSms: true }) }),
        resend: () => ({ body: challenge({ resendAfter: 30 }) }),
        code: () => problem("auth.code-invalid", 401),
      },
    });
    const frame = framed(opened);
    await givePassword(frame);
    await frame.getByText("protegge meglio").waitFor();
    await giveCode(frame);
    const code = frame.getByLabel("Codice di Sicurezza (OTP)");
    await frame.getByRole("alert").filter({ hasText: "ultimo SMS" }).waitFor();
    assert.equal(await code.getAttribute("aria-invalid"), "true");
    assert.equal(await code.inputValue(), "123 456");
    await opened.page.keyboard.type("7654321");
    assert.equal(await code.inputValue(), "765432", "it takes the wrong one's place, and six digits are all");
    await frame.getByRole("button", { name: "Invia un altro codice" }).click();
    await frame.getByText("Abbiamo inviato un altro codice").waitFor();
    await frame.getByText("Potrai richiederlo tra 30 secondi").waitFor();
    assert.equal(await focusOf(opened), "code");
    assert.equal(await code.inputValue(), "", "the new code has the field for itself");
    assert.equal(await frame.getByText("protegge meglio").count(), 1, "it stays while the screen does");
  });

  await step("an authenticator: no resend, and a recovery code in its place", async () => {
    const opened = await open({
      answers: {
        challenge: () => ({ body: challenge({ factor: "authenticator", sentTo: null }) }),
        code: ({ code }) =>
          code === "ABCDE23456"
            ? { body: { next: "hand-over", code: "H" } }
            : problem("auth.code-invalid", 401),
      },
    });
    const frame = framed(opened);
    await givePassword(frame);
    await frame.getByText("cambiano ogni 30 secondi").waitFor();
    assert.equal(await frame.getByText("Non hai ricevuto").count(), 0);
    await frame.getByRole("button", { name: "Usa un codice di recupero" }).click();
    const code = frame.getByLabel("Codice di recupero", { exact: true });
    await code.fill("abcde");
    await frame.getByRole("button", { name: "Conferma" }).click();
    await frame.getByText("tutti i 10 caratteri").waitFor();
    assert.deepEqual(await axeFindings(opened.page), []);
    await code.fill("abcde-23456");
    await frame.getByRole("button", { name: "Conferma" }).click();
    await frame.getByRole("heading", { name: "Accesso effettuato" }).waitFor();
  });

  await step("a challenge that is over begins again, and says so; the user name stays", async () => {
    const opened = await open({ answers: { ...asks, code: () => problem("auth.challenge-over", 410) } });
    const frame = framed(opened);
    await givePassword(frame);
    await giveCode(frame);
    await frame.getByRole("alert").filter({ hasText: "scaduto" }).waitFor();
    assert.equal(await frame.getByLabel("Username").inputValue(), " rssmra80a01h501u ");
    assert.equal(await frame.getByLabel("Password", { exact: true }).inputValue(), "");
    assert.equal(await focusOf(opened), "password");
  });

  await step("the first access: a refused password is told why, one that is proposed is taken", async () => {
    const sent: unknown[] = [];
    const opened = await open({
      answers: {
        ...asks,
        "code": () => ({ body: { next: "new-password" } }),
        "new-password": ({ password }) => {
          sent.push(password);
          return password === "lampada verde rossi"
            ? problem("auth.password-weak", 422, { reason: "personal" })
            : { body: { code: "H" } };
        },
      },
    });
    const frame = framed(opened);
    const [first, second] = [frame.getByLabel("Nuova password", { exact: true }), frame.getByLabel("Ripeti")];
    const save = frame.getByRole("button", { name: "Salva e accedi" });
    await givePassword(frame);
    await giveCode(frame);
    await save.click();
    await frame.getByText("Scrivi la nuova password").waitFor();
    await first.fill("undici lett");
    await save.click();
    await frame.getByText("almeno 12 caratteri.").waitFor();
    await first.fill("lampada verde rossi");
    await save.click();
    await frame.getByText("Ripeti la password che hai scelto").waitFor();
    await second.fill("lampada verde rossa");
    await save.click();
    await frame.getByText("non sono uguali").waitFor();
    assert.equal(await focusOf(opened), "repeated");
    await second.fill("lampada verde rossi");
    await save.click();
    await frame.getByText("contiene i tuoi dati").waitFor();
    assert.equal(await focusOf(opened), "new-password");
    await frame.getByText("non va bene").waitFor();
    assert.equal(await second.inputValue(), "lampada verde rossi", "nothing is lost");
    assert.deepEqual(await axeFindings(opened.page), []);
    await frame.getByRole("button", { name: "Proponimi una password" }).click();
    await frame.getByText("Eccone una").waitFor();
    const proposed = await first.inputValue();
    await frame.getByText(proposed, { exact: true }).waitFor();
    await frame.getByText("ottima").waitFor();
    await second.fill(proposed);
    await save.click();
    await frame.getByRole("heading", { name: "Accesso effettuato" }).waitFor();
    assert.deepEqual(sent, ["lampada verde rossi", proposed]);
  });

  await step("five wrong codes: it is said that a new one will come", async () => {
    let tries = 0;
    const code = () => ++tries > 5 ? problem("auth.challenge-over", 410) : problem("auth.code-invalid", 401);
    const opened = await open({ answers: { ...asks, code } });
    const frame = framed(opened);
    await givePassword(frame);
    for (let time = 0; time < 6; time++) {
      await giveCode(frame, `12345${time}`);
      await frame.locator(`[aria-disabled="true"]`).waitFor({ state: "detached" });
    }
    await frame.getByRole("alert").filter({ hasText: "troppe volte: ricomincia, ti mandiamo" }).waitFor();
    assert.equal(await focusOf(opened), "password");
  });

  await step("loaded again while the SMS is read, the page goes on where it was", async () => {
    const opened = await open({ answers: signsIn, fields: { ...returning, devices: "d1" } });
    const { page } = opened;
    await page.getByLabel("Username").waitFor();
    await page.reload();
    await givePassword(page);
    await page.getByText("*****46").waitFor();
    await page.reload();
    await page.getByText("*****46").waitFor();
    assert.equal(page.url(), "https://portal.test/t/pk_test/sign-in");
    const kept = JSON.stringify(await page.evaluate(() => history.state));
    assert.ok(!kept.includes("frase lunga"), "no password is kept");
    await giveCode(page);
    await page.waitForURL(`${CLINIC}/area#/documents&tuo_code=HANDOVER&tuo_state=s1`);
    assert.deepEqual(opened.calls.filter(({ path }) => path.endsWith("/challenge")).length, 1);
  });

  await step("a sign-in that is begun anew is at its beginning when it is loaded again", async () => {
    const { page } = await open({ answers: signsIn, fields: returning });
    await givePassword(page);
    await page.getByRole("button", { name: "Torna al login" }).click();
    await page.reload();
    await page.getByLabel("Username").waitFor();
  });

  await step(
    "in the clinic page's language; alone in the browser's; the patient's choice stays",
    async () => {
      const alone = await open({ fields: returning, locale: "en-GB" });
      await alone.page.getByRole("heading", { name: "Sign in to TuoDossier" }).waitFor();
      const inside = await open({ locale: "en-GB", lang: "it" });
      const frame = framed(inside);
      await frame.getByRole("heading", { name: "Accedi a TuoDossier" }).waitFor();
      await frame.getByRole("button", { name: "English" }).click();
      await frame.getByRole("heading", { name: "Sign in to TuoDossier" }).waitFor();
      assert.deepEqual(await axeFindings(inside.page), []);
    },
  );

  await step("nothing is wider than a telephone with the reader's large letters", async () => {
    const opened = await open({ answers: signsIn, fields: returning, width: 320 });
    const { page } = opened;
    const session = await page.context().newCDPSession(page);
    await session.send("Page.setFontSizes", { fontSizes: { standard: 32, fixed: 32 } });
    const fits = async () =>
      assert.ok(
        await page.evaluate(() => document.documentElement.scrollWidth) <= 320,
        "no sideways scrolling",
      );
    await page.getByLabel("Username").waitFor();
    await fits();
    await givePassword(page);
    await page.getByText("*****46").waitFor();
    await fits();
  });

  await step("with the keyboard alone, and in English", async () => {
    const opened = await open({ answers: signsIn, fields: returning });
    await opened.page.getByRole("button", { name: "English" }).click();
    await opened.page.getByRole("heading", { name: "Sign in to TuoDossier" }).waitFor();
    await opened.page.getByLabel("Username").focus();
    await opened.page.keyboard.type("RSSMRA80A01H501U");
    await opened.page.keyboard.press("Tab");
    await opened.page.keyboard.type("una frase lunga");
    await opened.page.keyboard.press("Enter");
    await opened.page.getByRole("heading", { name: "Enter the code" }).waitFor();
    await opened.page.keyboard.type("123456");
    await opened.page.keyboard.press("Enter");
    await opened.page.waitForURL(`${CLINIC}/**`);
  });
});

hostedTest("the clinic's identity provider", async (step, open) => {
  const clinic = { signInWith: "SPID o CIE" };
  const provider = { oidc: () => ({ body: { url: `${CLINIC}/provider` } }) };

  await step("from a frame the clinic's page is asked to begin anew as a full page", async () => {
    const opened = await open({ clinic });
    await framed(opened).getByRole("button", { name: "Entra con SPID o CIE" }).click();
    await opened.page.waitForFunction(() =>
      (globalThis as unknown as { heard: { type: string }[] }).heard.some(({ type }) =>
        type === "tuo-redirect"
      )
    );
    assert.deepEqual((await opened.messages()).at(-1), {
      type: "tuo-redirect",
      state: "s1",
      provider: "oidc",
      origin: "https://portal.test",
    });
  });

  await step("from a full page, by its button or at once, the browser goes there", async () => {
    for (const fields of [returning, { ...returning, provider: "oidc" }]) {
      const opened = await open({ clinic, fields, answers: provider });
      if (!("provider" in fields)) await opened.page.getByRole("button", { name: "Entra con" }).click();
      await opened.page.waitForURL(`${CLINIC}/provider`);
      assert.deepEqual(opened.calls.at(-1)?.body, {
        handOver: { origin: CLINIC, codeChallenge: SECRET, keyThumbprint: SECRET },
        returnTo: returning.return,
        state: "s1",
        devices: [],
      });
    }
  });

  await step("back with a code to enter, or with somebody to be linked, the page goes on there", async () => {
    const code = { "step": "code", "sign-in": SECRET, "factor": "sms", "sent": "*****46", "resend": "15" };
    const coded = await open({ clinic, fields: { ...returning, ...code }, answers: signsIn });
    await coded.page.getByText("*****46").waitFor();
    await giveCode(coded.page);
    await coded.page.waitForURL(`${CLINIC}/area#**`);

    const linked = await open({
      clinic,
      fields: { ...returning, step: "link", identity: "I".repeat(43) },
      answers: signsIn,
    });
    await linked.page.getByRole("heading", { name: "Conferma chi sei" }).waitFor();
    await givePassword(linked.page);
    await linked.page.getByRole("heading", { name: "Inserisci il codice" }).waitFor();
    assert.equal(linked.calls.at(-1)?.body.identity, "I".repeat(43));
  });

  await step("its failure is told, and the password remains as a way in", async () => {
    const fields = { ...returning, step: "error", error: "auth.provider-refused" };
    const opened = await open({ clinic, fields });
    assert.ok(((await opened.page.getByRole("alert").textContent())?.trim().length ?? 0) > 20);
    await opened.page.getByLabel("Username").waitFor();

    const waits = { ...returning, step: "error", error: "auth.wait", wait: "40" };
    const waiting = await open({ clinic, fields: waits });
    await waiting.page.getByRole("alert").filter({ hasText: "Potrai riprovare tra 40 secondi" }).waitFor({
      state: "attached",
    });
  });
});
