import type { ReactiveController, ReactiveControllerHost } from "lit";

/** Whole seconds that go by on the screen. */
export class Countdown implements ReactiveController {
  #until = 0;
  #timer: ReturnType<typeof setInterval> | undefined;

  constructor(private readonly host: ReactiveControllerHost) {
    host.addController(this);
  }

  /** Seconds left; 0 when over. */
  get left(): number {
    return Math.max(0, Math.ceil((this.#until - performance.now()) / 1000));
  }

  start(seconds: number): void {
    this.#until = performance.now() + seconds * 1000;
    clearInterval(this.#timer);
    this.#timer = setInterval(() => this.#tick(), 250);
    this.host.requestUpdate();
  }

  hostDisconnected(): void {
    clearInterval(this.#timer);
  }

  #tick(): void {
    if (this.left === 0) clearInterval(this.#timer);
    this.host.requestUpdate();
  }
}
