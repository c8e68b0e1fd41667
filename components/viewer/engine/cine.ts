/** Frames a second where the data do not say. */
const DEFAULT_RATE = 15;

/** Frames a second of a frame time in milliseconds, within what a screen shows. */
export const rateOf = (frameTime: number | null): number =>
  Math.min(
    Math.max(Math.round(1000 / (frameTime && frameTime > 0 ? frameTime : 1000 / DEFAULT_RATE)), 1),
    60,
  );

export interface Cine {
  /** Frames a second. */
  rate: number;
  readonly playing: boolean;
  play(): void;
  pause(): void;
}

/**
 * Plays a stack at its own rate. `advance` moves by so many frames and says false while the next one is not
 * here: then time waits, and no frame is left out.
 */
export function createCine(options: { rate: number; advance: (frames: number) => boolean }): Cine {
  let request = 0;
  let due = 0;
  const cine: Cine = {
    rate: options.rate,
    get playing() {
      return request !== 0;
    },
    play() {
      if (request) return;
      due = 0;
      request = requestAnimationFrame(tick);
    },
    pause() {
      cancelAnimationFrame(request);
      request = 0;
    },
  };
  const tick = (now: number) => {
    request = requestAnimationFrame(tick);
    if (due === 0 || now - due > 1000) due = now;
    // Half a screen frame early is nearer than half a one late.
    const frames = Math.floor((now + 4 - due) * cine.rate / 1000);
    if (frames < 1) return;
    due = options.advance(1) ? due + 1000 / cine.rate : now;
  };
  return cine;
}
