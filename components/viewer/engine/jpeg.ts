import { ImageFault } from "./faults.ts";
import { markedAsRgb, readJpegHeader } from "./jpeg-header.ts";
import type { Picture } from "./picture.ts";
import type { PixelFormat } from "./samples.ts";

/**
 * 8-bit sequential JPEG by the browser's own decoder. It transforms colours as the stream's markers say; where
 * there are none, DICOM's photometric interpretation decides (PS3.5 §8.2.1).
 *
 * @throws {ImageFault} `syntax-unsupported` for other processes or 12 bits, `pixels-corrupt` for a broken stream.
 */
export async function decodeJpeg(bytes: Uint8Array, format: PixelFormat): Promise<Picture> {
  const header = readJpegHeader(bytes);
  if (!header) throw new ImageFault("pixels-corrupt", "JPEG");
  const { process, precision, components, jfif, adobe } = header;
  if (process > 2 || precision !== 8) throw new ImageFault("syntax-unsupported", `JPEG ${precision} bit`);
  const codedAsRgb = components === 3 && format.photometricInterpretation === "RGB" && !jfif && !adobe;
  const rgba = await browserDecode(codedAsRgb ? markedAsRgb(bytes) : bytes, format);
  const { rows, columns } = format;
  if (format.samplesPerPixel !== 1) return { kind: "colour", rows, columns, values: rgba };
  const grey = new Uint8Array(rows * columns);
  for (let i = 0; i < grey.length; i++) grey[i] = rgba[i * 4];
  return { kind: "grey", rows, columns, values: grey };
}

async function browserDecode(bytes: Uint8Array, { rows, columns }: PixelFormat): Promise<Uint8ClampedArray> {
  const blob = new Blob([bytes as Uint8Array<ArrayBuffer>], { type: "image/jpeg" });
  const options = { colorSpaceConversion: "none", premultiplyAlpha: "none" } as const;
  const bitmap = await createImageBitmap(blob, options).catch(() => {
    throw new ImageFault("pixels-corrupt", "JPEG");
  });
  if (bitmap.width !== columns || bitmap.height !== rows) throw new ImageFault("pixels-inconsistent", "JPEG");
  const context = new OffscreenCanvas(columns, rows).getContext("2d", { willReadFrequently: true });
  if (!context) throw new ImageFault("pixels-unsupported", "JPEG");
  context.drawImage(bitmap, 0, 0);
  bitmap.close();
  return context.getImageData(0, 0, columns, rows).data;
}
