import type { TuoDossier } from "../client.ts";
import { type Document, type DocumentList, DocumentQuery } from "../contract/documents.ts";
import { base64urlText } from "../session/bytes.ts";
import { makePdf } from "./pdf.ts";
import { checked, failure, type World } from "./world.ts";

/** A patient's documents in memory: listed, filtered, paged, read and hidden as the API does it. */
export function createDocuments(
  world: World,
  documents: Document[],
  now: () => number,
): TuoDossier["documents"] {
  const find = (id: string): Document => {
    const found = documents.find((document) => document.id === id);
    if (!found) throw failure("request.not-found");
    return found;
  };
  const put = (document: Document): Document => {
    documents[documents.findIndex(({ id }) => id === document.id)] = document;
    return document;
  };
  return {
    list: (query, options) => world.answer("documents.list", options, () => listOf(documents, query)),
    get: (id, options) => world.answer("documents.get", options, () => find(id)),
    content: async (id, options) => {
      const title = await world.answer("documents.content", options, () => {
        if (find(id).contentBytes === null) throw failure("request.not-found");
        return put({ ...find(id), unread: false }).services.join(", ");
      });
      return makePdf(title);
    },
    setObscured: ({ id, etag }, obscured, options) =>
      world.answer("documents.setObscured", options, () => {
        const document = find(id);
        if (document.etag !== etag) throw failure("request.precondition-failed");
        if (!obscured && document.obscuredAt === null) return document;
        const obscuredAt = obscured ? new Date(now()).toISOString() : null;
        return put({ ...document, obscuredAt, etag: nextTag(etag) });
      }),
  };
}

const nextTag = (etag: string): string => {
  const [, name, version] = /^"(.*?)(?:\+(\d+))?"$/.exec(etag)!;
  return `"${name}+${Number(version ?? 0) + 1}"`;
};

const fold = (text: string) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();

/** Where a page begins, and of which list: a cursor of another one is refused, as the API does. */
const cursorAt = (sort: string, offset: number) => base64urlText(`${sort}:${offset}`);

function listOf(
  documents: readonly Document[],
  asked: Parameters<TuoDossier["documents"]["list"]>[0],
): DocumentList {
  const written = Object.entries(asked ?? {}).filter(([, value]) => value !== undefined && value !== "");
  const query = checked(
    DocumentQuery,
    Object.fromEntries(written.map(([name, value]) => [name, String(value)])),
  );
  const { type, facility, from, to, text, sort, direction, limit, cursor } = query;
  const found = documents.filter((document) =>
    (!type || document.type === type) && (!facility || document.facility.id === facility) &&
    (!from || document.date >= from) && (!to || document.date <= to) &&
    (!text || fold(document.services.join(" ")).includes(fold(text)))
  );
  const by = (document: Document): string =>
    ({
      date: document.date,
      type: document.type,
      facility: document.facility.name.toLowerCase(),
      services: fold(document.services.join(" ")),
    })[sort];
  const compare = (one: string, other: string) => one < other ? -1 : Number(one > other);
  const turn = direction === "ascending" ? 1 : -1;
  found.sort((one, other) => turn * (compare(by(one), by(other)) || compare(one.id, other.id)));

  const offset = cursor ? found.findIndex((_, index) => cursorAt(sort, index) === cursor) : 0;
  if (offset < 0) throw failure("request.invalid");
  return {
    items: found.slice(offset, offset + limit),
    total: found.length,
    offset,
    next: offset + limit < found.length ? cursorAt(sort, offset + limit) : null,
    previous: offset > 0 ? cursorAt(sort, Math.max(offset - limit, 0)) : null,
    facets: {
      types: [...new Set(documents.map((document) => document.type))].sort(),
      facilities: [...new Map(documents.map(({ facility }) => [facility.id, facility])).values()]
        .sort((one, other) => compare(one.name.toLowerCase(), other.name.toLowerCase())),
    },
  };
}
