/** What a patient does, as the journeys tell it. */
import type { Locator, Page } from "playwright-core";
import type { RunningDemo } from "./demo.ts";

/** Gives password and code as the `index`-th patient of the demo. */
export async function giveCredentials(page: Page, demo: RunningDemo, index = 0): Promise<void> {
  const patient = (await demo.state()).patients[index];
  const frame = page.frameLocator("iframe");
  await frame.getByLabel("Username").fill(patient.codiceFiscale);
  await frame.getByLabel("Password", { exact: true }).fill(patient.password);
  await frame.getByRole("button", { name: "Accedi", exact: true }).click();
  const code = frame.getByLabel("Codice di Sicurezza (OTP)");
  await code.waitFor();
  await code.fill(await demo.codeFor(patient.phone));
  await frame.getByRole("button", { name: "Conferma" }).click();
}

/** Signs in as the `index`-th patient of the demo, up to the start menu. */
export async function signIn(page: Page, demo: RunningDemo, index = 0): Promise<void> {
  await giveCredentials(page, demo, index);
  await page.getByRole("button", { name: /^Documenti/ }).waitFor();
}

/** The row that bears this text. */
export const rowOf = (page: Page, text: string): Locator => page.getByRole("row").filter({ hasText: text });
