/** A mail; `html` is the same in another dress. It answers when the message is queued. */
export interface Mail {
  send(message: { to: string; subject: string; text: string; html: string | null }): Promise<void>;
}
