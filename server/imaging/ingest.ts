import { DicomError, type DicomErrorCode, type ReadInstance, readInstance } from "@tuodossier/sdk/dicom";
import { createHash } from "node:crypto";
import { pickKeys } from "../archive/dicomdir-pick.ts";
import type { BlobFacts } from "../blobs/blobs.ts";
import { trace } from "../accesses/trace.ts";
import { addBlob } from "../blobs/store.ts";
import { atomically } from "../db/atomically.ts";
import { documentForStudy } from "../documents/publish.ts";
import { newId } from "../keys/uuid.ts";
import type { ClinicDatabase, Tenant } from "../tenant.ts";
import { addInstance, addStudy, instancesByUid, type Known, seriesFor, studyByUid } from "./ingest-store.ts";
import { zeroPreamble } from "./preamble.ts";
import { type StoredInstance, storedInstance } from "./stored-instance.ts";

/**
 * What became of a file. `same`: these very bytes were there. `conflict`: other bytes under the same SOP instance
 * UID were, and both are kept.
 */
export type Ingested =
  | {
    readonly outcome: "new" | "same" | "conflict";
    readonly studyId: string;
    readonly seriesId: string;
    readonly instanceId: string;
    readonly accession: string | null;
    /** `YYYY-MM-DD`. */
    readonly studyDate: string | null;
  }
  | { readonly outcome: "refused"; readonly code: DicomErrorCode; readonly reason: string };

export interface Incoming {
  readonly patientId: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** Studies whose trace entry this import has written; studies are added. Without it every file writes one. */
  readonly traced?: Set<string>;
}

/**
 * Takes one DICOM file into a patient's dossier: sealed and durable on the disk first, then study, series,
 * instance, the document they belong to and the trace in one transaction. Its preamble is zeroed, in `bytes` too.
 *
 * @throws {Error} only where it cannot be stored; a file that is at fault is an answer.
 */
export async function ingestInstance(tenant: Tenant, incoming: Incoming): Promise<Ingested> {
  const { patientId, bytes, traced } = incoming;
  zeroPreamble(bytes);
  let file: IncomingFile;
  try {
    const read = readInstance(bytes);
    file = { patientId, traced, read, description: storedInstance(read, bytes), keys: pickKeys(read) };
  } catch (error) {
    if (!(error instanceof DicomError)) throw error;
    return { outcome: "refused", code: error.code, reason: error.message };
  }
  const { study } = file.read;
  const facts = { accession: study.accessionNumber || null, studyDate: study.studyDate };
  const known = await knownInstances(tenant.db, file);
  const same = known.length > 0 ? sameIn(known, digestOf(bytes)) : undefined;
  if (same) return { outcome: "same", ...facts, ...same };

  const blob = await tenant.blobs.put(bytes, "application/dicom");
  const kept = await atomically(tenant, (within) => keep(within, file, blob)).catch(async (error) => {
    await tenant.blobs.remove(blob.id);
    // What this transaction noted is undone with it: an entry too many does no harm.
    traced?.clear();
    throw error;
  });
  if (kept.outcome === "same") await tenant.blobs.remove(blob.id);
  return { ...kept, ...facts };
}

interface IncomingFile {
  readonly patientId: string;
  readonly traced: Set<string> | undefined;
  readonly read: ReadInstance;
  readonly description: StoredInstance;
  readonly keys: ReturnType<typeof pickKeys>;
}

/** Within one transaction: looks again, since another import may have brought the same file meanwhile. */
async function keep(
  tenant: Tenant,
  file: IncomingFile,
  blob: BlobFacts,
): Promise<{ outcome: "new" | "same" | "conflict" } & Placed> {
  const { db } = tenant;
  const now = tenant.now();
  const known = await knownInstances(db, file);
  const same = sameIn(known, blob.sha256);
  if (same) return { outcome: "same", ...same };
  const { patientId, read, description } = file;
  const studyId = await studyByUid(db, { patientId, studyInstanceUid: read.study.studyInstanceUid }) ??
    await newStudy(tenant, file);
  const seriesId = await seriesFor(db, { studyId, series: read.series, newId: newId(now) });
  const instanceId = newId(now);
  await addBlob(db, blob, now);
  await addInstance(db, {
    id: instanceId,
    seriesId,
    sopInstanceUid: description.sopInstanceUid,
    blobId: blob.id,
    frames: description.pixels?.frames.length ?? 0,
    description: JSON.stringify(description),
    directoryKeys: JSON.stringify(file.keys),
    now,
  });
  if (!file.traced?.has(studyId)) {
    await trace(tenant, { actor: "operator", act: "import", room: "imaging", patientId, objectId: studyId });
    file.traced?.add(studyId);
  }
  return { outcome: known.length > 0 ? "conflict" : "new", studyId, seriesId, instanceId };
}

async function newStudy(tenant: Tenant, { patientId, read }: IncomingFile): Promise<string> {
  const { study, sourceAe } = read;
  const now = tenant.now();
  const document = await documentForStudy(tenant, {
    patientId,
    accession: study.accessionNumber || null,
    date: study.studyDate,
    description: study.studyDescription,
    facility: read.institutionName || null,
  });
  const id = newId(now);
  const { id: documentId, facilityId } = document;
  await addStudy(tenant.db, { id, patientId, documentId, facilityId, sourceAe, study, now });
  return id;
}

type Placed = Omit<Known, "sha256">;

function sameIn(known: readonly Known[], sha256: string): Placed | undefined {
  const found = known.find((one) => one.sha256 === sha256);
  return found && { studyId: found.studyId, seriesId: found.seriesId, instanceId: found.instanceId };
}

const knownInstances = (db: ClinicDatabase, { patientId, description }: IncomingFile): Promise<Known[]> =>
  instancesByUid(db, { patientId, sopInstanceUid: description.sopInstanceUid });

const digestOf = (bytes: Uint8Array): string => createHash("sha256").update(bytes).digest("hex");
