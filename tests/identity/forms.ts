/** What a patient does in the portal's page, wherever it stands: a frame, a window of its own, the whole page. */
import type { FrameLocator, Page } from "playwright-core";

/** Italian names of what is on the screen. */
export const codeField = (form: Page | FrameLocator) => form.getByLabel("Codice di Sicurezza (OTP)");

export async function givePassword(
  form: Page | FrameLocator,
  { codiceFiscale, password }: { codiceFiscale: string; password: string },
): Promise<void> {
  await form.getByLabel("Username").fill(codiceFiscale);
  await form.getByLabel("Password", { exact: true }).fill(password);
  await form.getByRole("button", { name: "Accedi", exact: true }).click();
  await codeField(form).waitFor();
}

export async function giveCode(form: Page | FrameLocator, code: string): Promise<void> {
  await codeField(form).fill(code);
  await form.getByRole("button", { name: "Conferma" }).click();
}

/** Steps that stop the journey where one fails: what comes after it would only be noise. */
export const stepsOf =
  (t: Deno.TestContext) => async (name: string, act: () => Promise<void>): Promise<void> => {
    if (!await t.step(name, act)) throw new Error(`The journey ends at: ${name}`);
  };
