import type { ErrorCode } from "@tuodossier/sdk";
import { errors } from "./it/errors.ts";
import { firstErrors } from "./it/first-errors.ts";
import type { Language } from "./language.ts";
import type { Sentences } from "./sentences.ts";

/** An error's sentence, for parts that are fetched when they are needed; what nobody foresaw is a fault of ours. */
export function sentenceOf(code: ErrorCode, language: Pick<Language, "words">): string {
  const first: Sentences & typeof firstErrors = language.words("firstErrors", firstErrors);
  return first[code] ?? language.words("errors", errors)[code] ?? first["server.failed"];
}
