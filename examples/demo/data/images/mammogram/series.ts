/** Mammograms as DICOM files for presentation (PS3.3 A.27, C.8.11). */
import { type DataElement, element } from "@tuodossier/sdk/dicom";
import { imageFile } from "../../dicom/file.ts";
import { decimals, greyPixels, windowElements } from "../../dicom/pixels.ts";
import type { Study } from "../../dicom/study.ts";
import type { SeedFile } from "../../seed.ts";
import { breastImage, columns, rows, spacing, type View } from "./breast.ts";

const MG_FOR_PRESENTATION = "1.2.840.10008.5.1.4.1.1.1.2";

/** Views with their SNOMED CT codes (PS3.16 CID 4014) and orientations (PS3.3 C.7.6.1.1.1). */
const views: readonly (View & { readonly orientation: string })[] = [
  { side: "R", view: "CC", orientation: "P\\L" },
  { side: "L", view: "CC", orientation: "A\\R" },
  { side: "R", view: "MLO", orientation: "P\\FL" },
  { side: "L", view: "MLO", orientation: "A\\FR" },
];
const viewCodes = {
  CC: code("399162004", "cranio-caudal"),
  MLO: code("399368009", "medio-lateral oblique"),
} as const;

function code(value: string, meaning: string): DataElement[] {
  return [
    element(0x00080100, "SH", value),
    element(0x00080102, "SH", "SCT"),
    element(0x00080104, "LO", meaning),
  ];
}

export function* mammogramFiles(study: Study): Generator<SeedFile> {
  for (const [i, { side, view, orientation }] of views.entries()) {
    yield imageFile(study, {
      series: {
        number: i + 1,
        modality: "MG",
        description: `${side} ${view}`,
        model: "Fantoccio MG",
        bodyPart: "BREAST",
      },
      instance: { sopClassUid: MG_FOR_PRESENTATION, number: 1 },
      elements: [
        element(0x00080008, "CS", "ORIGINAL\\PRIMARY"),
        element(0x00080022, "DA", study.date.replaceAll("-", "")),
        element(0x00080032, "TM", study.time),
        element(0x00080068, "CS", "FOR PRESENTATION"),
        element(0x00082218, "SQ", [code("76752008", "Breast")]),
        element(0x00180060, "DS", "28"),
        element(0x001811a0, "DS", "52"),
        element(0x00181114, "DS", "1"),
        element(0x00181164, "DS", decimals(spacing, spacing)),
        element(0x00181508, "CS", "MAMMOGRAPHIC"),
        element(0x00185101, "CS", view),
        element(0x00187004, "CS", "DIRECT"),
        element(0x00200020, "CS", orientation),
        element(0x00200062, "CS", side),
        element(0x00280030, "DS", decimals(spacing, spacing)),
        element(0x00280301, "CS", "NO"),
        element(0x00281040, "CS", "LOG"),
        element(0x00281041, "SS", -1),
        element(0x00281052, "DS", "0"),
        element(0x00281053, "DS", "1"),
        element(0x00281054, "LO", "US"),
        element(0x00281300, "CS", "NO"),
        element(0x00282110, "CS", "00"),
        element(0x00400318, "CS", "BREAST"),
        element(0x00400555, "SQ", []),
        element(0x00540220, "SQ", [[...viewCodes[view], element(0x00540222, "SQ", [])]]),
        element(0x20500020, "CS", "IDENTITY"),
        ...windowElements([{ center: 1750, width: 3100, label: "NORMALE" }]),
        ...greyPixels({ columns, rows, bitsStored: 12, data: breastImage({ side, view }) }),
      ],
    });
  }
}
