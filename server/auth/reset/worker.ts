import { MINUTE, SECOND } from "../../clock.ts";
import type { Clinics } from "../../clinic/clinics.ts";
import type { Log } from "../../log.ts";
import { openRounds, type Sleep, sleep } from "../../rounds.ts";
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
  const { clinics, log, sleep: wait = sleep } = facts;
  const waiting = new Set<string>();
  const found = clinics.all().then((all) => all.forEach(({ clinic }) => waiting.add(clinic.key)), () => {});

  const round = async (stopped: AbortSignal): Promise<number> => {
    await wait(PAUSE, stopped);
    await found;
    if (stopped.aborted) return IDLE;
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
    return waiting.size > 0 ? RETRY : IDLE;
  };
  const rounds = openRounds({ round, sleep: wait });

  return {
    wake(clinicKey) {
      waiting.add(clinicKey);
      rounds.wake();
    },
    stop: rounds.stop,
  };
}
