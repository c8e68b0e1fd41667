/** A picture in a page: a PNG, and its size in pixels. */
export interface Picture {
  readonly png: Uint8Array;
  readonly width: number;
  readonly height: number;
}

const SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
/** A logo has no use for more pixels, and unpacked they have to be held. */
const SIDE = 2000;

/** Reads a PNG's size (PNG, Third Edition §11.2.2); null for what is none, or has over 2000 pixels a side. */
export function pictureOf(png: Uint8Array): Picture | null {
  if (png.length < 24 || SIGNATURE.some((byte, at) => png[at] !== byte)) return null;
  const view = new DataView(png.buffer, png.byteOffset);
  const [width, height] = [view.getUint32(16), view.getUint32(20)];
  return width >= 1 && height >= 1 && width <= SIDE && height <= SIDE ? { png, width, height } : null;
}
