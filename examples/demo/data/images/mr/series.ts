/** The MR of the head as DICOM files (PS3.3 A.4, C.8.3.1). */
import { element } from "@tuodossier/sdk/dicom";
import { imageFile } from "../../dicom/file.ts";
import { decimals, greyPixels, windowElements } from "../../dicom/pixels.ts";
import { frameOfReferenceUid, type Study } from "../../dicom/study.ts";
import type { SeedFile } from "../../seed.ts";
import { type Plane, positionOf, seenThrough, size, spacing, tissueMap } from "./slices.ts";
import { type Contrast, flair, t1, t2 } from "./tissue.ts";

const MR_IMAGE = "1.2.840.10008.5.1.4.1.1.4";
const thickness = 5;
const gap = 6;

const axial: readonly Plane[] = Array.from(
  { length: 22 },
  (_, i) => ({ orientation: "axial", at: -52 + i * gap }),
);
const sagittal: readonly Plane[] = Array.from(
  { length: 18 },
  (_, i) => ({ orientation: "sagittal", at: 51 - i * gap }),
);
/** Cosines of rows and columns. */
const cosines = { axial: [1, 0, 0, 0, 1, 0], sagittal: [0, 1, 0, 0, 0, -1] } as const;

export function* brainFiles(study: Study): Generator<SeedFile> {
  const sagittalMaps = sagittal.map(tissueMap);
  yield* seriesFiles(study, { number: 1, contrast: t1, planes: sagittal, maps: sagittalMaps });
  const axialMaps = axial.map(tissueMap);
  for (const [i, contrast] of [t2, flair, t1].entries()) {
    yield* seriesFiles(study, { number: i + 2, contrast, planes: axial, maps: axialMaps });
  }
}

interface MrSeries {
  readonly number: number;
  readonly contrast: Contrast;
  readonly planes: readonly Plane[];
  readonly maps: readonly Uint8Array[];
}

function* seriesFiles(study: Study, { number, contrast, planes, maps }: MrSeries): Generator<SeedFile> {
  const { orientation } = planes[0];
  const series = {
    number,
    modality: "MR",
    description: `${contrast.description} ${orientation === "axial" ? "ASSIALE" : "SAGITTALE"}`,
    model: "Fantoccio RM",
    bodyPart: "BRAIN",
  };
  const shared = sequenceElements(study, contrast);
  for (const [i, plane] of planes.entries()) {
    const data = seenThrough(maps[i], { contrast, plane, shift: number * 40 + i });
    yield imageFile(study, {
      series,
      instance: { sopClassUid: MR_IMAGE, number: i + 1 },
      elements: [
        ...shared,
        element(0x00200032, "DS", decimals(...positionOf(plane, 0, 0))),
        element(0x00200037, "DS", decimals(...cosines[orientation])),
        element(0x00201041, "DS", decimals(plane.at)),
        ...greyPixels({ columns: size, rows: size, bitsStored: 12, data }),
      ],
    });
  }
}

function sequenceElements(study: Study, contrast: Contrast) {
  const { repetition, echo, inversion, scanning, variant } = contrast;
  return [
    element(0x00080008, "CS", "ORIGINAL\\PRIMARY\\OTHER"),
    element(0x00080022, "DA", study.date.replaceAll("-", "")),
    element(0x00080032, "TM", study.time),
    element(0x00180020, "CS", scanning),
    element(0x00180021, "CS", variant),
    element(0x00180022, "CS", ""),
    element(0x00180023, "CS", "2D"),
    element(0x00180050, "DS", decimals(thickness)),
    element(0x00180080, "DS", decimals(repetition)),
    element(0x00180081, "DS", decimals(echo)),
    element(0x00180087, "DS", "1.5"),
    element(0x00180088, "DS", decimals(gap)),
    element(0x00180091, "IS", variant === "SK" ? 15 : 1),
    ...(inversion ? [element(0x00180082, "DS", decimals(inversion))] : []),
    element(0x00185100, "CS", "HFS"),
    element(0x00200012, "IS", 1),
    element(0x00200052, "UI", frameOfReferenceUid(study)),
    element(0x00201040, "LO", ""),
    element(0x00280030, "DS", decimals(spacing, spacing)),
    ...windowElements([{ center: 700, width: 1400, label: "NORMALE" }]),
  ];
}
