/** The echocardiogram as one multi-frame DICOM file (PS3.3 A.7, C.8.5.5, C.8.5.6). */
import { element } from "@tuodossier/sdk/dicom";
import { imageFile } from "../../dicom/file.ts";
import { decimals, greyPixels } from "../../dicom/pixels.ts";
import type { Series, Study } from "../../dicom/study.ts";
import type { SeedFile } from "../../seed.ts";
import { columns, frames, frameTime, heartCine, probe, rows, spacing } from "./cine.ts";

const US_MULTIFRAME = "1.2.840.10008.5.1.4.1.1.3.1";
const FRAME_TIME = 0x00181063;
const CENTIMETRES = 3;
const TISSUE = 1;
const TWO_DIMENSIONAL = 1;

const series: Series = {
  number: 1,
  modality: "US",
  description: "4 CAMERE APICALE",
  model: "Fantoccio ECO",
  bodyPart: "HEART",
};

export function* heartFiles(study: Study): Generator<SeedFile> {
  const region = [
    element(0x00186012, "US", TWO_DIMENSIONAL),
    element(0x00186014, "US", TISSUE),
    element(0x00186016, "UL", 0),
    element(0x00186018, "UL", 0),
    element(0x0018601a, "UL", 0),
    element(0x0018601c, "UL", columns - 1),
    element(0x0018601e, "UL", rows - 1),
    element(0x00186020, "SL", probe[0]),
    element(0x00186022, "SL", probe[1]),
    element(0x00186024, "US", CENTIMETRES),
    element(0x00186026, "US", CENTIMETRES),
    element(0x0018602c, "FD", spacing / 10),
    element(0x0018602e, "FD", spacing / 10),
  ];
  yield imageFile(study, {
    series,
    instance: { sopClassUid: US_MULTIFRAME, number: 1 },
    elements: [
      element(0x00080008, "CS", "ORIGINAL\\PRIMARY\\\\0001"),
      element(0x00082144, "IS", Math.round(1000 / frameTime)),
      element(FRAME_TIME, "DS", decimals(frameTime)),
      element(0x00186011, "SQ", [region]),
      element(0x00200020, "CS", ""),
      element(0x00280008, "IS", frames),
      element(0x00280009, "AT", FRAME_TIME),
      element(0x00282110, "CS", "00"),
      ...greyPixels({ columns, rows, bitsStored: 8, data: heartCine() }),
    ],
  });
}
