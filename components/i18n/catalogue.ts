import type { it } from "./it/mod.ts";

/** All words of one language, a section a room: Italian says which there are. */
export type Catalogue = typeof it;
export type SectionName = keyof Catalogue;

/** Languages there are, by the first part of their tag. */
export const languageCodes = ["it", "en"] as const;
export type LanguageCode = typeof languageCodes[number];

/** Each language by its own name, for a choice. */
export const languageNames: Readonly<Record<LanguageCode, string>> = { it: "Italiano", en: "English" };
