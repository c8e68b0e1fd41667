/** The CT thorax as DICOM files (PS3.3 A.3, C.8.2.1). */
import { element } from "@tuodossier/sdk/dicom";
import { imageFile } from "../../dicom/file.ts";
import { decimals, greyPixels, windowElements } from "../../dicom/pixels.ts";
import { frameOfReferenceUid, type Series, type Study } from "../../dicom/study.ts";
import type { SeedFile } from "../../seed.ts";
import { size, spacing } from "./slice.ts";
import { heights, rescaleIntercept, sliceSpacing, thoraxSlices } from "./thorax.ts";

const CT_IMAGE = "1.2.840.10008.5.1.4.1.1.2";
const series: Series = {
  number: 2,
  modality: "CT",
  description: "TORACE MDC 2.5",
  model: "Fantoccio TC",
  bodyPart: "CHEST",
};
const corner = -(size - 1) / 2 * spacing;

export function* thoraxFiles(study: Study): Generator<SeedFile> {
  const shared = [
    element(0x00080008, "CS", "ORIGINAL\\PRIMARY\\AXIAL"),
    element(0x00080022, "DA", study.date.replaceAll("-", "")),
    element(0x00080032, "TM", study.time),
    element(0x00180010, "LO", "Mezzo di contrasto iodato"),
    element(0x00180050, "DS", decimals(sliceSpacing)),
    element(0x00180060, "DS", "120"),
    element(0x00180088, "DS", decimals(sliceSpacing)),
    element(0x00180090, "DS", decimals(size * spacing)),
    element(0x00181030, "LO", "TORACE CON MDC"),
    element(0x00181100, "DS", decimals(size * spacing)),
    element(0x00181120, "DS", "0"),
    element(0x00181150, "IS", "500"),
    element(0x00181151, "IS", "180"),
    element(0x00181210, "SH", "STANDARD"),
    element(0x00185100, "CS", "HFS"),
    element(0x00200012, "IS", 1),
    element(0x00200037, "DS", decimals(1, 0, 0, 0, 1, 0)),
    element(0x00200052, "UI", frameOfReferenceUid(study)),
    element(0x00201040, "LO", ""),
    element(0x00280030, "DS", decimals(spacing, spacing)),
    element(0x00281052, "DS", decimals(rescaleIntercept)),
    element(0x00281053, "DS", "1"),
    element(0x00281054, "LO", "HU"),
    ...windowElements([
      { center: 40, width: 400, label: "MEDIASTINO" },
      { center: -600, width: 1500, label: "POLMONE" },
      { center: 400, width: 1800, label: "OSSO" },
    ]),
  ];
  let i = 0;
  for (const data of thoraxSlices()) {
    const z = heights[i];
    yield imageFile(study, {
      series,
      instance: { sopClassUid: CT_IMAGE, number: i + 1 },
      elements: [
        ...shared,
        element(0x00200032, "DS", decimals(corner, corner, z)),
        element(0x00201041, "DS", decimals(z)),
        ...greyPixels({ columns: size, rows: size, bitsStored: 12, data }),
      ],
    });
    i++;
  }
}
