/** Signing in: password, code, hand-over to the clinic's page; errands of who is signed in; sessions. */
import * as v from "valibot";
import { Id, Instant, line, Origin, Secret } from "./values.ts";

/** What the clinic's page asks of the sign-in page; it comes back bound into the hand-over code. */
export const HandOverRequest = v.strictObject({
  /** The page that will receive the code, exactly. */
  origin: Origin,
  /** PKCE S256 challenge (RFC 7636 §4.2). */
  codeChallenge: Secret,
  /** SHA-256 thumbprint of the session's key (RFC 7638). */
  keyThumbprint: Secret,
});

/** Typed by a patient: the server trims and folds it (any case, NFKC). */
const UserName = v.pipe(v.string(), v.maxLength(64));
const Password = v.pipe(v.string(), v.minLength(1), v.maxLength(1024));

/** Tokens of known browsers that one sign-in may show. */
export const KNOWN_DEVICES = 5;

/** What a browser was given at an earlier sign-in (`Tokens.device`), for each patient that used it. */
export const KnownDevices = v.optional(
  v.pipe(v.array(v.pipe(v.string(), v.maxLength(200))), v.maxLength(KNOWN_DEVICES)),
  [],
);

export const ChallengeRequest = v.strictObject({
  codiceFiscale: UserName,
  password: Password,
  handOver: HandOverRequest,
  devices: KnownDevices,
  /** An identity of the clinic's provider that waits for its person to prove who they are. */
  identity: v.optional(Secret),
});

/** Where a code comes from. */
export const factors = ["sms", "email", "authenticator"] as const;

export const Challenge = v.object({
  /** Names this sign-in, or this errand's proof, until it ends. */
  challenge: Secret,
  factor: v.picklist(factors),
  /** Where the code went, all but the end hidden (`*****46`, `m•••@example.org`); null: it was not sent. */
  sentTo: v.nullable(v.string()),
  /** Seconds until another code may be asked for. */
  resendAfter: v.number(),
  expiresAt: Instant,
  /** Once in an account's life: tell that SMS is the weaker of the factors on offer. */
  explainSms: v.boolean(),
});

export const ResendRequest = v.strictObject({ challenge: Secret });

/** Six digits; or, in place of an authenticator's, a recovery code (`XXXXX-XXXXX`, RFC 4648 base 32). */
const Code = v.pipe(
  v.string(),
  v.maxLength(40),
  v.transform((text) => text.toUpperCase().replace(/[^0-9A-Z]/g, "")),
  v.regex(/^(?:\d{6}|[A-Z2-7]{10})$/),
);

export const CodeRequest = v.strictObject({ challenge: Secret, code: Code });

/**
 * Signed in; or one step before: the first password has to be replaced; or an errand may go on; or what the code
 * was for is done.
 */
export const CodeAnswer = v.variant("next", [
  v.object({ next: v.literal("hand-over"), code: Secret }),
  v.object({ next: v.literal("new-password") }),
  /** `errand` takes the place of the secret that the clinic's page handed over. */
  v.object({ next: v.literal("errand"), errand: Secret }),
  v.object({ next: v.literal("done") }),
]);

export const NewPasswordRequest = v.strictObject({
  challenge: Secret,
  password: v.pipe(v.string(), v.maxLength(1024)),
});

export const HandOver = v.object({ code: Secret });

/** Sign-in by the clinic's identity provider; the browser has to keep the answer's cookie and go to `url`. */
export const ProviderSignIn = v.strictObject({
  handOver: HandOverRequest,
  /** The clinic's page, on `handOver.origin`, that the code goes to, in the fragment. */
  returnTo: v.pipe(v.string(), v.maxLength(2000)),
  /** Comes back with the code, as it is. */
  state: Secret,
  devices: KnownDevices,
});
export const ProviderAddress = v.object({ url: v.pipe(v.string(), v.url()) });

/** Always answered 202, whoever it is. */
export const ResetRequest = v.strictObject({ codiceFiscale: UserName });

