/// <reference lib="deno.ns" />
/** For tests: the shared corpus of real files, where there is one, with its manifest as the oracle. */
import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

export interface CorpusEntry {
  readonly file: string;
  readonly bytes: number;
  readonly expected: string;
  readonly transfer_syntax?: string;
  readonly sop_class?: string;
  readonly sop_instance?: string;
  readonly modality?: string;
  readonly rows?: number;
  readonly cols?: number;
  readonly samples?: number;
  readonly bits_allocated?: number;
  readonly bits_stored?: number;
  readonly high_bit?: number;
  readonly signed?: number;
  readonly frames?: number;
  readonly photometric?: string;
  readonly planar?: number;
  readonly charset?: string;
  readonly patient_name?: string;
  readonly pixels?: { readonly frame0_sha256?: string };
}

interface Manifest {
  readonly files: readonly CorpusEntry[];
  readonly groups: Readonly<Record<string, { readonly series_order_by_position?: readonly string[] }>>;
}

const root = Deno.env.get("TUO_CORPUS") ?? fileURLToPath(new URL("../../../shared/corpus", import.meta.url));
const manifestPath = `${root}/dicom/manifest.json`;

export const hasCorpus = existsSync(manifestPath);

const none: Manifest = { files: [], groups: {} };
export const corpus: Manifest = hasCorpus ? JSON.parse(readFileSync(manifestPath, "utf8")) : none;

export const corpusBytes = (file: string): Uint8Array<ArrayBuffer> =>
  new Uint8Array(readFileSync(`${root}/dicom/${file}`));
