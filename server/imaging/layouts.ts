import { gzipSync } from "node:zlib";
import type { ClinicDatabase, Tenant } from "../tenant.ts";
import { layOut, type PlacedFile, seriesTag } from "./rules.ts";
import { instancesOfSeries, type Series } from "./store.ts";

/** A series ready to be served: its plan as sent, and where its bytes lie. */
export interface ReadySeries {
  readonly etag: string;
  readonly byteLength: number;
  readonly files: readonly PlacedFile[];
  /** The plan's JSON, gzipped: a CT of 300 slices is 15 times smaller. */
  readonly plan: Uint8Array<ArrayBuffer>;
}

/** Series that are being looked at, of all patients of a clinic; a page asks for hundreds of Ranges of each. */
const KEPT = 64;
const kept = new WeakMap<ClinicDatabase, Map<string, ReadySeries>>();

export async function readySeries({ db }: Tenant, series: Series): Promise<ReadySeries> {
  const ofClinic = kept.get(db) ?? new Map<string, ReadySeries>();
  kept.set(db, ofClinic);
  const known = ofClinic.get(series.id);
  const etag = seriesTag(series);
  ofClinic.delete(series.id);
  const ready = known?.etag === etag ? known : await makeReady(db, { series, etag });
  ofClinic.set(series.id, ready);
  if (ofClinic.size > KEPT) ofClinic.delete(ofClinic.keys().next().value!);
  return ready;
}

async function makeReady(
  db: ClinicDatabase,
  { series: { id, studyId, modality, description, number }, etag }: { series: Series; etag: string },
): Promise<ReadySeries> {
  const head = { id, studyId, modality, description, number, etag };
  const { plan, files } = layOut(head, await instancesOfSeries(db, id));
  const json = new Uint8Array(gzipSync(JSON.stringify(plan)));
  return { etag, byteLength: plan.byteLength, files, plan: json };
}
