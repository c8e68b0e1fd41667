import type { ErrorCode } from "@tuodossier/sdk";

/** To each error: what happened, and what to do. */
export type Sentences = Readonly<Partial<Record<ErrorCode, string>>>;
