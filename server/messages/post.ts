import type { MailGateway } from "../mail/mail.ts";
import type { SmsGateway, SmsReport } from "../sms/sms.ts";

/** The ways out of the house; null where one is not configured: then its messages wait for a portal that has it. */
export interface Gateways {
  readonly sms: SmsGateway | null;
  readonly mail: MailGateway | null;
}

/** How a clinic's messages leave. */
export interface Post {
  /** Null where nothing leaves: messages stay in the clinic's database (the outbox of the demo and of tests). */
  readonly gateways: Gateways | null;
  /** There may be something to send, now or when the running transaction has ended. */
  wake(): void;
  /** Waits until `done` says so, which is asked whenever something became of a message, or so many milliseconds. */
  until(done: () => Promise<boolean>, patience: number): Promise<void>;
  /** Takes a gateway's report on an SMS; one that is not ours is nothing. */
  report(receipt: string, report: SmsReport): Promise<void>;
  /** Ends the sending; what is under way is waited for. */
  stop(): Promise<void>;
}

/** Nothing leaves. */
export const openOutbox = (): Post => ({
  gateways: null,
  wake: () => {},
  until: () => Promise.resolve(),
  report: () => Promise.resolve(),
  stop: () => Promise.resolve(),
});
