/**
 * The corpus of real DICOM files, with its manifest as the oracle: at `../shared/corpus`, or where `TUO_CORPUS`
 * says (that folder, or its `dicom`). Tests that need it are skipped where it is not.
 */
import { existsSync, readFileSync } from "node:fs";
import process from "node:process";
import { fileURLToPath } from "node:url";

export interface CorpusEntry {
  /** Below the corpus folder. */
  readonly file: string;
  readonly bytes: number;
  readonly sha256: string;
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
  readonly pixels?: {
    readonly lossy?: boolean;
    readonly frame0_sha256?: string;
    readonly frame0_values_sha256?: string;
    readonly per_frame_min_max_mean?: readonly (readonly [number, number, number])[];
    readonly frame0_channel_means?: number[];
    readonly rgb_after_colour_transform?: { readonly channel_means: number[] };
  };
  readonly render8?: { readonly voi: string; readonly mean: number[] };
}

export interface Corpus {
  readonly files: readonly CorpusEntry[];
  /** Files that belong together, with the expected order of each series. */
  readonly groups: Readonly<Record<string, { readonly series_order_by_position?: readonly string[] }>>;
}

const given = process.env.TUO_CORPUS ?? fileURLToPath(new URL("../../shared/corpus", import.meta.url));

/** Where the manifest lies; the files' paths begin here. */
export const corpusFolder = existsSync(`${given}/manifest.json`) ? given : `${given}/dicom`;

export const hasCorpus = existsSync(`${corpusFolder}/manifest.json`);

const none: Corpus = { files: [], groups: {} };
export const corpus: Corpus = hasCorpus
  ? JSON.parse(readFileSync(`${corpusFolder}/manifest.json`, "utf8"))
  : none;

export const corpusBytes = (file: string): Uint8Array<ArrayBuffer> =>
  new Uint8Array(readFileSync(`${corpusFolder}/${file}`));
