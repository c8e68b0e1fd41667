/** Why a request did not come to an answer. */
export type OutgoingReason =
  /** The address is private or reserved and its host not listed, or it is not written plainly. */
  | "refused-address"
  | "not-https"
  /** No such name, nobody there, or cut off. */
  | "unreachable"
  | "timeout"
  | "too-large"
  /** The certificate is not the host's, or of nobody we trust. */
  | "tls";

/** Says why, and neither to whom nor about what: addresses may carry secrets. */
export class OutgoingError extends Error {
  override readonly name = "OutgoingError";
  readonly reason: OutgoingReason;

  constructor(reason: OutgoingReason) {
    super(`A request to a configured address failed: ${reason}`);
    this.reason = reason;
  }

  /** What Node's HTTP client throws. */
  static of(error: Error & { code?: string }): OutgoingError {
    return new OutgoingError(/TLS|SSL|CERT|SIGNATURE|EPROTO/.test(error.code ?? "") ? "tls" : "unreachable");
  }
}
