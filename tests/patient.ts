/** What a patient does, as the journeys tell it. */
import assert from "node:assert/strict";
import type { Locator, Page } from "playwright-core";
import type { RunningDemo } from "./demo.ts";

/** Signs in as the `index`-th patient of the demo, up to the start menu. */
export async function signIn(page: Page, demo: RunningDemo, index = 0): Promise<void> {
  const patient = (await demo.state()).patients[index];
  const frame = page.frameLocator("iframe");
  await frame.getByLabel("Username").fill(patient.codiceFiscale);
  await frame.getByLabel("Password", { exact: true }).fill(patient.password);
  await frame.getByRole("button", { name: "Accedi", exact: true }).click();
  const code = frame.getByLabel("Codice di Sicurezza (OTP)");
  await code.waitFor();
  await code.fill(await demo.codeFor(patient.phone));
  await frame.getByRole("button", { name: "Conferma" }).click();
  await page.getByRole("button", { name: /^Documenti/ }).waitFor();
}

/** The row that bears this text. */
export const rowOf = (page: Page, text: string): Locator => page.getByRole("row").filter({ hasText: text });

/** What the live description of the image says, once it satisfies the test. */
export async function waitForText(locator: Locator, pattern: RegExp): Promise<string> {
  await locator.filter({ hasText: pattern }).first().waitFor();
  const text = await locator.filter({ hasText: pattern }).first().innerText();
  assert.match(text, pattern);
  return text;
}
