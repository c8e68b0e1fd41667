/** A portal whose clinic has a provider, and a patient's browser. */
import { openPortal, type TestPortal } from "../../testing/portal.ts";
import { createBrowser, fragmentOf, type TestBrowser } from "./browser.testing.ts";
import { openProvider, setProvider, type TestProvider } from "./provider.testing.ts";

export interface Scene {
  readonly portal: TestPortal;
  readonly provider: TestProvider;
  readonly browser: TestBrowser;
}

/** @param settings Of the provider, at the clinic. */
export async function scene(act: (scene: Scene) => Promise<void>, settings: object = {}): Promise<void> {
  await using portal = await openPortal();
  await using provider = await openProvider(portal.tenant.now);
  await setProvider(portal, provider.issuer, { ...settings });
  await act({ portal, provider, browser: createBrowser(portal) });
}

/** Goes to the provider, which answers with these claims, and comes back. */
export async function roundTrip(
  { provider, browser }: Scene,
  claims: Record<string, unknown> = {},
): Promise<Record<string, string>> {
  const { searchParams } = await browser.beginUrl();
  provider.token = { idToken: await provider.sign({ nonce: searchParams.get("nonce"), ...claims }) };
  const state = searchParams.get("state")!;
  return fragmentOf(await browser.comeBack({ state, code: "good" }));
}

/** Why it failed, as the log has it. */
export const reasons = ({ portal }: Scene) =>
  portal.logs.filter(({ event }) => event === "provider.failed").map(({ error }) => error);
