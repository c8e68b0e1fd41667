/** The corpus of real files with what is expected of each; its tests are skipped where it is not at hand. */
const FOLDER = Deno.env.get("TUO_CORPUS") ?? new URL("../../../shared/corpus", import.meta.url).pathname;
export const CORPUS = `${FOLDER}/dicom`;

export interface CorpusFile {
  /** Below {@link CORPUS}. */
  readonly file: string;
  readonly sha256: string;
  readonly expected: string;
}

interface Manifest {
  readonly files: readonly CorpusFile[];
  readonly groups: Readonly<Record<string, { readonly series_order_by_position: readonly string[] }>>;
}

/** Null where there is no corpus. */
export const manifest: Manifest | null = await Deno.readTextFile(`${CORPUS}/manifest.json`)
  .then((text) => JSON.parse(text) as Manifest, () => null);
