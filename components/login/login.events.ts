/** The patient has signed in; every element on the page follows by itself. */
export class TuoSignedInEvent extends Event {
  constructor() {
    super("tuo-signed-in", { bubbles: true, composed: true });
  }
}
