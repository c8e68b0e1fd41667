/** Asking for an archive: what it holds is pinned, its size is known, nothing is built. */
import type { DownloadTicket, Export, VolumeSize } from "@tuodossier/sdk/contract";
import { trace } from "../accesses/trace.ts";
import type { PatientSession } from "../auth/sessions/sessions.ts";
import type { BlobFacts } from "../blobs/blobs.ts";
import { addBlob } from "../blobs/store.ts";
import { atomically } from "../db/atomically.ts";
import { Problem } from "../http/problem.ts";
import { hashOf, newSecret } from "../keys/secret.ts";
import { newId } from "../keys/uuid.ts";
import { patientById } from "../profile/patients.ts";
import type { Tenant } from "../tenant.ts";
import { type Manifest, type PinnedEntry, type PinnedVolume, volumeLayout, volumeName } from "./manifest.ts";
import { type MediumFile, mediumFiles } from "./medium.ts";
import { planVolumes, type VolumeContents } from "./plan.ts";
import { EXPORT_LIFE, newTicket } from "./rules.ts";
import { requireRoom } from "./running.ts";
import { type Choice, chosenSources, requireRight } from "./sources.ts";
import * as store from "./store.ts";
import { addTicket } from "./ticket-store.ts";

/**
 * Pins what was chosen, in volumes of the size asked for.
 *
 * @throws {Problem} `archive.empty` where there is no file in it, and what {@link chosenSources} throws.
 */
export async function createExport(
  tenant: Tenant,
  session: PatientSession,
  request: Choice & { volumeSize: VolumeSize },
): Promise<Export> {
  const { patientId, id: sessionId } = session;
  const choice = { studies: [...new Set(request.studies)], documents: [...new Set(request.documents)] };
  const contents = await chosenSources(tenant, session, choice);
  const volumes = planVolumes(contents, request.volumeSize);
  if (volumes.length === 0) throw new Problem("archive.empty");
  await sweep(tenant);
  const now = tenant.now();
  const id = newId(now);
  const made: BlobFacts[] = [];
  try {
    const manifest = await pin(tenant, { patientId, volumes, createdAt: new Date(now), made });
    await atomically(tenant, async (within) => {
      const { db } = within;
      for (const blob of made) await addBlob(db, blob, now);
      await store.addExport(db, { id, patientId, now, expiresAt: now + EXPORT_LIFE, manifest });
      const entry = { actor: "patient", act: "export", room: "archive", patientId, sessionId } as const;
      await trace(within, { ...entry, objectId: id });
    });
  } catch (error) {
    for (const blob of made) await tenant.blobs.remove(blob.id);
    throw error;
  }
  return await requireExport(tenant, patientId, id);
}

export const listExports = async (tenant: Tenant, patientId: string): Promise<Export[]> =>
  (await store.listExports(tenant.db, { patientId, now: tenant.now() })).map(answerOf);

/** @throws {Problem} `request.not-found` where it is not there any more, or somebody else's. */
export async function requireExport(tenant: Tenant, patientId: string, id: string): Promise<Export> {
  const found = await store.findExport(tenant.db, { id, patientId, now: tenant.now() });
  if (!found) throw new Problem("request.not-found");
  return answerOf(found);
}

/** @throws {Problem} `archive.limit`; `request.not-found`, also where the right to what is in it was lost. */
export async function giveTicket(
  tenant: Tenant,
  session: PatientSession,
  { id, volume }: { id: string; volume: number },
): Promise<DownloadTicket> {
  const { db, clinic } = tenant;
  const { patientId, id: sessionId } = session;
  requireRoom(sessionId);
  await requireExport(tenant, patientId, id);
  const pinned = (await store.manifestOf(db, id))?.manifest.volumes[volume - 1];
  if (!pinned) throw new Problem("request.not-found");
  await requireRight(tenant, session, pinned);
  const ticket = newSecret();
  const life = newTicket(tenant.now());
  await addTicket(db, { ...life, tokenHash: hashOf(ticket), exportId: id, volume, patientId, sessionId });
  return { ticket, url: `/t/${clinic.key}/v1/downloads/${ticket}` };
}

const answerOf = (found: store.StoredExport): Export => ({ ...found, state: "ready", progress: 1 });

interface Pinning {
  readonly patientId: string;
  readonly volumes: readonly VolumeContents[];
  readonly createdAt: Date;
  /** Gets what is made for this archive: sealed on the disk, not yet in the database. */
  readonly made: BlobFacts[];
}

async function pin(tenant: Tenant, { patientId, volumes, createdAt, made }: Pinning): Promise<Manifest> {
  const { givenName, familyName } = await patientById(tenant.db, patientId);
  const pinned: PinnedVolume[] = [];
  for (const [i, contents] of volumes.entries()) {
    const files = mediumFiles({
      clinic: tenant.clinic,
      patientName: `${familyName} ${givenName}`,
      createdAt,
      volume: { number: i + 1, of: volumes.length },
      directoryUid: uidFrom(crypto.randomUUID()),
      ...contents,
    });
    const entries: PinnedEntry[] = [];
    for (const file of files) entries.push(await entryOf(tenant, file, made));
    const ids = (list: readonly { id: string }[]) => list.map(({ id }) => id);
    pinned.push({ entries, studies: ids(contents.studies), documents: ids(contents.reports) });
  }
  const summary = pinned.map((volume, i) => ({
    number: i + 1,
    name: volumeName(createdAt, { number: i + 1, of: pinned.length }),
    bytes: volumeLayout(volume, createdAt).bytes,
    files: volume.entries.length,
  }));
  return { summary, volumes: pinned, made: made.map(({ id }) => id) };
}

/** What was made for this archive is stored as it is, like everything else in it. */
async function entryOf(tenant: Tenant, file: MediumFile, made: BlobFacts[]): Promise<PinnedEntry> {
  if ("stored" in file) return [file.name, file.stored.blob, file.stored.bytes, file.stored.crc32];
  const blob = await tenant.blobs.put(file.made, "application/octet-stream");
  made.push(blob);
  return [file.name, blob.id, blob.bytes, blob.crc32];
}

/** A UID below the UUID root (PS3.5 §B.2). */
const uidFrom = (uuid: string): string => `2.25.${BigInt(`0x${uuid.replaceAll("-", "")}`)}`;

async function sweep(tenant: Tenant): Promise<void> {
  for (const id of await store.removeExpired(tenant.db, tenant.now())) await tenant.blobs.remove(id);
}
