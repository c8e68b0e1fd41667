import { type ProblemBody, type ProblemCode, PROBLEMS } from "@tuodossier/sdk/contract";
import type { Context } from "hono";

/** Throw it anywhere: {@link problemResponse} turns it into the answer. */
export class Problem extends Error {
  override readonly name = "Problem";
  readonly code: ProblemCode;
  readonly details: ProblemDetails;

  constructor(code: ProblemCode, details: ProblemDetails = {}) {
    super(code);
    this.code = code;
    this.details = details;
  }
}

export interface ProblemDetails {
  readonly pointers?: readonly string[];
  readonly reason?: string;
  /** Seconds. */
  readonly retryAfter?: number;
}

/** RFC 9457: the same members for the same code, no data of the request. */
export function problemResponse(problem: Problem, requestId: string): Response {
  const [status, title] = PROBLEMS[problem.code];
  const { pointers, reason, retryAfter } = problem.details;
  const type = `urn:tuodossier:problem:${problem.code}`;
  const body: ProblemBody = {
    type,
    code: problem.code,
    title,
    status,
    instance: requestId,
    pointers,
    reason,
  };
  return new Response(JSON.stringify(body), {
    status,
    headers: {
      "Content-Type": "application/problem+json",
      ...(retryAfter === undefined ? {} : { "Retry-After": String(retryAfter) }),
    },
  });
}

/** Hono's error handler: what is not a Problem is ours to mend, and says nothing outside. */
export function onError(log: (entry: { event: string; request: string; error: string }) => void) {
  return function answerError(error: Error, c: Context): Response {
    const request = c.get("requestId") as string;
    if (error instanceof Problem) return problemResponse(error, request);
    if (error.name === "SmsRefused") {
      const { reason } = error as Error & { reason: string };
      return problemResponse(new Problem("auth.code-unsent", { reason }), request);
    }
    if (error.name === "DamagedBlob") return problemResponse(new Problem("documents.damaged"), request);
    log({ event: "request.failed", request, error: `${error.name} ${firstFrame(error)}` });
    return problemResponse(new Problem("server.failed"), request);
  };
}

/** Where it failed, without the message: messages may quote data. */
const firstFrame = (error: Error) =>
  error.stack?.split("\n").find((line) => /^\s+at /.test(line))?.trim() ?? "";
