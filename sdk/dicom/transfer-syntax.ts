/** Transfer syntaxes (DICOM PS3.5 §8, PS3.6 table A-1): how a file's data set and pixels are written. */

/** What has to decode a frame. `none`: samples as they are; `unknown`: name it, do not guess. */
export type Codec =
  | "none"
  | "rle"
  | "jpeg"
  | "jpeg-lossless"
  | "jpeg-ls"
  | "jpeg-2000"
  | "htj2k"
  | "jpeg-xl"
  | "deflate"
  | "mpeg-2"
  | "h264"
  | "h265"
  | "unknown";

export interface TransferSyntax {
  readonly uid: string;
  readonly name: string;
  /** Pixel data are in fragments. */
  readonly encapsulated: boolean;
  readonly bigEndian: boolean;
  /** Elements name their VR. */
  readonly explicit: boolean;
  /** The whole data set is compressed. */
  readonly deflated: boolean;
  /** The coding may have changed the pixels. */
  readonly lossy: boolean;
  readonly codec: Codec;
}

const plain = { encapsulated: false, bigEndian: false, explicit: true, deflated: false, lossy: false };
const native = (uid: string, name: string, differences: Partial<TransferSyntax> = {}): TransferSyntax => ({
  uid: `1.2.840.10008.1.2${uid}`,
  name,
  ...plain,
  codec: "none",
  ...differences,
});
const coded = (uid: string, name: string, codec: Codec): TransferSyntax =>
  native(uid, name, { encapsulated: true, codec });
const lossy = (uid: string, name: string, codec: Codec): TransferSyntax =>
  native(uid, name, { encapsulated: true, lossy: true, codec });

export const transferSyntaxes: readonly TransferSyntax[] = [
  native("", "Implicit VR Little Endian", { explicit: false }),
  native(".1", "Explicit VR Little Endian"),
  native(".1.99", "Deflated Explicit VR Little Endian", { deflated: true }),
  native(".2", "Explicit VR Big Endian", { bigEndian: true }),
  coded(".5", "RLE Lossless", "rle"),
  coded(".8.1", "Deflated Image Frame Compression", "deflate"),
  lossy(".4.50", "JPEG Baseline", "jpeg"),
  lossy(".4.51", "JPEG Extended", "jpeg"),
  lossy(".4.53", "JPEG Spectral Selection, Non-Hierarchical", "jpeg"),
  lossy(".4.55", "JPEG Full Progression, Non-Hierarchical", "jpeg"),
  coded(".4.57", "JPEG Lossless, Non-Hierarchical", "jpeg-lossless"),
  coded(".4.70", "JPEG Lossless, First-Order Prediction", "jpeg-lossless"),
  coded(".4.80", "JPEG-LS Lossless", "jpeg-ls"),
  lossy(".4.81", "JPEG-LS Near-Lossless", "jpeg-ls"),
  coded(".4.90", "JPEG 2000 Lossless", "jpeg-2000"),
  lossy(".4.91", "JPEG 2000", "jpeg-2000"),
  coded(".4.92", "JPEG 2000 Part 2 Multi-component Lossless", "jpeg-2000"),
  lossy(".4.93", "JPEG 2000 Part 2 Multi-component", "jpeg-2000"),
  lossy(".4.100", "MPEG2 Main Profile / Main Level", "mpeg-2"),
  lossy(".4.100.1", "Fragmentable MPEG2 Main Profile / Main Level", "mpeg-2"),
  lossy(".4.101", "MPEG2 Main Profile / High Level", "mpeg-2"),
  lossy(".4.101.1", "Fragmentable MPEG2 Main Profile / High Level", "mpeg-2"),
  lossy(".4.102", "MPEG-4 AVC/H.264 High Profile / Level 4.1", "h264"),
  lossy(".4.102.1", "Fragmentable MPEG-4 AVC/H.264 High Profile / Level 4.1", "h264"),
  lossy(".4.103", "MPEG-4 AVC/H.264 BD-compatible High Profile / Level 4.1", "h264"),
  lossy(".4.103.1", "Fragmentable MPEG-4 AVC/H.264 BD-compatible High Profile / Level 4.1", "h264"),
  lossy(".4.104", "MPEG-4 AVC/H.264 High Profile / Level 4.2 For 2D Video", "h264"),
  lossy(".4.104.1", "Fragmentable MPEG-4 AVC/H.264 High Profile / Level 4.2 For 2D Video", "h264"),
  lossy(".4.105", "MPEG-4 AVC/H.264 High Profile / Level 4.2 For 3D Video", "h264"),
  lossy(".4.105.1", "Fragmentable MPEG-4 AVC/H.264 High Profile / Level 4.2 For 3D Video", "h264"),
  lossy(".4.106", "MPEG-4 AVC/H.264 Stereo High Profile / Level 4.2", "h264"),
  lossy(".4.106.1", "Fragmentable MPEG-4 AVC/H.264 Stereo High Profile / Level 4.2", "h264"),
  lossy(".4.107", "HEVC/H.265 Main Profile / Level 5.1", "h265"),
  lossy(".4.108", "HEVC/H.265 Main 10 Profile / Level 5.1", "h265"),
  coded(".4.110", "JPEG XL Lossless", "jpeg-xl"),
  lossy(".4.111", "JPEG XL JPEG Recompression", "jpeg-xl"),
  lossy(".4.112", "JPEG XL", "jpeg-xl"),
  coded(".4.201", "High-Throughput JPEG 2000 Lossless", "htj2k"),
  coded(".4.202", "High-Throughput JPEG 2000 with RPCL Lossless", "htj2k"),
  lossy(".4.203", "High-Throughput JPEG 2000", "htj2k"),
];

const byUid = new Map(transferSyntaxes.map((syntax) => [syntax.uid, syntax]));
const VIDEO = new Set<Codec>(["mpeg-2", "h264", "h265"]);

/**
 * What a transfer syntax means. One that is not in the table is taken as PS3.5 §A.4 lays down for all to
 * come: explicit little endian with fragments, which no codec here decodes.
 *
 * @example
 * ```ts
 * import { transferSyntaxOf } from "@tuodossier/sdk/dicom";
 * if (transferSyntaxOf("1.2.840.10008.1.2.4.50").codec !== "jpeg") throw new Error("JPEG baseline");
 * ```
 */
export function transferSyntaxOf(uid: string): TransferSyntax {
  return byUid.get(uid) ??
    { uid, name: uid, ...plain, encapsulated: true, lossy: false, codec: "unknown" };
}

/** Whether the pixel data are one stream of moving pictures rather than frames. */
export const isVideo = ({ codec }: TransferSyntax): boolean => VIDEO.has(codec);
