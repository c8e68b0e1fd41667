import type { TuoElement } from "../element.ts";
import { asTuoError } from "../load.ts";

/**
 * Does it; where that needs a recent sign-in, asks for a code over `host` and does it again. Given up, it fails as
 * it did: with `auth.step-up`.
 */
export async function withStepUp<T>(host: TuoElement, act: () => Promise<T>): Promise<T> {
  try {
    return await act();
  } catch (failure) {
    if (asTuoError(failure).code !== "auth.step-up") throw failure;
    const { runErrand } = await import("./errand.ts");
    if (!await runErrand(host, "step-up")) throw failure;
    return await act();
  }
}
