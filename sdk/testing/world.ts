import * as v from "valibot";
import { type ErrorCode, TuoError } from "../problem.ts";
import { type ProblemCode, PROBLEMS } from "../contract/problems.ts";
import type { CallOptions } from "../session/transport.ts";

/** One call on a dossier, by room and name, e.g. `documents.list`. */
export type CallName = `${string}.${string}`;

/** What a test waits for before a call is answered; by default nothing. */
export type Latency = (call: CallName) => Promise<void>;

/** How all calls of a double are answered. */
export interface World {
  /** Answers with a copy of what `make` makes, or fails as told; out of reach while signed out. */
  answer<T>(call: CallName, options: CallOptions | undefined, make: () => T): Promise<T>;
  /** The same, for calls that need no session. */
  answerAll<T>(call: CallName, options: CallOptions | undefined, make: () => T): Promise<T>;
}

/** An error as the real client throws it. */
export function failure(code: ErrorCode): TuoError {
  if (!(code in PROBLEMS)) return new TuoError({ code, message: `${code}, as the test wishes` });
  const [status, title] = PROBLEMS[code as ProblemCode];
  const body = {
    type: `urn:tuodossier:problem:${code}`,
    code: code as ProblemCode,
    title,
    status,
    instance: "test",
  };
  return new TuoError({ code, message: title, body });
}

/** Reads an input as the server would. @throws {TuoError} `request.invalid`. */
export function checked<S extends v.GenericSchema>(schema: S, input: unknown): v.InferOutput<S> {
  const result = v.safeParse(schema, input);
  if (!result.success) throw failure("request.invalid");
  return result.output;
}

export function createWorld(facts: {
  latency: Latency;
  signedIn: () => boolean;
  /** Takes the failure a test ordered for this call. */
  takeFailure: (call: CallName) => ErrorCode | null;
  calls: CallName[];
  lost: () => void;
}): World {
  const answerAll: World["answerAll"] = async (call, options, make) => {
    facts.calls.push(call);
    options?.signal?.throwIfAborted();
    await facts.latency(call);
    options?.signal?.throwIfAborted();
    const code = facts.takeFailure(call);
    if (code === "auth.signed-out") facts.lost();
    if (code) throw failure(code);
    return structuredClone(make());
  };
  return {
    answerAll,
    answer: (call, options, make) =>
      answerAll(call, options, () => {
        if (!facts.signedIn()) throw failure("auth.signed-out");
        return make();
      }),
  };
}
