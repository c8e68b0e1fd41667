import { DAY, HOUR, MINUTE, SECOND } from "../clock.ts";
import { macOf, sameText } from "../keys/secret.ts";
import type { Log } from "../log.ts";
import { openRounds, type Sleep, sleep } from "../rounds.ts";
import type { Clinic, ClinicDatabase } from "../tenant.ts";
import { type Failure, GatewayError, type Kind } from "./message.ts";
import type { Gateways, Post } from "./post.ts";
import * as store from "./store.ts";

export interface PostmanFacts {
  readonly db: ClinicDatabase;
  /** As it is now: its sender may change. */
  readonly clinic: () => Promise<Clinic>;
  readonly gateways: Gateways;
  /** HMAC key of the receipts. */
  readonly key: Uint8Array;
  readonly baseUrl: string;
  readonly now: () => number;
  readonly log?: Log;
  readonly sleep?: Sleep;
}

/** Messages of one kind under way at once, of one clinic: a mail server that hangs holds back no SMS. */
const AT_ONCE = 4;
/** After each failure; the last goes on until the message is late. */
const GAPS = [2 * SECOND, 10 * SECOND, MINUTE, 5 * MINUTE, 20 * MINUTE, HOUR];
/** Should a wake-up ever be missed. */
const ROUND = 30 * SECOND;
/** So long it stays known that a message left, or did not; its words are gone by then. */
const KEPT = 30 * DAY;

/**
 * Carries a clinic's queued messages to their gateways until they are taken or late, first what is of use for the
 * shortest time. A message is marked as sent after the gateway took it: who is killed in between sends it again,
 * nothing is lost.
 */
export function openPostman(facts: PostmanFacts): Post {
  const { db, clinic, gateways, key, baseUrl, now, log = () => {} } = facts;
  const wait = facts.sleep ?? sleep;
  const kinds: readonly Kind[] = [
    ...gateways.sms ? ["sms"] as const : [],
    ...gateways.mail ? ["email"] as const : [],
  ];
  const underWay = new Map<string, { kind: Kind; carrying: Promise<void> }>();
  let change = new AbortController();

  const tell = () => {
    change.abort();
    change = new AbortController();
  };

  const carry = async (message: store.QueuedMessage): Promise<void> => {
    const { id, kind, to, subject, text, html, tries } = message;
    try {
      const { key: clinicKey, name, settings: { smsSender: sender } } = await clinic();
      if (kind === "sms") {
        const receiptUrl = `${baseUrl}/t/${clinicKey}/v1/messages/${receiptOf(key, id)}`;
        await gateways.sms!.send({ id, to, text, sender, receiptUrl });
      } else {
        await gateways.mail!.send({ id, to, fromName: name, subject: subject ?? "", text, html });
      }
      await store.markSent(db, id, now());
    } catch (error) {
      const failure: Failure = error instanceof GatewayError ? error.failure : "unavailable";
      if (failure === "refused") await store.markFailed(db, id, failure);
      else {
        const nextTry = now() + GAPS[Math.min(tries, GAPS.length) - 1];
        await store.markTried(db, id, { failure, nextTry });
      }
      await report(kind, error);
    }
  };
  const report = async (kind: Kind, error: unknown) => {
    const sentence = error instanceof GatewayError ? error.message : nameOf(error);
    log({
      event: kind === "sms" ? "sms.unsent" : "mail.unsent",
      clinic: (await clinic()).id,
      error: sentence,
    });
  };
  const begin = (message: store.QueuedMessage) => {
    const carrying = carry(message).catch(failed).finally(() => {
      underWay.delete(message.id);
      tell();
      rounds.wake();
    });
    underWay.set(message.id, { kind: message.kind, carrying });
  };
  const failed = (error: unknown) => log({ event: "post.failed", error: nameOf(error) });

  /** Begins what is due, and answers how long there is nothing to do. */
  const round = async (): Promise<number> => {
    if (kinds.length === 0) return ROUND;
    await store.removeGone(db, now() - KEPT);
    const late = await store.failLate(db, now());
    if (late > 0) {
      log({ event: "message.late", clinic: (await clinic()).id });
      tell();
    }
    const rests: number[] = [];
    for (const kind of kinds) rests.push(await beginDue(kind));
    return Math.min(...rests);
  };
  const beginDue = async (kind: Kind): Promise<number> => {
    const except = [...underWay.keys()];
    const most = AT_ONCE - [...underWay.values()].filter((one) => one.kind === kind).length;
    if (most <= 0) return ROUND;
    const nextTry = now() + GAPS[0];
    const due = await store.takeDue(db, { kind, except, most, now: now(), nextTry });
    for (const message of due) begin(message);
    if (due.length === most) return ROUND;
    const next = await store.nextDue(db, { kind, except: [...underWay.keys()] });
    return next === null ? ROUND : Math.min(ROUND, Math.max(0, next - now()));
  };

  const rounds = openRounds({
    round: () =>
      round().catch((error) => {
        failed(error);
        return ROUND;
      }),
    sleep: wait,
  });

  return {
    gateways,
    wake: rounds.wake,
    async until(done, patience) {
      const over = new AbortController();
      void wait(patience, AbortSignal.any([over.signal, rounds.stopped])).then(() => over.abort());
      for (;;) {
        // Before looking: what changes meanwhile is not missed.
        const changed = change.signal;
        if (over.signal.aborted || await done()) break;
        await wait(patience, AbortSignal.any([changed, over.signal]));
      }
      over.abort();
    },
    async report(receipt, said) {
      const id = messageOf(key, receipt);
      const word = id && gateways.sms?.readReceipt(said);
      if (id && word) await store.markReceipt(db, id, { delivered: word === "delivered", now: now() });
    },
    async stop() {
      await rounds.stop();
      await Promise.all([...underWay.values()].map(({ carrying }) => carrying));
    },
  };
}

/** A message's id with its HMAC: nobody else can make it, and nothing of it need be stored. */
const receiptOf = (key: Uint8Array, id: string): string => `${id}.${macOf(key, id)}`;

function messageOf(key: Uint8Array, receipt: string): string | null {
  const [, id = "", mac = ""] = /^([0-9a-f-]{36})\.([A-Za-z0-9_-]{43})$/.exec(receipt) ?? [];
  return sameText(mac, macOf(key, id)) ? id : null;
}

const nameOf = (error: unknown): string => error instanceof Error ? error.name : "unknown";
