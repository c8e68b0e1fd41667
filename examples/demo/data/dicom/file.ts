/** An image of a study as a seed file. */
import { type DataElement, writePart10 } from "@tuodossier/sdk/dicom";
import type { SeedFile } from "../seed.ts";
import { type Instance, type Series, sharedElements, sopInstanceUid, type Study } from "./study.ts";

export function imageFile(
  study: Study,
  { series, instance, elements }: { series: Series; instance: Instance; elements: readonly DataElement[] },
): SeedFile {
  const bytes = writePart10([...sharedElements(study, { series, instance }), ...elements], {
    sopClassUid: instance.sopClassUid,
    sopInstanceUid: sopInstanceUid(study, { series: series.number, number: instance.number }),
    sourceAe: study.sourceAe,
  });
  const folder = `immagini/${study.date}-${study.key}/${String(series.number).padStart(3, "0")}`;
  return { path: `${folder}/${String(instance.number).padStart(4, "0")}.dcm`, bytes };
}
