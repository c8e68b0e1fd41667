/**
 * Every error the API can answer with: code → [HTTP status, title].
 * A title is constant and bears no data of the request (RFC 9457 §3.1.3).
 */
export const PROBLEMS = {
  "request.invalid": [400, "The request does not have the expected form"],
  "request.not-found": [404, "There is nothing here, or not for you"],
  "request.method-not-allowed": [405, "This address does not take that method"],
  "request.timeout": [408, "The request arrived too slowly"],
  "request.too-large": [413, "The request is too large"],
  "request.media-type": [415, "The request's media type is not accepted here"],
  "request.range": [416, "The requested range lies outside the content"],
  "request.precondition-required": [428, "Say which version you saw, with If-Match"],
  "request.precondition-failed": [412, "It has changed since you read it"],
  "request.rate": [429, "Too many requests: wait as Retry-After says"],
  "server.failed": [500, "Something failed on our side"],
  "server.busy": [503, "The server is busy: wait as Retry-After says"],
  "tenant.origin": [403, "This site is not one of the clinic's"],
  "auth.invalid-credentials": [401, "The user name or the password is not right"],
  "auth.wait": [429, "Too many attempts: wait as Retry-After says"],
  "auth.code-invalid": [401, "The code is not right"],
  "auth.challenge-over": [410, "This sign-in has ended: start again"],
  "auth.resend-limit": [429, "No more codes can be sent: start again"],
  "auth.code-closed": [423, "Codes are closed for this account for a while"],
  "auth.code-unsent": [503, "The code could not be sent"],
  "auth.reset-over": [410, "This link is used or too old: ask for another"],
  "auth.errand-over": [410, "This errand has ended: start it again"],
  "auth.provider": [502, "The identity provider does not answer as it should"],
  "auth.provider-refused": [403, "The identity provider did not sign in"],
  "auth.provider-over": [410, "This sign-in with the identity provider has ended: start again"],
  "auth.contact-refused": [422, "This telephone number or address cannot be used"],
  "auth.password-weak": [422, "This password cannot be used"],
  "auth.handover-invalid": [400, "The sign-in code is not valid any more"],
  "auth.proof-invalid": [401, "The proof of the key is missing or wrong"],
  "auth.nonce": [401, "Repeat the request with the server's nonce"],
  "auth.signed-out": [401, "There is no session: sign in"],
  "auth.step-up": [403, "This act needs a recent sign-in"],
  "auth.client-invalid": [401, "The client's credentials are not right"],
  "documents.no-adhesion": [403, "Without the dossier's consent no document is on line"],
  "documents.damaged": [502, "The stored file is damaged and is not delivered"],
  "imaging.not-ready": [409, "These images are not ready yet"],
  "archive.empty": [422, "There is nothing to export in this choice"],
  "archive.limit": [429, "Two exports are already running"],
  "archive.ticket-over": [404, "This download has ended: ask for another"],
  "help.limit": [429, "Too many requests for help: wait or call the clinic"],
} as const satisfies Record<string, readonly [status: number, title: string]>;

/** The closed list of codes. */
export type ProblemCode = keyof typeof PROBLEMS;

/** The body of every error, `application/problem+json` (RFC 9457). */
export interface ProblemBody {
  /** `urn:tuodossier:problem:` and the code. */
  readonly type: string;
  readonly code: ProblemCode;
  readonly title: string;
  readonly status: number;
  /** The id of the request, for the clinic's support. */
  readonly instance: string;
  /** JSON pointers to the fields at fault, never their values. */
  readonly pointers?: readonly string[];
  /** A reason from a closed list, where the code alone does not tell what to do (e.g. `common`). */
  readonly reason?: string;
}
