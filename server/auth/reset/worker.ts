import { MINUTE, SECOND } from "../../clock.ts";
import type { Clinics } from "../../clinic/clinics.ts";
import type { Log } from "../../log.ts";
import { type Sleep, sleep } from "../../messages/timers.ts";
import { answerRequests } from "./requests.ts";

/** What answers requests for a reset, apart from the requests themselves. */
export interface Resets {
  /** A clinic has one. */
  wake(clinicKey: string): void;
  /** Ends the answering; what is under way is waited for. */
  stop(): Promise<void>;
}

/** Between a request and its answering, so that nobody can tell by the next answer's time whom the first was of. */
const PAUSE = SECOND;
/** After a failure. */
const RETRY = MINUTE;
const IDLE = 60 * MINUTE;

/** Answers what waits since the last run, and then whatever it is woken for. */
export function openResets(facts: { clinics: Clinics; log: Log; sleep?: Sleep }): Resets {
  const { clinics, log } = facts;
  const wait = facts.sleep ?? sleep;
  const stopped = new AbortController();
  let awake = new AbortController();
  const waiting = new Set<string>();

  const round = async (): Promise<void> => {
    for (const key of [...waiting]) {
      waiting.delete(key);
      try {
        const tenant = await clinics.find(key);
        if (tenant) await answerRequests(tenant);
      } catch (error) {
        log({ event: "reset.unanswered", error: error instanceof Error ? error.name : "unknown" });
        waiting.add(key);
      }
    }
  };
  const walk = async () => {
    const all = await clinics.all().catch(() => []);
    for (const { clinic } of all) waiting.add(clinic.key);
    while (!stopped.signal.aborted) {
      awake = new AbortController();
      await round();
      await wait(waiting.size > 0 ? RETRY : IDLE, AbortSignal.any([awake.signal, stopped.signal]));
      await wait(PAUSE, stopped.signal);
    }
  };
  const walking = walk();

  return {
    wake(clinicKey) {
      waiting.add(clinicKey);
      awake.abort();
    },
    async stop() {
      stopped.abort();
      await walking;
    },
  };
}
