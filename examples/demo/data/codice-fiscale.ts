/** Making an Italian tax code (DM 23 December 1976): only the demo needs to make one. */
import { checkCharacter } from "@tuodossier/sdk";

const MONTHS = "ABCDEHLMPRST";

export interface Birth {
  readonly givenName: string;
  readonly familyName: string;
  /** `YYYY-MM-DD`. */
  readonly birthDate: string;
  readonly sex: "F" | "M";
  /** Letter and three digits; a letter N to Y names no place in the world. */
  readonly place: string;
}

/**
 * The code of an invented person.
 *
 * @example
 * ```ts
 * const code = codiceFiscale({
 *   givenName: "Ersilia", familyName: "Lumacorta", birthDate: "1961-04-12", sex: "F", place: "X001",
 * });
 * ```
 */
export function codiceFiscale({ givenName, familyName, birthDate, sex, place }: Birth): string {
  const [year, month, day] = birthDate.split("-").map(Number);
  const date = String(year % 100).padStart(2, "0") + MONTHS[month - 1] +
    String(day + (sex === "F" ? 40 : 0)).padStart(2, "0");
  const first15 = familyPart(familyName) + givenPart(givenName) + date + place;
  return first15 + checkCharacter(first15);
}

const letters = (name: string) => name.normalize("NFD").toUpperCase().replace(/[^A-Z]/g, "");
const consonants = (name: string) => letters(name).replace(/[AEIOU]/g, "");
const vowels = (name: string) => letters(name).replace(/[^AEIOU]/g, "");

const familyPart = (name: string) => (consonants(name) + vowels(name) + "XXX").slice(0, 3);

/** Of four consonants or more the second is left out. */
function givenPart(name: string): string {
  const found = consonants(name);
  if (found.length > 3) return found[0] + found[2] + found[3];
  return familyPart(name);
}
