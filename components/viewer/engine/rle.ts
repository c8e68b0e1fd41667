/**
 * RLE frames (DICOM PS3.5 annex G) as native bytes: little endian, the samples of a pixel side by side.
 * The whole decoder is this one function, as its text is also what the worker runs.
 *
 * @param size values in the frame, samples a pixel, bytes a value (0: one bit a value, packed).
 * @throws {RangeError} where the data end early or their header does not fit the image.
 */
export function decodeRle(
  data: Uint8Array,
  size: { readonly pixels: number; readonly samples: number; readonly bytes: number },
): Uint8Array {
  const { pixels, samples, bytes } = size;
  const view = new DataView(data.buffer, data.byteOffset, data.byteLength);
  const planes = samples * Math.max(bytes, 1);
  const plane = bytes === 0 ? Math.ceil(pixels / 8) : pixels;
  if (data.length < 64 || view.getUint32(0, true) !== planes) throw new RangeError("RLE header does not fit");
  const out = new Uint8Array(plane * planes);
  for (let segment = 0; segment < planes; segment++) {
    const sample = Math.floor(segment / Math.max(bytes, 1));
    // Segments run from the most significant byte to the least (PS3.5 G.2).
    const first = sample * Math.max(bytes, 1) + Math.max(bytes, 1) - 1 - segment % Math.max(bytes, 1);
    let at = view.getUint32(4 + segment * 4, true);
    let to = first;
    const stop = out.length;
    while (to < stop) {
      if (at < 64 || at >= data.length) throw new RangeError("RLE data end early");
      const head = data[at++];
      if (head < 128) {
        for (let left = head + 1; left > 0 && to < stop; left--, to += planes) {
          if (at >= data.length) throw new RangeError("RLE data end early");
          out[to] = data[at++];
        }
      } else if (head > 128) {
        const value = data[at++];
        for (let left = 257 - head; left > 0 && to < stop; left--, to += planes) out[to] = value;
      }
    }
  }
  return out;
}
