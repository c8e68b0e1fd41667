import { TuoEvent } from "../events.ts";

/** `tuo-archive-close`: the patient is done here, and its place can be given back. */
export class TuoArchiveCloseEvent extends TuoEvent {
  static readonly type = "tuo-archive-close";

  constructor() {
    super(TuoArchiveCloseEvent.type);
  }
}

declare global {
  interface HTMLElementEventMap {
    "tuo-archive-close": TuoArchiveCloseEvent;
  }
}
