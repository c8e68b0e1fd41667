/** What the markers of a JPEG stream say (ISO/IEC 10918-1 annex B; the Adobe marker is Adobe's TN 5116). */
export interface JpegHeader {
  /** The frame marker's number: 0 baseline, 1 extended sequential, 2 progressive, 3 lossless. */
  readonly process: number;
  readonly precision: number;
  readonly components: number;
  readonly jfif: boolean;
  readonly adobe: boolean;
}

/** Null where the bytes are no JPEG stream. */
export function readJpegHeader(bytes: Uint8Array): JpegHeader | null {
  if (bytes[0] !== 0xff || bytes[1] !== 0xd8) return null;
  let jfif = false, adobe = false;
  for (let at = 2; at + 4 <= bytes.length;) {
    if (bytes[at] !== 0xff) return null;
    const marker = bytes[at + 1];
    if (marker === 0xff) {
      at++;
      continue;
    }
    const length = bytes[at + 2] << 8 | bytes[at + 3];
    if (marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)) {
      return { process: marker - 0xc0, precision: bytes[at + 4], components: bytes[at + 9], jfif, adobe };
    }
    if (marker === 0xe0 && text(bytes, at + 4, 4) === "JFIF") jfif = true;
    // Readers need 12 bytes of it; a shorter one says nothing of colour.
    if (marker === 0xee && length >= 14 && text(bytes, at + 4, 5) === "Adobe") adobe = true;
    if (marker === 0xda) return null;
    at += 2 + length;
  }
  return null;
}

const text = (bytes: Uint8Array, at: number, length: number): string =>
  String.fromCharCode(...bytes.subarray(at, at + length));

/** An Adobe marker that says: components are R, G, B, not to be transformed. */
const NO_TRANSFORM = [0xff, 0xee, 0, 14, 0x41, 0x64, 0x6f, 0x62, 0x65, 0, 100, 0, 0, 0, 0, 0];

/** The same stream, marked as coded in RGB. */
export function markedAsRgb(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  const marked = new Uint8Array(bytes.length + NO_TRANSFORM.length);
  marked.set(bytes.subarray(0, 2));
  marked.set(NO_TRANSFORM, 2);
  marked.set(bytes.subarray(2), 2 + NO_TRANSFORM.length);
  return marked;
}
