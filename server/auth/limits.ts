/** The numbers of sign-in. Seconds unless a name says otherwise. */
export const CHALLENGE_LIFE = 600;
/** The same as people are told it. */
export const CHALLENGE_MINUTES = CHALLENGE_LIFE / 60;
/** A code is judged this often in one challenge, resends included. */
export const CODE_ATTEMPTS = 5;
/** SMS come late: the last codes sent that are still good. */
export const CODES_GOOD = 2;
/** Waits before the second, third … code of a challenge. */
export const RESEND_GAPS = [15, 30, 60, 120] as const;
export const CODES_PER_CHALLENGE = 5;
export const CODES_PER_HOUR = 8;
export const CODES_PER_DAY = 15;
/** Codes a day that prove a new telephone or address: to the same one, and of one patient. */
export const PROOFS_PER_CONTACT = 3;
export const PROOFS_PER_PATIENT = 6;
/** Wrong codes in a row that close the code path, first for an hour, doubling to a day. */
export const CODE_FAILURES = 10;
const CODES_CLOSED = 3600;
const CODES_CLOSED_MOST = 86_400;

/**
 * A link to a new password, and how many of them an account gets. Strangers may ask too: they neither flood the
 * mailbox, nor end the link that has just come.
 */
export const LINK_LIFE = 1800;
export const LINK_MINUTES = LINK_LIFE / 60;
export const LINK_GAP = 900;
export const LINKS_PER_DAY = 6;

export const HAND_OVER_LIFE = 60;
export const ACCESS_LIFE = 300;
export const IDLE = 1800;
export const SESSION_LIFE = 8 * 3600;
export const SESSIONS = 5;
/** An old refresh token of the same key within this is a lost answer, not a thief. */
export const REFRESH_GRACE = 10;
/** A widening act needs a sign-in no older than this. */
export const STEP_UP = 900;

/** Seconds a nonce is accepted. */
export const NONCE_ACCEPTED = 240;
export const PROOF_PAST = 60;
export const PROOF_FUTURE = 10;

const FIRST_WAIT_AT = 5;
/** Distinct user names that may fail from one address within so many seconds: carriers share addresses. */
export const FAILING_USERS = 100;
export const FAILING_USERS_WITHIN = 900;
const WAIT = 15;
const WAIT_MOST = 300;

/** Seconds to wait after the n-th failed password in a row: 15 from the fifth on, doubling to 300. */
export function waitAfter(failures: number): number {
  return failures < FIRST_WAIT_AT ? 0 : Math.min(WAIT * 2 ** (failures - FIRST_WAIT_AT), WAIT_MOST);
}

/** Seconds that codes stay closed at the n-th closing (from 0). */
export const closedFor = (closings: number): number =>
  Math.min(CODES_CLOSED * 2 ** Math.min(closings, 10), CODES_CLOSED_MOST);
