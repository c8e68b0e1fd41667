import type { ErrorCode, TuoError } from "@tuodossier/sdk";

/** What every event of ours is: it leaves the shadow roots, and carries ids, never health data. */
export abstract class TuoEvent extends Event {
  constructor(type: string, options: { cancelable?: boolean } = {}) {
    super(type, { bubbles: true, composed: true, cancelable: options.cancelable ?? false });
  }
}

/** `tuo-error`: something went wrong, and the element already says so to the patient. */
export class TuoErrorEvent extends TuoEvent {
  static readonly type = "tuo-error";
  readonly code: ErrorCode;
  /** Id of the request, for the clinic's support. */
  readonly instance: string | null;

  constructor(error: TuoError) {
    super(TuoErrorEvent.type);
    this.code = error.code;
    this.instance = error.instance;
  }
}

declare global {
  interface HTMLElementEventMap {
    "tuo-error": TuoErrorEvent;
  }
}
