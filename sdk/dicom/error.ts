/** Why a file is refused: every code, with the sentence a clinic's technician reads. Closed list. */
export const dicomErrors = {
  "not-dicom": "Not a DICOM file: it has neither the DICM mark nor a DICOM data set at its start.",
  "truncated": "The file ends before its data set does: it was cut off, or only partly copied.",
  "malformed": "The data set is damaged: an element's header makes no sense where it stands.",
  "too-deep": "Sequences are nested deeper than any real DICOM object needs.",
  "too-large": "The file, or what it declares, is larger than any real DICOM object.",
  "dicomdir": "A DICOMDIR, the index of a disc: the images are in the other files of that disc.",
  "deflate-damaged": "The compressed data set is damaged and cannot be expanded.",
  "deflate-bomb": "The compressed data set expands far beyond the size of a real one.",
} as const;

export type DicomErrorCode = keyof typeof dicomErrors;

/** A file that cannot be read. The message is one of {@link dicomErrors}: it never bears patient data. */
export class DicomError extends Error {
  override readonly name = "DicomError";
  readonly code: DicomErrorCode;

  constructor(code: DicomErrorCode) {
    super(dicomErrors[code]);
    this.code = code;
  }
}
