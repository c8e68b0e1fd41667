import type { Clinics } from "../clinic/clinics.ts";
import type { Config } from "../config.ts";
import { HeldFolder, openData } from "../data.ts";
import { openGateways } from "../messages/gateways.ts";
import { findServer, type RunningPortal } from "./client.ts";

/** How a command reaches the data: the databases themselves, or the server that has them open. */
export type Door =
  | { readonly kind: "local"; readonly clinics: Clinics }
  | { readonly kind: "server"; readonly server: RunningPortal };

/**
 * Goes in by the door there is, and closes it behind. Only with `mayMake` a portal is made where there is none.
 * @throws {Error} with a sentence where there is none.
 */
export async function throughDoor<T>(
  config: Config & { readonly mayMake: boolean },
  act: (door: Door) => Promise<T>,
): Promise<T> {
  // Whatever is not sent while the command runs waits for the server.
  const gateways = await openGateways(config);
  const clinics = await openData({ ...config, gateways }, Date.now).catch((error) => {
    if (error instanceof HeldFolder) return null;
    throw error;
  });
  if (!clinics) return await act({ kind: "server", server: await findServer(config.data) });
  try {
    return await act({ kind: "local", clinics });
  } finally {
    await clinics.close();
  }
}
