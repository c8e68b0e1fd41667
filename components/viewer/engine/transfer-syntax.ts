import { transferSyntaxOf } from "@tuodossier/sdk/dicom";

/** Who decodes a transfer syntax here. `jpeg`: 8-bit sequential JPEG, which the browser decodes. */
export type Coding = "native" | "rle" | "jpeg" | "unsupported";

const CODINGS: Readonly<Record<string, Coding>> = {
  none: "native",
  rle: "rle",
  jpeg: "jpeg",
};

export const codingOf = (uid: string): Coding => CODINGS[transferSyntaxOf(uid)?.codec ?? ""] ?? "unsupported";

export const isBigEndian = (uid: string): boolean => transferSyntaxOf(uid)?.bigEndian ?? false;

/** Its name, or its UID where it has none. */
export const syntaxName = (uid: string): string => transferSyntaxOf(uid)?.name ?? uid;
