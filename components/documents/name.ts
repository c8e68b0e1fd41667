import type { Document } from "@tuodossier/sdk";
import { longDay } from "../i18n/format.ts";
import type { documents } from "../i18n/it/documents.ts";

/** `Referto del 25 novembre 2024`. */
export const documentName = (document: Document, words: typeof documents, tag: string): string =>
  words.heading(words.types[document.type], longDay(tag, document.date));

/** `referto-2024-11-25.pdf`: nothing of the patient in a file's name. */
export const fileName = (document: Document): string => `${document.type}-${document.date}.pdf`;
