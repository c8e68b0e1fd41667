/** What an instance is, for someone who has to show it. */
import type { InstanceKind } from "../contract/imaging.ts";
import type { DataSet } from "./data-set.ts";
import { Tag } from "./tags.ts";
import { isVideo, type TransferSyntax } from "./transfer-syntax.ts";

const STORAGE = "1.2.840.10008.5.1.4.1.1.";
const ENCAPSULATED_PDF = `${STORAGE}104.1`;
const KEY_OBJECT = `${STORAGE}88.59`;

/** By what is in it first (pixels, a video stream), then by its SOP class (PS3.6 annex A). */
export function kindOf(
  dataSet: DataSet,
  { sopClassUid, transferSyntax }: { sopClassUid: string; transferSyntax: TransferSyntax },
): InstanceKind {
  const hasPixels = [Tag.PixelData, Tag.FloatPixelData, Tag.DoubleFloatPixelData, Tag.Rows]
    .some((tag) => dataSet.element(tag) !== undefined);
  if (hasPixels) return isVideo(transferSyntax) ? "video" : "image";
  if (sopClassUid === ENCAPSULATED_PDF) return "pdf";
  if (sopClassUid.startsWith(`${STORAGE}9.`)) return "waveform";
  if (sopClassUid.startsWith(`${STORAGE}88.`) && sopClassUid !== KEY_OBJECT) return "report";
  return "other";
}
