import { DicomError, dicomErrors, readPart10 } from "@tuodossier/sdk/dicom";

/** Bytes of a file's beginning that tell what it is. */
export const HEAD = 4096;

export type Kind = "dicom" | "zip" | "pdf" | "sidecar" | "nothing-of-ours";

/** By what is in the file; its name counts only for what would otherwise be nothing. */
export function kindOf(path: string, head: Uint8Array): Kind {
  if (isDicom(head)) return "dicom";
  const text = String.fromCharCode(...head.subarray(0, 5));
  if (text.startsWith("PK\x03\x04") || text.startsWith("PK\x05\x06")) return "zip";
  if (text === "%PDF-" || /\.pdf$/i.test(path)) return "pdf";
  return /\.json$/i.test(path) ? "sidecar" : "nothing-of-ours";
}

export const NOTHING_OF_OURS = dicomErrors["not-dicom"];

/** A head is cut where it ends, so everything but one fault may be the cut's. */
function isDicom(head: Uint8Array): boolean {
  try {
    readPart10(head);
    return true;
  } catch (error) {
    return error instanceof DicomError && error.code !== "not-dicom";
  }
}
