/** Signed consents (FEA) and their effects. */
import * as v from "valibot";
import { Day, Id, Instant } from "./values.ts";

/** Each a decision of its own; greater protection is one a class. */
export const consentCodes = [
  "fea-use",
  "fea",
  "dse-adhesion",
  "dse-history",
  "remote-reporting",
  "dse-hiv",
  "dse-abortion",
  "dse-violence",
  "portal-activation",
] as const;

export const consentDocumentTypes = ["privacy", "portal-activation", "fea-terms"] as const;

const Decision = v.object({ code: v.picklist(consentCodes), given: v.boolean() });

export const ConsentDocument = v.object({
  id: Id,
  type: v.picklist(consentDocumentTypes),
  date: Day,
  decisions: v.array(Decision),
  contentBytes: v.number(),
});

export const ConsentList = v.object({
  documents: v.array(ConsentDocument),
  /** What holds now, after every later event. */
  effective: v.array(
    v.object({ code: v.picklist(consentCodes), given: v.boolean(), since: v.nullable(Instant) }),
  ),
});

/** What a clinic says of a signed consent; beside a PDF at import as `NAME.json`. */
export const ConsentEntry = v.strictObject({
  kind: v.literal("consent"),
  type: v.picklist(consentDocumentTypes),
  date: Day,
  decisions: v.pipe(v.array(v.strictObject(Decision.entries)), v.minLength(1)),
  textVersion: v.optional(v.pipe(v.string(), v.maxLength(40)), "1"),
});

export type ConsentCode = typeof consentCodes[number];
export type ConsentDocumentType = typeof consentDocumentTypes[number];
export type ConsentDocument = v.InferOutput<typeof ConsentDocument>;
export type ConsentList = v.InferOutput<typeof ConsentList>;
export type ConsentEntry = v.InferOutput<typeof ConsentEntry>;
