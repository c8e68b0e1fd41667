/** The dossier's documents: reports and the exams they speak of. */
import * as v from "valibot";
import { Day, Id, Instant, line, queryNumber } from "./values.ts";

/** What a document is, after the IHE XDS type codes used in Italy. */
export const documentTypes = ["referto", "referto-laboratorio", "lettera", "verbale", "immagini"] as const;

/** Columns a list can be sorted by. */
export const documentSorts = ["date", "type", "facility", "services"] as const;

/** Acts under greater protection (Garante, 4 June 2015, §3): each has its own consent. */
export const protectionClasses = ["none", "hiv", "abortion", "violence"] as const;

export const DocumentQuery = v.strictObject({
  type: v.optional(v.picklist(documentTypes)),
  facility: v.optional(Id),
  from: v.optional(Day),
  to: v.optional(Day),
  text: v.optional(line(100)),
  sort: v.optional(v.picklist(documentSorts), "date"),
  direction: v.optional(v.picklist(["ascending", "descending"]), "descending"),
  limit: v.optional(queryNumber(1, 100), "5"),
  /** Where the page before said to go on. */
  cursor: v.optional(v.pipe(v.string(), v.maxLength(600), v.regex(/^[A-Za-z0-9_-]+$/))),
});

export const Facility = v.object({ id: Id, name: v.string() });

export const Document = v.object({
  id: Id,
  type: v.picklist(documentTypes),
  facility: Facility,
  date: Day,
  /** The services the document speaks of; may be empty. */
  services: v.array(v.string()),
  /** The order's number, decoded ("AQ111870/2025P2"); shown, never used as an id. */
  accession: v.nullable(v.string()),
  author: v.nullable(v.string()),
  unit: v.nullable(v.string()),
  /** Size of its PDF in bytes; null where there are only images. */
  contentBytes: v.nullable(v.number()),
  /** How many imaging studies belong to it. */
  studies: v.number(),
  unread: v.boolean(),
  /** Hidden from the clinic's professionals by the patient, since then. */
  obscuredAt: v.nullable(Instant),
  /** For If-Match. */
  etag: v.string(),
});

export const DocumentList = v.object({
  items: v.array(Document),
  total: v.number(),
  /** Rows before the first of this page. */
  offset: v.number(),
  next: v.nullable(v.string()),
  previous: v.nullable(v.string()),
  /** What the filters can offer, over all the patient's documents. */
  facets: v.object({ types: v.array(v.picklist(documentTypes)), facilities: v.array(Facility) }),
});

export const ObscureRequest = v.strictObject({ obscured: v.boolean() });

/** What a clinic says of a document it publishes; beside a PDF at import as `NAME.json`. */
export const DocumentEntry = v.strictObject({
  kind: v.literal("document"),
  type: v.optional(v.picklist(documentTypes), "referto"),
  facility: v.optional(line(120)),
  date: v.optional(Day),
  services: v.optional(v.pipe(v.array(line(200)), v.maxLength(50)), []),
  accession: v.optional(line(64)),
  author: v.optional(line(120)),
  unit: v.optional(line(120)),
  protection: v.optional(v.picklist(protectionClasses), "none"),
});

export type DocumentType = typeof documentTypes[number];
export type ProtectionClass = typeof protectionClasses[number];
export type DocumentSort = typeof documentSorts[number];
/** As a developer writes it; in the address it is text. */
export type DocumentQuery = Omit<v.InferInput<typeof DocumentQuery>, "limit"> & { limit?: number };
export type Document = v.InferOutput<typeof Document>;
export type DocumentList = v.InferOutput<typeof DocumentList>;
export type Facility = v.InferOutput<typeof Facility>;
export type DocumentEntry = v.InferOutput<typeof DocumentEntry>;
