/** Signing in: password, code by SMS, hand-over to the clinic's page, session. */
import * as v from "valibot";
import { Instant, line, Origin, Secret } from "./values.ts";

/** What the clinic's page asks of the sign-in page; it comes back bound into the hand-over code. */
export const HandOverRequest = v.strictObject({
  /** The page that will receive the code, exactly. */
  origin: Origin,
  /** PKCE S256 challenge (RFC 7636 §4.2). */
  codeChallenge: Secret,
  /** SHA-256 thumbprint of the session's key (RFC 7638). */
  keyThumbprint: Secret,
});

export const ChallengeRequest = v.strictObject({
  codiceFiscale: v.pipe(v.string(), v.maxLength(64)),
  password: v.pipe(v.string(), v.minLength(1), v.maxLength(1024)),
  handOver: HandOverRequest,
});

export const Challenge = v.object({
  /** Names this sign-in until it ends. */
  challenge: Secret,
  /** All but the last digits hidden, e.g. `*****46`. */
  maskedPhone: v.string(),
  /** Seconds until another code may be asked for. */
  resendAfter: v.number(),
  expiresAt: Instant,
});

export const ResendRequest = v.strictObject({ challenge: Secret });

export const CodeRequest = v.strictObject({
  challenge: Secret,
  code: v.pipe(v.string(), v.transform((text) => text.replace(/\D/g, "")), v.regex(/^\d{6}$/)),
});

/** Signed in, or one step before: the first password has to be replaced. */
export const CodeAnswer = v.variant("next", [
  v.object({ next: v.literal("hand-over"), code: Secret }),
  v.object({ next: v.literal("new-password") }),
]);

export const NewPasswordRequest = v.strictObject({
  challenge: Secret,
  password: v.pipe(v.string(), v.maxLength(1024)),
});

export const HandOver = v.object({ code: Secret });

/** Why a password is refused (`reason` of `auth.password-weak`). */
export const passwordReasons = [
  "too-short",
  "too-long",
  "common",
  "repetitive",
  "personal",
  "unchanged",
] as const;

export const TokenRequest = v.variant("grantType", [
  v.strictObject({
    grantType: v.literal("authorization_code"),
    code: Secret,
    codeVerifier: v.pipe(v.string(), v.regex(/^[A-Za-z0-9._~-]{43,128}$/)),
  }),
  v.strictObject({ grantType: v.literal("refresh_token"), refreshToken: Secret }),
]);

export const Tokens = v.object({
  accessToken: Secret,
  refreshToken: Secret,
  /** Seconds the access token lives. */
  expiresIn: v.number(),
  /** The session ends at this instant whatever happens. */
  endsAt: Instant,
  /** Seconds without activity after which the session ends. */
  idle: v.number(),
});

/** OAuth 2 client credentials of a clinic's system (RFC 6749 §4.4, field names as there). */
export const ClientTokenRequest = v.strictObject({
  grant_type: v.literal("client_credentials"),
  client_id: line(100),
  client_secret: line(200),
});
export const ClientToken = v.object({
  access_token: Secret,
  token_type: v.literal("Bearer"),
  expires_in: v.number(),
});

export type HandOverRequest = v.InferOutput<typeof HandOverRequest>;
export type Challenge = v.InferOutput<typeof Challenge>;
export type CodeAnswer = v.InferOutput<typeof CodeAnswer>;
export type HandOver = v.InferOutput<typeof HandOver>;
export type PasswordReason = typeof passwordReasons[number];
export type TokenRequest = v.InferOutput<typeof TokenRequest>;
export type Tokens = v.InferOutput<typeof Tokens>;
export type ClientToken = v.InferOutput<typeof ClientToken>;
