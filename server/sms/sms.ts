/** A short message to a mobile number in E.164. It answers when the message is safe with the gateway. */
export interface Sms {
  send(message: { to: string; text: string }): Promise<void>;
}
