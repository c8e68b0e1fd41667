/** Why an image cannot be shown. Everything is still in the export. */
export const FAULTS = [
  "no-pixels",
  "pixels-short",
  "pixels-inconsistent",
  "pixels-deflated",
  "syntax-unsupported",
  "pixels-unsupported",
  "pixels-corrupt",
  "not-an-image",
] as const;

export type FaultCode = typeof FAULTS[number];

/** An image that cannot be shown; `subject` names what it is (a transfer syntax, a kind of object). */
export class ImageFault extends Error {
  override readonly name = "ImageFault";

  constructor(readonly code: FaultCode, readonly subject: string = "") {
    super(subject ? `${code}: ${subject}` : code);
  }
}
