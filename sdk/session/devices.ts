import type { KeyStore } from "./key-store.ts";

/** As many as a sign-in may bring: patients who share a browser have one each. */
const MOST = 5;

/** Keeps what makes this browser a known one, newest first. */
export async function keepDevice(store: KeyStore, name: string, device: string): Promise<void> {
  const others = (await knownDevices(store, name)).filter((other) => other !== device);
  await store.save(name, [device, ...others].slice(0, MOST), "devices");
}

export const knownDevices = async (store: KeyStore, name: string): Promise<readonly string[]> =>
  await store.load(name, "devices") ?? [];
