/** Radiographs as computed radiography files (DICOM PS3.3 A.2, C.8.1). */
import { element } from "@tuodossier/sdk/dicom";
import { imageFile } from "../../dicom/file.ts";
import { decimals, greyPixels, windowElements } from "../../dicom/pixels.ts";
import type { Study } from "../../dicom/study.ts";
import type { SeedFile } from "../../seed.ts";
import type { Film } from "./film.ts";

const CR_IMAGE = "1.2.840.10008.5.1.4.1.1.1";

export interface Projection {
  readonly description: string;
  readonly bodyPart: string;
  /** (0018,5101) and (0020,0020): how the patient lay, and what the rows and columns point to. */
  readonly view: string;
  readonly orientation: string;
  readonly laterality?: "R" | "L";
  readonly film: () => Film;
}

/** One file a projection, all in one series. */
export function* radiographFiles(study: Study, projections: readonly Projection[]): Generator<SeedFile> {
  for (const [i, { description, bodyPart, view, orientation, laterality, film }] of projections.entries()) {
    const { columns, rows, spacing, data } = film();
    yield imageFile(study, {
      series: { number: i + 1, modality: "CR", description, model: "Fantoccio CR", bodyPart },
      instance: { sopClassUid: CR_IMAGE, number: 1 },
      elements: [
        element(0x00080008, "CS", "ORIGINAL\\PRIMARY"),
        element(0x00080022, "DA", study.date.replaceAll("-", "")),
        element(0x00080032, "TM", study.time),
        element(0x00180060, "DS", "60"),
        element(0x00181164, "DS", decimals(spacing, spacing)),
        element(0x00185101, "CS", view),
        element(0x00200020, "CS", orientation),
        ...(laterality ? [element(0x00200060, "CS", laterality)] : []),
        element(0x00280030, "DS", decimals(spacing, spacing)),
        ...windowElements([{ center: 2048, width: 4096, label: "NORMALE" }]),
        ...greyPixels({ columns, rows, bitsStored: 12, data }),
      ],
    });
  }
}
