/** Whole seconds that go by on the screen. */
export interface Countdown {
  /** Seconds left; 0 when over. */
  readonly left: number;
  start(seconds: number): void;
  stop(): void;
}

/** A countdown that calls `redraw` as its seconds go by. */
export function createCountdown(redraw: () => void): Countdown {
  let until = 0;
  let timer: ReturnType<typeof setInterval> | undefined;

  const countdown: Countdown = {
    get left() {
      return Math.max(0, Math.ceil((until - performance.now()) / 1000));
    },
    start(seconds) {
      clearInterval(timer);
      until = performance.now() + seconds * 1000;
      timer = setInterval(() => {
        if (countdown.left === 0) clearInterval(timer);
        redraw();
      }, 250);
      redraw();
    },
    stop: () => clearInterval(timer),
  };
  return countdown;
}
