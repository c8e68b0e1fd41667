/**
 * Fetching a volume with a ticket: the bytes of a pinned manifest, from any offset, as long as the right
 * holds.
 */
import { trace } from "../accesses/trace.ts";
import { isSessionOpen, keepAwake } from "../auth/sessions/sessions.ts";
import { blobById } from "../blobs/store.ts";
import { Problem } from "../http/problem.ts";
import { hashOf } from "../keys/secret.ts";
import type { Tenant } from "../tenant.ts";
import { type PinnedEntry, type PinnedVolume, volumeLayout, volumeTag } from "./manifest.ts";
import { primed } from "./primed.ts";
import { type RangeHeaders, type Wanted, wantedPart } from "../http/range.ts";
import { admits, RECHECK, resumableUntil } from "./rules.ts";
import { beginRunning, type Place } from "./running.ts";
import { requireRight } from "./sources.ts";
import { manifestOf } from "./store.ts";
import { findTicket, keepTicket, startTicket, type StoredTicket } from "./ticket-store.ts";
import type { ZipLayout } from "./zip.ts";
import { readRange } from "./zip-read.ts";

/** A volume about to be sent. */
export interface Download {
  readonly name: string;
  readonly etag: string;
  readonly bytes: number;
  readonly wanted: Wanted;
  /** Starts the ticket, writes the trace, and gives the bytes. Never asked for by a HEAD. */
  body(): Promise<ReadableStream<Uint8Array<ArrayBuffer>>>;
}

interface Opened {
  readonly ticket: StoredTicket;
  readonly volume: PinnedVolume;
  readonly zip: ZipLayout;
}

const over = () => new Problem("archive.ticket-over");

/**
 * @throws {Problem} `archive.ticket-over`, for an unknown ticket as for one whose time, session or right is
 * over.
 */
export async function openDownload(tenant: Tenant, token: string, headers: RangeHeaders): Promise<Download> {
  const ticket = await findTicket(tenant.db, hashOf(token));
  if (!ticket || !await stands(tenant, ticket)) throw over();
  const found = await manifestOf(tenant.db, ticket.exportId);
  const volume = found?.manifest.volumes[ticket.volume - 1];
  if (!found || !volume) throw over();
  const { name } = found.manifest.summary[ticket.volume - 1];
  const zip = volumeLayout(volume, found.createdAt);
  const etag = volumeTag(ticket.exportId, ticket.volume);
  const wanted = wantedPart(headers, etag, zip.bytes);
  if (!admits(ticket, { now: tenant.now(), whole: wanted.kind === "whole" })) throw over();
  await requireRight(tenant, ticket, volume).catch((error) => {
    throw error instanceof Problem ? over() : error;
  });
  return { name, etag, bytes: zip.bytes, wanted, body: () => send(tenant, { ticket, volume, zip }, wanted) };
}

const stands = (tenant: Tenant, { sessionId }: StoredTicket): Promise<boolean> =>
  isSessionOpen(tenant, sessionId);

/** @throws {Problem} `archive.limit`; {@link DamagedBlob} where the first piece is damaged. */
async function send(
  tenant: Tenant,
  opened: Opened,
  wanted: Wanted,
): Promise<ReadableStream<Uint8Array<ArrayBuffer>>> {
  const { ticket, volume, zip } = opened;
  const place = beginRunning(ticket);
  try {
    const first = await startTicket(tenant.db, ticket.tokenHash, tenant.now());
    if (!first && wanted.kind === "whole") throw over();
    place.takeOver();
    if (first) await traceContents(tenant, ticket, volume);
    const stretch = wanted.kind === "part" ? wanted : { start: 0, end: zip.bytes };
    const bytes = readRange(zip, {
      ...stretch,
      open: (entry, ...part) => openEntry(tenant, volume.entries[entry], part),
    });
    return await primed(watched(tenant, opened, { bytes, place }), place.signal);
  } catch (error) {
    place.end();
    throw error;
  }
}

const openEntry = async (
  { db, blobs }: Tenant,
  [, blob]: PinnedEntry,
  [offset, length]: [offset: number, length: number],
) => blobs.read(await blobById(db, blob), offset, length);

/** One entry for each study and document, before the first byte: what cannot be traced is not sent. */
async function traceContents(tenant: Tenant, ticket: StoredTicket, volume: PinnedVolume): Promise<void> {
  const { patientId, sessionId } = ticket;
  const entry = { actor: "patient", act: "export", patientId, sessionId } as const;
  for (const objectId of volume.studies) await trace(tenant, { ...entry, room: "imaging", objectId });
  for (const objectId of volume.documents) await trace(tenant, { ...entry, room: "documents", objectId });
}

/** The bytes, until session or right end; the ticket can be resumed for a while after the last of them. */
async function* watched(
  tenant: Tenant,
  { ticket, volume }: Opened,
  { bytes, place }: { bytes: ReadableStream<Uint8Array<ArrayBuffer>>; place: Place },
): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  const keep = () => {
    const until = resumableUntil(tenant.now(), ticket.endsAt);
    return keepTicket(tenant.db, ticket.tokenHash, until);
  };
  let checkedAt = tenant.now();
  try {
    await keep();
    for await (const piece of bytes) {
      if (tenant.now() - checkedAt >= RECHECK) {
        if (!await stands(tenant, ticket) || tenant.now() >= ticket.endsAt) throw over();
        await requireRight(tenant, ticket, volume);
        checkedAt = tenant.now();
        await keepAwake(tenant, ticket.sessionId);
        await keep();
      }
      yield piece;
    }
  } finally {
    place.end();
    await keep();
  }
}
