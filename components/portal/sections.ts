import type { TemplateResult } from "lit";
import { isKnown } from "../elements.ts";
import { document, user } from "../ui/icons.ts";
import { clock, consents, help } from "./portal-icons.ts";

/** What the menu can lead to, in its order. */
export const sectionNames = ["documents", "consents", "profile", "accesses", "help"] as const;
export type SectionName = typeof sectionNames[number];

export const sectionIcons: Readonly<Record<SectionName, TemplateResult>> = {
  documents: document,
  consents,
  profile: user,
  accesses: clock,
  help,
};

export const tagOf = (section: SectionName): string => `tuo-${section}`;

/** The sections whose element there is. */
export const sections = (): readonly SectionName[] => sectionNames.filter((name) => isKnown(tagOf(name)));

export const sectionOf = (text: string | null): SectionName | null =>
  sections().find((name) => name === text) ?? null;