/** Whether a link is good still; asking spends nothing. */
export const ResetCheck = v.strictObject({ token: Secret });

/** The link's token and the new password, which waits for the code. */
export const Reset = v.strictObject({ token: Secret, password: v.pipe(v.string(), v.maxLength(1024)) });

/**
 * What a signed-in patient does on the portal's own page, out of the clinic page's reach. Each asks for a code of
 * the present factor first; only `password`, which asks for the current one, goes without where the sign-in is
 * recent. `step-up` asks for a code and no more.
 */
export const errandActs = ["step-up", "password", "phone", "email", "authenticator"] as const;

export const ErrandRequest = v.strictObject({ act: v.picklist(errandActs) });

/** A secret the clinic's page hands to the portal's; alone, without code or current password, it does nothing. */
export const ErrandTicket = v.object({ errand: Secret, expiresAt: Instant });

export const ErrandQuery = v.strictObject({ errand: Secret });

/** What the portal's page knows of an errand. */
export const Errand = v.object({
  act: v.picklist(errandActs),
  /** A code has to be given first: ask for it with `resend`. */
  needsCode: v.boolean(),
  factor: v.picklist(factors),
  maskedPhone: v.string(),
  maskedEmail: v.nullable(v.string()),
  /** An authenticator is in use. */
  authenticator: v.boolean(),
  expiresAt: Instant,
});

export const PasswordChange = v.strictObject({
  errand: Secret,
  current: Password,
  password: v.pipe(v.string(), v.maxLength(1024)),
});

/** A new telephone or address; a code goes there, and proves it. */
export const ContactChange = v.strictObject({ errand: Secret, contact: line(254) });

/** An authenticator on offer (RFC 6238: SHA-1, 6 digits, 30 s). */
export const AuthenticatorOffer = v.object({
  /** Base 32, for typing. */
  secret: v.string(),
  /** `otpauth://…`, for the QR code. */
  uri: v.string(),
});

export const AuthenticatorProof = v.strictObject({ errand: Secret, code: Code });

/** Told once; each is good once. */
export const RecoveryCodes = v.object({ codes: v.array(v.string()) });

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
  /** With a new session: what makes this browser known for a year. Keep it, and hand it to later sign-ins. */
  device: v.optional(v.string()),
});

/** Signed out; there is an address where the browser signs out of the clinic's identity provider too. */
export const SignedOut = v.object({ logoutUrl: v.string() });

export const SessionItem = v.object({
  id: Id,
  /** The browser, as a patient would call it, e.g. `Chrome · Android`. */
  device: v.string(),
  current: v.boolean(),
  startedAt: Instant,
  /** The last known sign of life. */
  seenAt: Instant,
});
export const SessionList = v.object({ sessions: v.array(SessionItem) });

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

export type Factor = typeof factors[number];
export type ErrandAct = typeof errandActs[number];
export type ErrandTicket = v.InferOutput<typeof ErrandTicket>;
export type Errand = v.InferOutput<typeof Errand>;
export type AuthenticatorOffer = v.InferOutput<typeof AuthenticatorOffer>;
export type RecoveryCodes = v.InferOutput<typeof RecoveryCodes>;
export type SignedOut = v.InferOutput<typeof SignedOut>;
export type SessionItem = v.InferOutput<typeof SessionItem>;
export type SessionList = v.InferOutput<typeof SessionList>;
export type HandOverRequest = v.InferOutput<typeof HandOverRequest>;
export type Challenge = v.InferOutput<typeof Challenge>;
export type CodeAnswer = v.InferOutput<typeof CodeAnswer>;
export type ProviderSignIn = v.InferOutput<typeof ProviderSignIn>;
export type ProviderAddress = v.InferOutput<typeof ProviderAddress>;
export type HandOver = v.InferOutput<typeof HandOver>;
export type PasswordReason = typeof passwordReasons[number];
export type TokenRequest = v.InferOutput<typeof TokenRequest>;
export type Tokens = v.InferOutput<typeof Tokens>;
export type ClientToken = v.InferOutput<typeof ClientToken>;
