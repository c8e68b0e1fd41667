/** A deflated file as a plain one, for readers that need to point into its pixels. */
import { readPart10 } from "./part-10.ts";
import { Tag } from "./tags.ts";
import { writePart10 } from "./write.ts";
import { inflateBounded } from "./inflate.ts";

/**
 * The same data set in a file of Explicit VR Little Endian; the file itself where it is not deflated. Where
 * {@link readInstance} says `pixels-deflated`, reading this instead gives the pixels, with extents into it.
 *
 * @throws {DicomError} as {@link readInstance}.
 */
export function inflatedFile(bytes: Uint8Array): Uint8Array {
  const { meta, transferSyntax, dataSetAt } = readPart10(bytes);
  if (!transferSyntax.deflated) return bytes;
  const head = writePart10([], {
    sopClassUid: meta.text(Tag.MediaStorageSopClassUid),
    sopInstanceUid: meta.text(Tag.MediaStorageSopInstanceUid),
    sourceAe: meta.text(Tag.SourceApplicationEntityTitle),
  });
  const body = inflateBounded(bytes.subarray(dataSetAt));
  const file = new Uint8Array(head.length + body.length);
  file.set(head);
  file.set(body, head.length);
  return file;
}
