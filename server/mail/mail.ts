/** A mail as it leaves; `html` is the same in another dress. */
export interface OutgoingMail {
  /** The message's own id, the same at each try. */
  readonly id: string;
  readonly to: string;
  /** The clinic's name, shown beside the sender's address. */
  readonly fromName: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string | null;
}

/** A way to mailboxes. */
export interface MailGateway {
  /**
   * Answers when the mail is safe with the server.
   * @throws {GatewayError}
   */
  send(mail: OutgoingMail): Promise<void>;
}
