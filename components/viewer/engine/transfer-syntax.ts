/** Transfer syntaxes (DICOM PS3.6 table A-1): what they are called, and who decodes their pixels here. */

/** `jpeg`: 8-bit sequential JPEG, which the browser decodes. */
export type Coding = "native" | "native-big-endian" | "rle" | "jpeg" | "unsupported";

const CODINGS: Readonly<Record<string, Coding>> = {
  "1.2.840.10008.1.2": "native",
  "1.2.840.10008.1.2.1": "native",
  "1.2.840.10008.1.2.1.99": "native",
  "1.2.840.10008.1.2.2": "native-big-endian",
  "1.2.840.10008.1.2.5": "rle",
  "1.2.840.10008.1.2.4.50": "jpeg",
  "1.2.840.10008.1.2.4.51": "jpeg",
};

const NAMES: Readonly<Record<string, string>> = {
  "1.2.840.10008.1.2": "Implicit VR Little Endian",
  "1.2.840.10008.1.2.1": "Explicit VR Little Endian",
  "1.2.840.10008.1.2.1.99": "Deflated Explicit VR Little Endian",
  "1.2.840.10008.1.2.2": "Explicit VR Big Endian",
  "1.2.840.10008.1.2.5": "RLE Lossless",
  "1.2.840.10008.1.2.4.50": "JPEG Baseline",
  "1.2.840.10008.1.2.4.51": "JPEG Extended 12 bit",
  "1.2.840.10008.1.2.4.53": "JPEG Spectral Selection",
  "1.2.840.10008.1.2.4.55": "JPEG Progressive",
  "1.2.840.10008.1.2.4.57": "JPEG Lossless",
  "1.2.840.10008.1.2.4.70": "JPEG Lossless SV1",
  "1.2.840.10008.1.2.4.80": "JPEG-LS Lossless",
  "1.2.840.10008.1.2.4.81": "JPEG-LS Near-Lossless",
  "1.2.840.10008.1.2.4.90": "JPEG 2000 Lossless",
  "1.2.840.10008.1.2.4.91": "JPEG 2000",
  "1.2.840.10008.1.2.4.92": "JPEG 2000 Part 2 Lossless",
  "1.2.840.10008.1.2.4.93": "JPEG 2000 Part 2",
  "1.2.840.10008.1.2.4.94": "JPIP",
  "1.2.840.10008.1.2.4.95": "JPIP Deflate",
  "1.2.840.10008.1.2.4.100": "MPEG-2",
  "1.2.840.10008.1.2.4.101": "MPEG-2 HD",
  "1.2.840.10008.1.2.4.102": "MPEG-4 H.264",
  "1.2.840.10008.1.2.4.103": "MPEG-4 H.264 BD",
  "1.2.840.10008.1.2.4.104": "MPEG-4 H.264 2D",
  "1.2.840.10008.1.2.4.105": "MPEG-4 H.264 3D",
  "1.2.840.10008.1.2.4.106": "MPEG-4 H.264 Stereo",
  "1.2.840.10008.1.2.4.107": "HEVC H.265",
  "1.2.840.10008.1.2.4.108": "HEVC H.265 10 bit",
  "1.2.840.10008.1.2.4.201": "HTJ2K Lossless",
  "1.2.840.10008.1.2.4.202": "HTJ2K Lossless RPCL",
  "1.2.840.10008.1.2.4.203": "HTJ2K",
};

export const codingOf = (transferSyntaxUid: string): Coding => CODINGS[transferSyntaxUid] ?? "unsupported";

/** Its name, or its UID where it has none here. */
export const syntaxName = (transferSyntaxUid: string): string =>
  NAMES[transferSyntaxUid] ?? transferSyntaxUid;
