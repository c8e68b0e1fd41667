import type { OutgoingReason } from "../../outgoing/outgoing.ts";

/** What a provider did wrong, for the log; the patient reads one sentence for all of it. */
export type ProviderReason =
  | OutgoingReason
  /** The discovery document is not that of the issuer, or not usable. */
  | "metadata"
  | "keys"
  /** The token request was refused, or its answer is not what it should be. */
  | "token"
  | "id-token"
  | "logout-token"
  /** The answer comes from another issuer (RFC 9207). */
  | "issuer";

export class ProviderError extends Error {
  override readonly name = "ProviderError";
  readonly reason: ProviderReason;

  constructor(reason: ProviderReason, cause?: unknown) {
    super(`The identity provider does not answer as it should: ${reason}`, { cause });
    this.reason = reason;
  }
}
