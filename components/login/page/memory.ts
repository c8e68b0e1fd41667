import type { Challenge } from "@tuodossier/sdk";

/** What waits for the patient: a code (of a new contact, too), an errand's act, or the first password of their own. */
export type Running =
  | { readonly step: "code"; readonly challenge: Challenge }
  | { readonly step: "contact"; readonly challenge: Challenge; readonly errand: string }
  | { readonly step: "errand"; readonly errand: string }
  | { readonly step: "new-password"; readonly challenge: string };

/**
 * What the page asks of itself when it is loaded again: a telephone drops a page while its owner reads the SMS. It
 * stands in this entry of the history, which no other site and no server sees, and never has a password or a code.
 */
export interface Memory {
  /** What the address asked for. */
  readonly fragment: string;
  /** What ran when the page was loaded again, and is good still. */
  readonly running: Running | null;
  run(running: Running): void;
  /** Nothing runs any more: the page is at its first screen. */
  rest(): void;
  /** Nothing of this is needed any more. */
  end(): void;
}

interface Kept {
  readonly fragment: string;
  readonly running: Running | null;
  /** Milliseconds. */
  readonly at: number;
}

/** Takes the question out of the address bar, where nobody after us needs to read it. */
export function openMemory(): Memory {
  const { hash, pathname } = location;
  const before = hash ? null : history.state as Kept | null;
  const fragment = before?.fragment ?? hash;
  const running = before && aged(before, Date.now());
  const keep = (fragment: string, running: Running | null) =>
    history.replaceState({ fragment, running, at: Date.now() } satisfies Kept, "", pathname);
  keep(fragment, running);
  // Another link that is opened in this tab loads no page by itself.
  addEventListener("hashchange", () => location.reload());

  /** What an identity provider's answer brought is good for one step. */
  const begun = () => {
    const fields = new URLSearchParams(fragment.slice(1));
    fields.delete("step");
    return `#${fields}`;
  };
  return {
    fragment,
    running,
    run: (next) => keep(begun(), next),
    rest: () => keep(begun(), null),
    end: () => history.replaceState(null, "", pathname),
  };
}

/** As it is now: seconds have gone by, perhaps too many. */
export function aged({ running, at }: Omit<Kept, "fragment">, now: number): Running | null {
  if (running === null || running.step === "new-password" || running.step === "errand") return running;
  const { challenge } = running;
  if (Date.parse(challenge.expiresAt) <= now) return null;
  const resendAfter = Math.max(0, Math.ceil(challenge.resendAfter - (now - at) / 1000));
  return { ...running, challenge: { ...challenge, resendAfter } };
}
