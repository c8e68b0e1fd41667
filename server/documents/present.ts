import type { Document } from "@tuodossier/sdk/contract";
import type { StoredDocument } from "./store.ts";

/** The version of a document, for `ETag` and `If-Match` (RFC 9110 §8.8.3). */
export const etagOf = ({ revision }: { readonly revision: number }): string => `"${revision}"`;

/** A document as its patient sees it. */
export const presentDocument = (document: StoredDocument): Document => ({
  id: document.id,
  type: document.type,
  facility: { id: document.facilityId, name: document.facilityName },
  date: document.date,
  services: [...document.services],
  accession: document.accession,
  author: document.author,
  unit: document.unit,
  contentBytes: document.contentBytes,
  studies: document.studies,
  unread: document.readAt === null,
  obscuredAt: document.obscuredAt,
  etag: etagOf(document),
});

/** What its file is called: of the kind and the day, nothing of the person. */
export const fileNameOf = ({ type, date }: Pick<StoredDocument, "type" | "date">): string =>
  `${type}-${date}.pdf`;
