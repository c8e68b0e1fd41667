/** What a page may show of where a code went. */

/** All but the last two digits hidden, whatever the length: `*****46`. */
export const maskPhone = (phone: string): string => `*****${phone.slice(-2)}`;

/**
 * All but the first letter and the domain hidden: `m•••@clinic.example`.
 *
 * @example
 * ```ts
 * import { maskEmail } from "./masks.ts";
 * if (maskEmail("maria@example.org") !== "m•••@example.org") throw new Error("only the first letter shows");
 * ```
 */
export const maskEmail = (email: string): string => email.replace(/^(.).*(?=@)/su, "$1•••");
