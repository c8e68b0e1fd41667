import { encodeBase32UpperCaseNoPadding } from "../../keys/oslo.ts";
import { macOf } from "../../keys/secret.ts";

const CODES = 10;
/** Base 32: 50 bits. */
const LETTERS = 10;

/** What stands in for an authenticator that is lost, as it is typed; each is good once. */
export const newRecoveryCodes = (): string[] =>
  Array.from(
    { length: CODES },
    () => encodeBase32UpperCaseNoPadding(crypto.getRandomValues(new Uint8Array(7))).slice(0, LETTERS),
  );

/** As it is read: `ABCDE-FGHIJ`. */
export const shownCode = (code: string): string => `${code.slice(0, LETTERS / 2)}-${code.slice(LETTERS / 2)}`;

/** What is stored of it: bound to its patient. @param key The key of codes. */
export const recoveryMac = (
  key: Uint8Array,
  { patientId, code }: { patientId: string; code: string },
): string => macOf(key, ["recovery", patientId, code].join("\n"));
