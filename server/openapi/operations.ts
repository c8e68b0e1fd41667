import type * as contract from "@tuodossier/sdk/contract";
import type { ProblemCode } from "@tuodossier/sdk/contract";

/** The contract's schemas by name. */
export type SchemaName = {
  [Name in keyof typeof contract]: (typeof contract)[Name] extends { readonly kind: "schema" } ? Name : never;
}[keyof typeof contract];

/**
 * Who may call: anybody; the portal's own pages; the bearer of a session with the proof of its key; the key
 * alone (it has no session yet); a clinic's system; whoever holds a download's ticket.
 */
export type Caller = "anybody" | "portal" | "session" | "session-if-any" | "key" | "client" | "ticket";

/** One operation of the API. Its path is from `/v1/`, below `/t/{key}`. */
export interface Operation {
  readonly method: "get" | "post" | "put" | "delete";
  readonly path: string;
  readonly summary: string;
  readonly caller: Caller;
  readonly query?: SchemaName;
  readonly body?: SchemaName;
  /** There may be no body at all. */
  readonly bodyMayLack?: boolean;
  /** The body may come as a form too (RFC 6749). */
  readonly form?: boolean;
  readonly headers?: readonly ("If-Match" | "Range" | "If-Range")[];
  /** What comes back: the schema of a JSON body, or a media type; null for no body. */
  readonly answer: {
    readonly status: number;
    readonly schema?: SchemaName;
    readonly list?: boolean;
    readonly mediaType?: string;
  };
  /** Beyond those that every operation of its kind has. */
  readonly problems?: readonly ProblemCode[];
}

const PDF = { status: 200, mediaType: "application/pdf" } as const;

