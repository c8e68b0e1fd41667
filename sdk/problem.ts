import type { ProblemBody, ProblemCode } from "./contract/problems.ts";

/**
 * What can go wrong: the API's own codes, a network that does not answer, and a sign-in whose window was closed,
 * or blocked by the browser, or that would have to outlive the page where the browser keeps nothing.
 */
export type ErrorCode =
  | ProblemCode
  | "network.lost"
  | "sign-in.cancelled"
  | "sign-in.blocked"
  | "sign-in.no-storage";

/**
 * The one error the SDK throws (an aborted call throws the signal's own reason).
 *
 * @example
 * ```ts
 * import { TuoError } from "@tuodossier/sdk";
 * const error = new TuoError({ code: "network.lost", message: "No answer" });
 * if (error.code !== "network.lost") throw new Error("the code says what happened");
 * ```
 */
export class TuoError extends Error {
  override readonly name = "TuoError";
  declare readonly code: ErrorCode;
  /** HTTP status; 0 where no answer came. */
  declare readonly status: number;
  /** Id of the request, for the clinic's support. */
  declare readonly instance: string | null;
  declare readonly pointers: readonly string[];
  declare readonly reason: string | null;
  /** Seconds to wait before trying again, where the server says so. */
  declare readonly retryAfter: number | null;

  constructor(facts: { code: ErrorCode; message: string; body?: ProblemBody; retryAfter?: number | null }) {
    super(facts.message);
    this.code = facts.code;
    this.status = facts.body?.status ?? 0;
    this.instance = facts.body?.instance ?? null;
    this.pointers = facts.body?.pointers ?? [];
    this.reason = facts.body?.reason ?? null;
    this.retryAfter = facts.retryAfter ?? null;
  }
}

/** The error an answer speaks of. An answer that is not ours (a proxy's page) counts as `server.failed`. */
export async function problemOf(response: Response): Promise<TuoError> {
  const body = await response.json().catch(() => null) as ProblemBody | null;
  const seconds = parseInt(response.headers.get("Retry-After") ?? "");
  const retryAfter = seconds >= 0 ? seconds : null;
  if (body?.code) return new TuoError({ code: body.code, message: body.title, body, retryAfter });
  return new TuoError({ code: "server.failed", message: `HTTP ${response.status}`, retryAfter });
}
