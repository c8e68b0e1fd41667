import type { Study, TuoError } from "@tuodossier/sdk";
import { asTuoError, type Load } from "../load.ts";
import type { Reading } from "./engine/reading.ts";

/** A reading as the base class sees its loads: it says `loading`, `error`, `empty`, and is forgotten at sign-out. */
export function readingLoad(host: {
  readonly reading: Reading | null;
  start(): void;
  end(): void;
}): Load<Study> {
  return {
    get data() {
      return host.reading?.study ?? null;
    },
    get pending() {
      return host.reading?.pending ?? false;
    },
    get error() {
      return readingError(host.reading);
    },
    get empty() {
      return host.reading?.study?.series.length === 0;
    },
    automatic: true,
    reload: async () => host.start(),
    set: () => {},
    fail: () => {},
    stop: () => host.end(),
    clear: () => host.end(),
  };
}

const known = new WeakMap<object, TuoError>();

/** What stopped it, as the SDK says it; the same error is one object, told once. */
export function readingError(reading: Reading | null): TuoError | null {
  const failure = reading?.error ?? null;
  if (failure === null) return null;
  if (typeof failure !== "object") return asTuoError(failure);
  const error = known.get(failure) ?? asTuoError(failure);
  known.set(failure, error);
  return error;
}
