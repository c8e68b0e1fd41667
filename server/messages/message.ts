/** What a message is, and what became of it. */

/** An SMS or a mail. */
export type Kind = "sms" | "email";

/** A message to a person. */
export interface Message {
  readonly kind: Kind;
  /** E.164, or a mail address. */
  readonly to: string;
  readonly subject: string | null;
  readonly text: string;
  readonly html: string | null;
}

/**
 * `kept` stays here, because nothing leaves this portal (the outbox); `queued` waits for its gateway; `sent` is
 * safe with it; `failed` is not going to be.
 */
export type State = "kept" | "queued" | "sent" | "failed";

/** Why a message is not sent, or not delivered. */
export type Failure =
  /** The gateway does not answer. */
  | "unreachable"
  /** It answers, and takes nothing now: credentials, credit, its own trouble. */
  | "unavailable"
  /** It refuses this one. */
  | "refused"
  /** It was not sent while it was of use. */
  | "late"
  /** Who waited for it has given up. */
  | "withdrawn"
  /** It was sent, and did not arrive. */
  | "undelivered";

/** What a gateway says of a message it did not take. The sentence is constant but for a status: it is logged. */
export class GatewayError extends Error {
  override readonly name = "GatewayError";
  readonly failure: "unreachable" | "unavailable" | "refused";
  /** The gateway's own words, for the operator who asked: they may quote the message. */
  readonly words: string;

  constructor(failure: GatewayError["failure"], sentence: string, words = "") {
    super(sentence);
    this.failure = failure;
    this.words = words;
  }
}
