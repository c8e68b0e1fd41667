import { languageCodes } from "../../i18n/catalogue.ts";

/** The first of the browser's languages that is one of ours, or Italian. */
export function browserLanguage(languages: readonly string[] = navigator.languages): string {
  const ours: readonly string[] = languageCodes;
  return languages.map((tag) => tag.toLowerCase().split("-")[0]).find((code) => ours.includes(code)) ?? "it";
}
