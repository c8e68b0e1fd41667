/** Expanding a deflated data set (DICOM PS3.5 §A.5), with a bound on what comes out. */
import { Inflate } from "fflate";
import { DicomError } from "./error.ts";
import { INFLATE } from "./limits.ts";

/** Deflate expands 1:1032 at most: a step of input never yields more than 17 MB before it is counted. */
const STEP = 16 * 1024;

/** @throws {DicomError} `deflate-bomb` over the bound of {@link INFLATE}, `deflate-damaged` on bad data. */
export function inflateBounded(bytes: Uint8Array): Uint8Array {
  const most = Math.min(INFLATE.most, Math.max(INFLATE.least, bytes.length * INFLATE.ratio));
  const chunks: Uint8Array[] = [];
  let total = 0;
  const stream = new Inflate((chunk) => {
    chunks.push(chunk);
    total += chunk.length;
  });
  for (let at = 0; at < bytes.length; at += STEP) {
    try {
      stream.push(bytes.subarray(at, at + STEP), at + STEP >= bytes.length);
    } catch {
      throw new DicomError("deflate-damaged");
    }
    if (total > most) throw new DicomError("deflate-bomb");
  }
  return joined(chunks, total);
}

function joined(chunks: readonly Uint8Array[], total: number): Uint8Array {
  const whole = new Uint8Array(total);
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.length;
  }
  return whole;
}
