import type { AccessList } from "./contract/accesses.ts";
import type { DownloadTicket, Export, ExportRequest } from "./contract/archive.ts";
import type { ConsentList } from "./contract/consents.ts";
import type { Document, DocumentList, DocumentQuery } from "./contract/documents.ts";
import type { ClinicCard, HelpReceipt, HelpRequest } from "./contract/help.ts";
import type { Extent, SeriesPlan, Study, StudyList } from "./contract/imaging.ts";
import type { Profile } from "./contract/profile.ts";
import { browserKeyStore, type KeyStore, memoryKeyStore } from "./session/key-store.ts";
import { currentPage, type Page } from "./session/page.ts";
import { createSession, type Session } from "./session/session.ts";
import { type ApiRequest, type CallOptions, createTransport } from "./session/transport.ts";

export interface TuoDossierOptions {
  /** The portal's bare origin, e.g. `https://portal.example`. */
  readonly endpoint: string;
  /** The clinic's publishable key, `pk_…`. */
  readonly key: string;
  /** Language of what people read; elements take the nearest `lang` where it is not given. */
  readonly locale?: string;
  readonly fetch?: typeof fetch;
  readonly keyStore?: KeyStore;
  /** Milliseconds since 1970. */
  readonly now?: () => number;
  /** The browser's page, with its address and timers; null: none, as outside browsers. */
  readonly page?: Page | null;
}

/** The portal as a developer sees it: a session, and one property a room. */
export interface TuoDossier {
  readonly endpoint: string;
  readonly key: string;
  readonly locale: string | null;
  readonly session: Session;
  readonly documents: {
    list(query?: DocumentQuery, options?: CallOptions): Promise<DocumentList>;
    get(id: string, options?: CallOptions): Promise<Document>;
    /** The report's PDF. Reading marks the document as read. */
    content(id: string, options?: CallOptions): Promise<Blob>;
    /** Hides it from the clinic's professionals, or shows it again; `document` is what was on the screen. */
    setObscured(
      document: Pick<Document, "id" | "etag">,
      obscured: boolean,
      options?: CallOptions,
    ): Promise<Document>;
  };
  readonly imaging: {
    /** The studies of one document. */
    studies(documentId: string, options?: CallOptions): Promise<StudyList>;
    /** All the patient's studies. */
    allStudies(options?: CallOptions): Promise<StudyList>;
    study(id: string, options?: CallOptions): Promise<Study>;
    plan(seriesId: string, options?: CallOptions): Promise<SeriesPlan>;
    /** A stretch of the series' bytes, as the plan addresses them; fails when the series has changed since. */
    bytes(plan: Pick<SeriesPlan, "id" | "etag">, extent: Extent, options?: CallOptions): Promise<Uint8Array>;
  };
  readonly archive: {
    create(request: ExportRequest, options?: CallOptions): Promise<Export>;
    get(id: string, options?: CallOptions): Promise<Export>;
    /** An address the browser can stream to disk; its first byte has to be asked for within 60 s. */
    ticket(id: string, volume: number, options?: CallOptions): Promise<DownloadTicket>;
  };
  readonly consents: {
    list(options?: CallOptions): Promise<ConsentList>;
    content(id: string, options?: CallOptions): Promise<Blob>;
  };
  readonly profile: { get(options?: CallOptions): Promise<Profile> };
  readonly accesses: {
    list(query?: { limit?: number; cursor?: string }, options?: CallOptions): Promise<AccessList>;
  };
  readonly help: {
    /** The clinic's name and telephone; works signed out. */
    clinic(options?: CallOptions): Promise<ClinicCard>;
    /** Sends a request for help; works signed out, and says who asks when signed in. */
    request(request: HelpRequest, options?: CallOptions): Promise<HelpReceipt>;
  };
}

