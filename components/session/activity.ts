/** What a patient does on a page; events of the browser's own cross shadow roots. */
const KINDS = ["pointerdown", "keydown", "wheel", "touchmove"] as const;
/** Milliseconds between two calls. */
const PACE = 5_000;

/** Calls `active` while the patient does something on the page; what scripts make up does not count. */
export function followActivity(active: () => void, signal: AbortSignal): void {
  let last = -PACE;
  const hear = ({ isTrusted, timeStamp }: Event) => {
    if (!isTrusted || timeStamp - last < PACE) return;
    last = timeStamp;
    active();
  };
  for (const kind of KINDS) addEventListener(kind, hear, { capture: true, passive: true, signal });
}
