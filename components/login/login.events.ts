import { TuoEvent } from "../events.ts";

/** `tuo-signed-in`: the patient has signed in; every element on the page follows by itself. */
export class TuoSignedInEvent extends TuoEvent {
  static readonly type = "tuo-signed-in";

  constructor() {
    super(TuoSignedInEvent.type);
  }
}

declare global {
  interface HTMLElementEventMap {
    "tuo-signed-in": TuoSignedInEvent;
  }
}
