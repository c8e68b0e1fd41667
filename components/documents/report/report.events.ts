import { TuoEvent } from "../../events.ts";

/** `tuo-report-close`: the reader is done, and its place can be given back. */
export class TuoReportCloseEvent extends TuoEvent {
  static readonly type = "tuo-report-close";
  constructor() {
    super(TuoReportCloseEvent.type);
  }
}

declare global {
  interface HTMLElementEventMap {
    "tuo-report-close": TuoReportCloseEvent;
  }
}