/** Every operation, room by room. A test holds it against the routes that are mounted. */
export const operations: readonly Operation[] = [
  {
    method: "post",
    path: "/v1/auth/challenge",
    summary: "Give user name and password; a code goes out by SMS",
    caller: "portal",
    body: "ChallengeRequest",
    answer: { status: 200, schema: "Challenge" },
    problems: [
      "auth.invalid-credentials",
      "auth.wait",
      "auth.code-closed",
      "auth.resend-limit",
      "server.busy",
    ],
  },
  {
    method: "post",
    path: "/v1/auth/resend",
    summary: "Ask for another code",
    caller: "portal",
    body: "ResendRequest",
    answer: { status: 200, schema: "Challenge" },
    problems: ["auth.challenge-over", "auth.wait", "auth.resend-limit", "auth.code-closed"],
  },
  {
    method: "post",
    path: "/v1/auth/code",
    summary: "Give the code",
    caller: "portal",
    body: "CodeRequest",
    answer: { status: 200, schema: "CodeAnswer" },
    problems: ["auth.code-invalid", "auth.challenge-over", "auth.code-closed"],
  },
  {
    method: "post",
    path: "/v1/auth/new-password",
    summary: "Replace the first password",
    caller: "portal",
    body: "NewPasswordRequest",
    answer: { status: 200, schema: "HandOver" },
    problems: ["auth.challenge-over", "auth.password-weak", "server.busy"],
  },
  {
    method: "post",
    path: "/v1/auth/reset-request",
    summary: "Ask for a link to choose a new password; the answer is the same whoever it is",
    caller: "portal",
    body: "ResetRequest",
    answer: { status: 202 },
    problems: ["auth.wait"],
  },
  {
    method: "post",
    path: "/v1/auth/reset",
    summary: "Use the link: the new password waits for a code",
    caller: "portal",
    body: "Reset",
    answer: { status: 200, schema: "Challenge" },
    problems: [
      "auth.reset-over",
      "auth.password-weak",
      "auth.wait",
      "auth.code-closed",
      "auth.resend-limit",
      "server.busy",
    ],
  },
  {
    method: "post",
    path: "/v1/auth/errand/password",
    summary: "Change the password",
    caller: "portal",
    body: "PasswordChange",
    answer: { status: 204 },
    problems: [
      "auth.errand-over",
      "auth.step-up",
      "auth.password-weak",
      "auth.invalid-credentials",
      "auth.wait",
      "server.busy",
    ],
  },
  {
    method: "get",
    path: "/v1/auth/nonce",
    summary: "Learn the nonce of the next proof, and with it the server's time",
    caller: "anybody",
    answer: { status: 204 },
  },
  {
    method: "post",
    path: "/v1/auth/token",
    summary: "Trade a hand-over code or a refresh token for tokens",
    caller: "key",
    body: "TokenRequest",
    answer: { status: 200, schema: "Tokens" },
    problems: ["auth.handover-invalid", "auth.signed-out", "server.busy"],
  },
  {
    method: "post",
    path: "/v1/auth/oidc",
    summary: "Begin a sign-in with the clinic's identity provider; the browser keeps a cookie and goes there",
    caller: "portal",
    body: "ProviderSignIn",
    answer: { status: 200, schema: "ProviderAddress" },
    problems: ["auth.provider", "request.rate"],
  },
  {
    method: "post",
    path: "/v1/auth/sign-out",
    summary: "End the session",
    caller: "session",
    answer: { status: 204 },
  },
  {
    method: "get",
    path: "/v1/profile",
    summary: "The patient's own data",
    caller: "session",
    answer: { status: 200, schema: "Profile" },
  },
  {
    method: "get",
    path: "/v1/documents",
    summary: "A page of the dossier's list",
    caller: "session",
    query: "DocumentQuery",
    answer: { status: 200, schema: "DocumentList" },
    problems: ["documents.no-adhesion"],
  },
  {
    method: "get",
    path: "/v1/documents/{id}",
    summary: "A document",
    caller: "session",
    answer: { status: 200, schema: "Document" },
    problems: ["documents.no-adhesion"],
  },
  {
    method: "get",
    path: "/v1/documents/{id}/content",
    summary: "A report's PDF; reading it marks the document as read",
    caller: "session",
    answer: PDF,
    problems: ["documents.no-adhesion", "documents.damaged"],
  },
  {
    method: "put",
    path: "/v1/documents/{id}/obscured",
    summary: "Hide a document from the clinic's professionals, or show it again",
    caller: "session",
    headers: ["If-Match"],
    body: "ObscureRequest",
    answer: { status: 200, schema: "Document" },
    problems: [
      "documents.no-adhesion",
      "request.precondition-required",
      "request.precondition-failed",
      "auth.step-up",
    ],
  },
  {
    method: "get",
    path: "/v1/documents/{id}/studies",
    summary: "The imaging studies of a document",
    caller: "session",
    answer: { status: 200, schema: "StudyList" },
    problems: ["documents.no-adhesion"],
  },
  {
    method: "get",
    path: "/v1/studies",
    summary: "All imaging studies of the patient",
    caller: "session",
    answer: { status: 200, schema: "StudyList" },
    problems: ["documents.no-adhesion"],
  },
  {
    method: "get",
    path: "/v1/studies/{id}",
    summary: "An imaging study",
    caller: "session",
    answer: { status: 200, schema: "Study" },
    problems: ["documents.no-adhesion"],
  },
  {
    method: "get",
    path: "/v1/series/{id}",
    summary: "All a viewer needs to know of a series before any pixel",
    caller: "session",
    answer: { status: 200, schema: "SeriesPlan" },
    problems: ["documents.no-adhesion", "imaging.not-ready"],
  },
  {
    method: "get",
    path: "/v1/series/{id}/bytes",
    summary: "A stretch of a series' bytes, as its plan addresses them",
    caller: "session",
    headers: ["If-Match", "Range", "If-Range"],
    answer: { status: 206, mediaType: "application/octet-stream" },
    problems: [
      "documents.no-adhesion",
      "documents.damaged",
      "imaging.not-ready",
      "request.range",
      "request.precondition-failed",
    ],
  },
  {
    method: "get",
    path: "/v1/exports",
    summary: "The patient's archives",
    caller: "session",
    answer: { status: 200, schema: "Export", list: true },
  },
  {
    method: "post",
    path: "/v1/exports",
    summary: "Lay out an archive to take home",
    caller: "session",
    body: "ExportRequest",
    answer: { status: 201, schema: "Export" },
    problems: ["documents.no-adhesion", "archive.empty", "archive.limit"],
  },
  {
    method: "get",
    path: "/v1/exports/{id}",
    summary: "An archive and its volumes",
    caller: "session",
    answer: { status: 200, schema: "Export" },
  },
  {
    method: "post",
    path: "/v1/exports/{id}/volumes/{volume}/ticket",
    summary: "An address at which a browser can stream a volume to disk",
    caller: "session",
    answer: { status: 201, schema: "DownloadTicket" },
    problems: ["documents.no-adhesion", "archive.limit"],
  },
  {
    method: "get",
    path: "/v1/downloads/{ticket}",
    summary: "A volume's bytes; a cut download resumes by Range under its ETag",
    caller: "ticket",
    headers: ["Range", "If-Range"],
    answer: { status: 200, mediaType: "application/zip" },
    problems: ["archive.ticket-over", "request.range", "documents.damaged"],
  },
  {
    method: "get",
    path: "/v1/consents",
    summary: "The signed forms, and what holds",
    caller: "session",
    answer: { status: 200, schema: "ConsentList" },
  },
  {
    method: "get",
    path: "/v1/consents/{id}/content",
    summary: "A signed form's PDF",
    caller: "session",
    answer: PDF,
    problems: ["documents.damaged"],
  },
  {
    method: "get",
    path: "/v1/accesses",
    summary: "Who opened the dossier, newest first",
    caller: "session",
    query: "AccessQuery",
    answer: { status: 200, schema: "AccessList" },
  },
  {
    method: "get",
    path: "/v1/help",
    summary: "Whom to call",
    caller: "anybody",
    answer: { status: 200, schema: "ClinicCard" },
  },
  {
    method: "post",
    path: "/v1/help/requests",
    summary: "Ask the clinic for help",
    caller: "session-if-any",
    body: "HelpRequest",
    answer: { status: 201, schema: "HelpReceipt" },
    problems: ["help.limit"],
  },
  {
    method: "post",
    path: "/v1/clinic/token",
    summary: "A token for the clinic's own system (OAuth 2 client credentials)",
    caller: "anybody",
    body: "ClientTokenRequest",
    form: true,
    answer: { status: 200, schema: "ClientToken" },
    problems: ["auth.client-invalid"],
  },
  {
    method: "get",
    path: "/v1/clinic",
    summary: "The clinic whose system asks",
    caller: "client",
    answer: { status: 200, schema: "ClinicSelf" },
  },
  {
    method: "post",
    path: "/v1/clinic/patients",
    summary: "Enrol a patient; the first password goes out by SMS",
    caller: "client",
    body: "Enrolment",
    answer: { status: 201, schema: "Enrolled" },
    problems: ["server.busy"],
  },
  {
    method: "post",
    path: "/v1/clinic/patients/{id}/first-password",
    summary: "Send a patient a new single-use password by SMS",
    caller: "client",
    body: "FirstPasswordRequest",
    bodyMayLack: true,
    answer: { status: 204 },
    problems: ["server.busy"],
  },
  {
    method: "post",
    path: "/v1/clinic/patients/{id}/access-page",
    summary: "The printed page that tells a patient how to get in, for A4",
    caller: "client",
    body: "AccessPageRequest",
    answer: PDF,
  },
  {
    method: "get",
    path: "/v1/messages/{receipt}",
    summary: "An SMS gateway reports what became of a message, in the query",
    caller: "anybody",
    answer: { status: 204 },
  },
  {
    method: "post",
    path: "/v1/messages/{receipt}",
    summary: "The same in a form or JSON, whose fields are the gateway's",
    caller: "anybody",
    answer: { status: 204 },
    problems: ["request.too-large", "request.timeout"],
  },
];
