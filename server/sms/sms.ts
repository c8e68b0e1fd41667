/** An SMS as a gateway gets it. */
export interface OutgoingSms {
  /** The message's own id, the same at each try. */
  readonly id: string;
  /** E.164. */
  readonly to: string;
  /** GSM-7 characters only. */
  readonly text: string;
  /** As the telephone shows it; null for the gateway's own. */
  readonly sender: string | null;
  /** Where the gateway may report what became of it; secret. */
  readonly receiptUrl: string;
}

/** A way to mobile telephones. */
export interface SmsGateway {
  /**
   * Answers when the message is safe with the gateway, with its name there.
   * @throws {GatewayError}
   */
  send(sms: OutgoingSms): Promise<{ readonly reference?: string }>;
  /** What a report says, or null where it says nothing final. */
  readReceipt(report: SmsReport): "delivered" | "failed" | null;
}

/** The query, form or JSON that a gateway reports with. */
export type SmsReport = Readonly<Record<string, unknown>>;
