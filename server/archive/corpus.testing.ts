/** Other people's DICOM files, for tests that are skipped where they are not at hand. */
const CORPUS = Deno.env.get("TUO_CORPUS") ?? new URL("../../../shared/corpus", import.meta.url).pathname;

export const hasCorpus = await Deno.stat(`${CORPUS}/dicom/manifest.json`).then(() => true, () => false);

/** Every file of the corpus, whatever it is. */
export async function* corpusFiles(folder = `${CORPUS}/dicom`): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  for await (const { name, isDirectory, isFile } of Deno.readDir(folder)) {
    if (isDirectory) yield* corpusFiles(`${folder}/${name}`);
    else if (isFile) yield await Deno.readFile(`${folder}/${name}`);
  }
}
