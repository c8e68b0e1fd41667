/** The values of binary VRs (DICOM PS3.5 §6.2). */
import { MAX_NUMBERS } from "./limits.ts";

type Read = (view: DataView, at: number, little: boolean) => number;

const READERS: Readonly<Record<string, { size: number; read: Read }>> = {
  US: { size: 2, read: (view, at, little) => view.getUint16(at, little) },
  OW: { size: 2, read: (view, at, little) => view.getUint16(at, little) },
  SS: { size: 2, read: (view, at, little) => view.getInt16(at, little) },
  UL: { size: 4, read: (view, at, little) => view.getUint32(at, little) },
  OL: { size: 4, read: (view, at, little) => view.getUint32(at, little) },
  SL: { size: 4, read: (view, at, little) => view.getInt32(at, little) },
  FL: { size: 4, read: (view, at, little) => view.getFloat32(at, little) },
  OF: { size: 4, read: (view, at, little) => view.getFloat32(at, little) },
  FD: { size: 8, read: (view, at, little) => view.getFloat64(at, little) },
  OD: { size: 8, read: (view, at, little) => view.getFloat64(at, little) },
  UV: { size: 8, read: (view, at, little) => Number(view.getBigUint64(at, little)) },
  OV: { size: 8, read: (view, at, little) => Number(view.getBigUint64(at, little)) },
  SV: { size: 8, read: (view, at, little) => Number(view.getBigInt64(at, little)) },
  AT: {
    size: 4,
    read: (view, at, little) => view.getUint16(at, little) * 0x10000 + view.getUint16(at + 2, little),
  },
};

/** The whole values in a stretch of bytes, at most {@link MAX_NUMBERS}; null for other VRs. */
export function numbersFrom(
  view: DataView,
  { vr, start, length, bigEndian }: { vr: string; start: number; length: number; bigEndian: boolean },
): number[] | null {
  const reader = READERS[vr];
  if (!reader) return null;
  return Array.from(
    { length: Math.min(Math.floor(length / reader.size), MAX_NUMBERS) },
    (_, i) => reader.read(view, start + i * reader.size, !bigEndian),
  );
}
