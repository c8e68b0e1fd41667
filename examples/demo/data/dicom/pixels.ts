/** The image pixel module and the windows (DICOM PS3.3 C.7.6.3, C.11.2). */
import { type DataElement, element } from "@tuodossier/sdk/dicom";

export interface Window {
  readonly center: number;
  readonly width: number;
  readonly label: string;
}

/** Grey images of up to 16 bits, unsigned; `data` has `columns` × `rows` values (× frames). */
export function greyPixels(
  { columns, rows, bitsStored, photometric = "MONOCHROME2", data }: {
    columns: number;
    rows: number;
    bitsStored: number;
    photometric?: "MONOCHROME1" | "MONOCHROME2";
    data: Uint8Array | Uint16Array;
  },
): DataElement[] {
  const wide = data instanceof Uint16Array;
  return [
    element(0x00280002, "US", 1),
    element(0x00280004, "CS", photometric),
    element(0x00280010, "US", rows),
    element(0x00280011, "US", columns),
    element(0x00280100, "US", wide ? 16 : 8),
    element(0x00280101, "US", bitsStored),
    element(0x00280102, "US", bitsStored - 1),
    element(0x00280103, "US", 0),
    element(0x7fe00010, wide ? "OW" : "OB", new Uint8Array(data.buffer, data.byteOffset, data.byteLength)),
  ];
}

export const windowElements = (windows: readonly Window[]): DataElement[] => [
  element(0x00281050, "DS", windows.map((window) => window.center).join("\\")),
  element(0x00281051, "DS", windows.map((window) => window.width).join("\\")),
  element(0x00281055, "LO", windows.map((window) => window.label).join("\\")),
];

/** Numbers as DICOM's decimal string, at most 16 characters each (PS3.5 §6.2). */
export const decimals = (...numbers: number[]) =>
  numbers.map((number) => String(Math.round(number * 1e4) / 1e4)).join("\\");
