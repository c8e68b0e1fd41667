/** Person names (VR PN, DICOM PS3.5 §6.2.1): up to three groups (`=`) of up to five components (`^`). */

export interface PersonName {
  readonly family: string;
  readonly given: string;
  readonly middle: string;
  readonly prefix: string;
  readonly suffix: string;
}

/** The codice fiscale, omocodia included: some devices put it into the name, where it is not to be shown. */
const CODICE_FISCALE = /\b[A-Z]{6}[\dL-NP-V]{2}[A-EHLMPRST][\dL-NP-V]{2}[A-Z][\dL-NP-V]{3}[A-Z]\b/gi;

/** The components of the first group that has any: alphabetic, else ideographic, else phonetic. */
export function personNameFrom(text: string): PersonName {
  const group = text.split("=").find((part) => /[^\s^]/.test(part)) ?? "";
  const [family = "", given = "", middle = "", prefix = "", suffix = ""] = group.split("^")
    .map((part) => part.replaceAll(CODICE_FISCALE, "").replaceAll(/\s+/g, " ").trim());
  return { family, given, middle, prefix, suffix };
}

/**
 * A name as Italian desks write it, surname first, titles before it; without a codice fiscale.
 *
 * @example
 * ```ts
 * import { readablePersonName } from "@tuodossier/sdk/dicom";
 * const name = readablePersonName("ROSSI^MARIO^^DR");
 * if (name !== "DR ROSSI MARIO") throw new Error(name);
 * ```
 */
export function readablePersonName(text: string): string {
  const { family, given, middle, prefix, suffix } = personNameFrom(text);
  return [prefix, family, given, middle, suffix].filter((part) => part !== "").join(" ");
}
