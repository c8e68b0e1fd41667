/** A file to import, wherever it lies: on a disk, in a ZIP, in memory. */
export interface ImportFile {
  /** As a person recognises it; never used to open or to name anything. */
  readonly path: string;
  readonly bytes: number;
  /**
   * A stretch of it; shorter where the file ends.
   * @throws {UnreadableFile} where it cannot be read.
   */
  read(offset: number, length: number): Promise<Uint8Array<ArrayBuffer>>;
}

/** What lies where files are, and is none that could be read. */
export interface NoFile {
  readonly path: string;
  readonly refused: string;
}

/** Why a file cannot be read, in words for the operator. */
export class UnreadableFile extends Error {
  override readonly name = "UnreadableFile";
}

export const wholeOf = (file: ImportFile): Promise<Uint8Array<ArrayBuffer>> => file.read(0, file.bytes);

/** Files that were made, as the import takes them. */
export async function* inMemory(
  files: Iterable<{ readonly path: string; readonly bytes: Uint8Array }>,
): AsyncGenerator<ImportFile> {
  for (const { path, bytes } of files) {
    // A copy: what comes in may be changed (a preamble is zeroed).
    const read = (offset: number, length: number) => Promise.resolve(bytes.slice(offset, offset + length));
    yield { path, bytes: bytes.length, read };
  }
}
