import type { Expiring, TuoDossier } from "@tuodossier/sdk";

const announced = new WeakMap<TuoDossier, Expiring>();

/** Timers run a little ahead of the clock. */
const isDue = (end: Expiring): boolean => Date.now() >= end.at - 1000;

/** Keeps the end that was announced, for who is asked afterwards why it came; null: somebody is here again. */
export function announce(tuo: TuoDossier, end: Expiring | null): void {
  const last = announced.get(tuo);
  if (end) announced.set(tuo, end);
  else if (last && !isDue(last)) announced.delete(tuo);
}

/** Another session has begun. */
export const forgetEnd = (tuo: TuoDossier): void => void announced.delete(tuo);

/** True where the last session ended by itself, because it was not used. */
export function endedIdle(tuo: TuoDossier | null): boolean {
  const end = tuo && announced.get(tuo);
  return Boolean(end?.extendable && isDue(end));
}
