import type { ProtectionClass } from "@tuodossier/sdk/contract";
import { MINUTE } from "../clock.ts";
import type { Effective } from "../consents/rules.ts";

/** Who wants to see: the patient whose dossier it is, or a professional of the clinic. */
export type Reader =
  | { readonly kind: "patient" }
  | { readonly kind: "professional"; readonly name: string; readonly unit: string | null };

/** What the rule has to know of a document. */
export interface Guarded {
  readonly date: string;
  readonly publishedAt: string;
  readonly obscuredAt: string | null;
  readonly protection: ProtectionClass;
  readonly author: string | null;
  readonly unit: string | null;
}

/** What holds when somebody wants to see. */
export interface Situation {
  readonly consents: Effective;
  /** Now, as stored: RFC 3339 in UTC. */
  readonly at: string;
}

/**
 * Who sees which document: the one rule that every reader asks (list, page, images, archive, professionals).
 *
 * Source: Garante privacy, Linee guida in materia di Dossier sanitario, 4 June 2015, §§3–6. Its author and
 * the author's unit always see what they wrote. The patient sees all that is published, once there is a
 * dossier. Others see what is published, not hidden, and covered by the patient's consents.
 */
export function maySee(reader: Reader, document: Guarded, { consents, at }: Situation): boolean {
  const published = document.publishedAt <= at;
  const adhesion = consents["dse-adhesion"];
  if (reader.kind === "patient") return adhesion.given && published;
  if (isAuthor(reader, document)) return true;
  return adhesion.given && published && document.obscuredAt === null &&
    (document.date >= dayOf(adhesion.since) || consents["dse-history"].given) &&
    (document.protection === "none" || consents[`dse-${document.protection}`].given);
}

const isAuthor = (reader: { name: string; unit: string | null }, { author, unit }: Guarded) =>
  (author !== null && author === reader.name) || (unit !== null && unit === reader.unit);

const dayOf = (since: string | null) => since?.slice(0, 10) ?? "";

/**
 * The class of a document of an order whose other documents have `others`: at least the order's. Of two
 * different classes the document keeps its own.
 */
export const protectionWithin = (own: ProtectionClass, others: readonly ProtectionClass[]): ProtectionClass =>
  own === "none" ? others.find((other) => other !== "none") ?? "none" : own;

/** An oscura can be undone this long without signing in again. */
const UNDO = 10 * MINUTE;

/** Showing again what is hidden widens who sees it: it needs a recent sign-in, but for an undo. */
export const isWidening = (
  document: { readonly obscuredAt: string | null },
  { obscured, now }: { obscured: boolean; now: number },
): boolean => !obscured && document.obscuredAt !== null && now - Date.parse(document.obscuredAt) > UNDO;
