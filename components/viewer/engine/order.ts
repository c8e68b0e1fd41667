/** What is wanted next, most wanted first. */
export interface Focus {
  readonly index: number;
  /** 1 or −1: which way the person scrolls. */
  readonly direction: 1 | -1;
  readonly count: number;
  /** How many frames the memory holds. */
  readonly capacity: number;
}

/** Frames ahead of the person that come before any behind. */
const AHEAD = 8;

/** The frame on screen, those in scroll direction, then the rest from near to far, as many as memory holds. */
export function wantedOrder({ index, direction, count, capacity }: Focus): number[] {
  const inside = (i: number) => i >= 0 && i < count;
  const order = [index];
  for (let step = 1; step <= AHEAD; step++) order.push(index + direction * step);
  for (let step = 1; step < count; step++) {
    if (step > AHEAD) order.push(index + direction * step);
    order.push(index - direction * step);
  }
  return order.filter(inside).slice(0, Math.max(capacity, 1));
}
