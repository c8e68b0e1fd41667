/** Small DICOM files to test with. */
import { type DataElement, element, writePart10 } from "@tuodossier/sdk/dicom";

export interface TestImage {
  readonly study?: string;
  readonly series?: string;
  readonly instance?: string;
  readonly number?: number;
  /** Millimetres along the axis. */
  readonly place?: number;
  readonly accession?: string;
  readonly date?: string;
  readonly size?: number;
  readonly more?: readonly DataElement[];
}

/** An axial slice whose pixels count up, so that any stretch of it is told from any other. */
export function imageFile(image: TestImage = {}): Uint8Array<ArrayBuffer> {
  const { study = "2.25.1", series = "2.25.1.1", instance = "2.25.1.1.1", number = 1, size = 8 } = image;
  const pixels = new Uint8Array(new Uint16Array(size * size).map((_, i) => i & 0x0fff).buffer);
  const sopClassUid = "1.2.840.10008.5.1.4.1.1.2";
  const elements = [
    element(0x00080016, "UI", sopClassUid),
    element(0x00080018, "UI", instance),
    element(0x00080020, "DA", image.date ?? "20240501"),
    ...image.accession === undefined ? [] : [element(0x00080050, "SH", image.accession)],
    element(0x00080060, "CS", "CT"),
    element(0x00081030, "LO", "TC DI PROVA"),
    element(0x0020000d, "UI", study),
    element(0x0020000e, "UI", series),
    element(0x00200013, "IS", String(number)),
    element(0x00200032, "DS", `0\\0\\${image.place ?? number}`),
    element(0x00200037, "DS", "1\\0\\0\\0\\1\\0"),
    element(0x00280002, "US", 1),
    element(0x00280004, "CS", "MONOCHROME2"),
    element(0x00280010, "US", size),
    element(0x00280011, "US", size),
    element(0x00280030, "DS", "0.5\\0.5"),
    element(0x00280100, "US", 16),
    element(0x00280101, "US", 12),
    element(0x00280102, "US", 11),
    element(0x00280103, "US", 0),
    ...image.more ?? [],
    element(0x7fe00010, "OW", pixels),
  ];
  return writePart10(elements, { sopClassUid, sopInstanceUid: instance });
}