/**
 * Connects to a clinic's portal.
 *
 * @throws {TypeError} when `endpoint` is not a bare origin or `key` is not a publishable key.
 * @example
 * ```ts
 * import { createTuoDossier } from "@tuodossier/sdk";
 * const tuo = createTuoDossier({ endpoint: "https://portal.example", key: "pk_demo" });
 * await tuo.session.ready;
 * if (tuo.session.status !== "signed-out") throw new Error("a new page has no session");
 * ```
 */
export function createTuoDossier(options: TuoDossierOptions): TuoDossier {
  const { endpoint, key } = options;
  if (!URL.canParse(endpoint) || new URL(endpoint).origin !== endpoint) {
    throw new TypeError(`endpoint is a bare origin such as https://portal.example, not "${endpoint}"`);
  }
  if (!/^pk_[A-Za-z0-9_]+$/.test(key)) throw new TypeError(`key is a publishable key, pk_…, not "${key}"`);
  const now = options.now ?? Date.now;
  const store = options.keyStore ?? (typeof indexedDB === "undefined" ? memoryKeyStore() : browserKeyStore());
  const transport = createTransport({ endpoint, key, now, fetch: options.fetch ?? fetch.bind(globalThis) });
  const page = options.page === undefined ? currentPage() : options.page;
  const session = createSession({ endpoint, key, transport, store, page, now });

  const read = async <T>(request: ApiRequest): Promise<T> => await (await session.send(request)).json() as T;
  const get = <T>(path: string, more?: Partial<ApiRequest>) => read<T>({ method: "GET", path, ...more });
  const blob = async (path: string, more?: CallOptions) =>
    await (await session.send({ method: "GET", path, ...more })).blob();

  return {
    endpoint,
    key,
    locale: options.locale ?? null,
    session,
    documents: {
      list: (query, more) => get("/v1/documents", { query, ...more }),
      get: (id, more) => get(`/v1/documents/${id}`, more),
      content: (id, more) => blob(`/v1/documents/${id}/content`, more),
      setObscured: ({ id, etag }, obscured, more) =>
        read({
          method: "PUT",
          path: `/v1/documents/${id}/obscured`,
          body: { obscured },
          headers: { "If-Match": etag },
          ...more,
        }),
    },
    imaging: {
      studies: (documentId, more) => get(`/v1/documents/${documentId}/studies`, more),
      allStudies: (more) => get("/v1/studies", more),
      study: (id, more) => get(`/v1/studies/${id}`, more),
      plan: (seriesId, more) => get(`/v1/series/${seriesId}`, more),
      bytes: async ({ id, etag }, [offset, length], more) => {
        const headers = { "Range": `bytes=${offset}-${offset + length - 1}`, "If-Match": etag };
        const path = `/v1/series/${id}/bytes`;
        const response = await session.send({ method: "GET", path, headers, ...more });
        return new Uint8Array(await response.arrayBuffer());
      },
    },
    archive: {
      create: (body, more) => read({ method: "POST", path: "/v1/exports", body, ...more }),
      get: (id, more) => get(`/v1/exports/${id}`, more),
      ticket: async (id, volume, more) => {
        const path = `/v1/exports/${id}/volumes/${volume}/ticket`;
        const ticket = await read<DownloadTicket>({ method: "POST", path, ...more });
        return { ...ticket, url: endpoint + ticket.url };
      },
    },
    consents: {
      list: (more) => get("/v1/consents", more),
      content: (id, more) => blob(`/v1/consents/${id}/content`, more),
    },
    profile: { get: (more) => get("/v1/profile", more) },
    accesses: { list: (query, more) => get("/v1/accesses", { query, ...more }) },
    help: {
      clinic: async (more) => await (await transport({ method: "GET", path: "/v1/help", ...more })).json(),
      request: async (body, more) => {
        const request = { method: "POST", path: "/v1/help/requests", body, ...more };
        await session.ready;
        const send = session.status === "signed-in" ? session.send : transport;
        return await (await send(request)).json();
      },
    },
  };
}
