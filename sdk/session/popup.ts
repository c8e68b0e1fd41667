import { TuoError } from "../problem.ts";
import type { Page, PageEvent, PopUp } from "./page.ts";
import { unlessAborted } from "./turns.ts";

/** Milliseconds between two looks at whether the window is still there. */
const LOOK = 500;

/**
 * Settles with the first message of the window that `accept` takes.
 * @throws {TuoError} `sign-in.cancelled` when the person closed it; and what `accept` throws.
 */
export function answerOf(page: Page, popup: PopUp, { endpoint, accept, signal }: {
  endpoint: string;
  accept: (message: unknown) => Promise<boolean>;
  signal?: AbortSignal;
}): Promise<void> {
  const over = new AbortController();
  let timer: number | undefined;
  const answered = new Promise<void>((resolve, reject) => {
    let [wasClosed, judging] = [false, 0];
    const look = () => {
      // One look later: its message may be on the way still; or it closed itself behind its message.
      if (wasClosed && !judging) {
        reject(new TuoError({ code: "sign-in.cancelled", message: "The window was closed" }));
      }
      wasClosed = popup.closed;
      timer = page.setTimeout(look, LOOK);
    };
    const hear = ({ source, origin, data }: PageEvent) => {
      if (source !== popup || origin !== endpoint) return;
      judging++;
      accept(data).then((taken) => taken && resolve(), reject).finally(() => judging--);
    };
    page.addEventListener("message", hear, { signal: over.signal });
    look();
  });
  return unlessAborted(answered, signal).finally(() => {
    over.abort();
    page.clearTimeout(timer);
  });
}
