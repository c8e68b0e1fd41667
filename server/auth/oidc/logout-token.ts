import { jwtVerify } from "jose";
import { MINUTE, SECOND } from "../../clock.ts";
import { ProviderError } from "./error.ts";
import { isName, TOLERANCE } from "./id-token.ts";
import type { Provider } from "./provider.ts";

const EVENT = "http://schemas.openid.net/event/backchannel-logout";
/** A logout token is used at once; it is remembered for longer than it is taken. */
export const LOGOUT_TOKEN_LIFE = 2 * MINUTE;

/** Whose sessions end: a person's, or those of one session at the provider. */
export interface LogoutToken {
  readonly issuer: string;
  readonly jti: string;
  readonly subject: string | null;
  readonly sid: string | null;
}

/**
 * Verifies a logout token (OpenID Connect Back-Channel Logout 1.0 §2.6).
 * @throws {ProviderError} `logout-token`, or what went wrong on the way to the keys.
 */
export async function verifyLogoutToken(
  provider: Provider,
  { token, now }: { token: string; now: number },
): Promise<LogoutToken> {
  const { settings: { issuer, clientId, algorithms }, keys } = provider;
  try {
    const { payload, protectedHeader: { typ } } = await jwtVerify(token, keys, {
      issuer,
      audience: clientId,
      algorithms: [...algorithms],
      currentDate: new Date(now),
      clockTolerance: TOLERANCE / SECOND,
      maxTokenAge: LOGOUT_TOKEN_LIFE / SECOND,
      requiredClaims: ["jti", "events"],
    });
    const { sub, sid, jti, events } = payload;
    const right = isName(jti) && !("nonce" in payload) && (sub === undefined || isName(sub)) &&
      (sid === undefined || isName(sid)) && (isName(sub) || isName(sid)) &&
      (typ === undefined || /^(application\/)?logout\+jwt$|^JWT$/i.test(typ)) &&
      typeof events === "object" && events !== null && isEvent((events as Record<string, unknown>)[EVENT]);
    if (!right) throw new ProviderError("logout-token");
    return { issuer, jti, subject: isName(sub) ? sub : null, sid: isName(sid) ? sid : null };
  } catch (error) {
    throw error instanceof ProviderError ? error : new ProviderError("logout-token", error);
  }
}

const isEvent = (value: unknown) => typeof value === "object" && value !== null && !Array.isArray(value);
