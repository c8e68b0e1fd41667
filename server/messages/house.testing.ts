/** A clinic whose messages leave by gateways that a test holds in its hand; time moves when it says so. */
import { type Clinics, openClinics } from "../clinic/clinics.ts";
import { newKey } from "../keys/derive.ts";
import type { LogEntry } from "../log.ts";
import type { OutgoingMail } from "../mail/mail.ts";
import type { Sleep } from "../rounds.ts";
import type { OutgoingSms } from "../sms/sms.ts";
import type { Tenant } from "../tenant.ts";
import type { Gateways } from "./post.ts";
import { openPostman } from "./postman.ts";

export interface House {
  readonly tenant: Tenant;
  readonly logs: LogEntry[];
  /** What the gateways took, in order. */
  readonly sms: OutgoingSms[];
  readonly mails: OutgoingMail[];
  /** What they do before they take anything; a throw is a refusal. */
  meet(act: (message: OutgoingSms | OutgoingMail) => Promise<void> | void): void;
  advance(ms: number): void;
  /** Another postman on the same database, after the one before has stopped. */
  reopen(): Promise<void>;
  [Symbol.asyncDispose](): Promise<void>;
}

/** @param given Gateways in place of those in the test's hand. */
export async function openHouse(given: Partial<Gateways> = {}): Promise<House> {
  const folder = await Deno.makeTempDir({ prefix: "tuo-" });
  let time = Date.UTC(2026, 0, 15, 9);
  const now = () => time;
  const sleepers = new Set<{ until: number; end(): void }>();
  const sleep: Sleep = (ms, signal) =>
    new Promise((resolve) => {
      if (signal.aborted) return resolve();
      const sleeper = {
        until: time + ms,
        end() {
          sleepers.delete(sleeper);
          resolve();
        },
      };
      sleepers.add(sleeper);
      signal.addEventListener("abort", sleeper.end);
    });
  let act: (message: OutgoingSms | OutgoingMail) => Promise<void> | void = () => {};
  const [sms, mails, logs]: [OutgoingSms[], OutgoingMail[], LogEntry[]] = [[], [], []];
  const gateways: Gateways = {
    sms: {
      async send(one) {
        await act(one);
        sms.push(one);
        return {};
      },
      readReceipt: ({ status }) => status === "ok" ? "delivered" : status === "no" ? "failed" : null,
    },
    mail: {
      async send(one) {
        await act(one);
        mails.push(one);
      },
    },
    ...given,
  };
  const clinics: Clinics = await openClinics({
    folder,
    masterKey: newKey(),
    baseUrl: "https://portal.test",
    now,
  });
  const bare = await clinics.add({ name: "Clinica Uno", origins: [] });
  const { clinic, db } = bare;
  const key = newKey();
  const open = () =>
    openPostman({
      db,
      clinic: () => Promise.resolve(clinic),
      gateways,
      key,
      baseUrl: "https://portal.test",
      now,
      log: (entry) => void logs.push(entry),
      sleep,
    });
  const tenant: { -readonly [Name in keyof Tenant]: Tenant[Name] } = { ...bare, post: open() };
  return {
    tenant,
    logs,
    sms,
    mails,
    meet: (next) => void (act = next),
    advance(ms) {
      time += ms;
      for (const sleeper of [...sleepers]) if (sleeper.until <= time) sleeper.end();
    },
    async reopen() {
      await tenant.post.stop();
      tenant.post = open();
    },
    async [Symbol.asyncDispose]() {
      await tenant.post.stop();
      await clinics.close();
      await Deno.remove(folder, { recursive: true });
    },
  };
}

export const messageRows = ({ tenant }: Pick<House, "tenant">) =>
  tenant.db.selectFrom("messages").selectAll().orderBy("id").execute();
