/** What every image of a study says alike: patient, study, series, equipment, SOP common (DICOM PS3.3 A, C.7, C.12). */
import { type DataElement, element } from "@tuodossier/sdk/dicom";
import { seedClinic } from "../clinic.ts";
import type { Person } from "../people.ts";
import { uidOf } from "../uid.ts";

export interface Study {
  readonly patient: Person;
  readonly accession: string;
  /** Apart from other studies of the accession, e.g. "dx". */
  readonly key: string;
  /** `YYYY-MM-DD` and `HHMMSS`. */
  readonly date: string;
  readonly time: string;
  readonly description: string;
  readonly facility: string;
  /** Where the images came from (0002,0016), at most 16 characters. */
  readonly sourceAe: string;
}

export interface Series {
  readonly number: number;
  readonly modality: string;
  readonly description: string;
  readonly model: string;
  readonly bodyPart?: string;
}

export interface Instance {
  readonly sopClassUid: string;
  readonly number: number;
}

const studyName = (study: Study) => `${study.patient.codiceFiscale} ${study.accession} ${study.key}`;
const digits = (day: string) => day.replaceAll("-", "");

export const frameOfReferenceUid = (study: Study) => uidOf(`${studyName(study)} frame of reference`);

export const sopInstanceUid = (study: Study, { series, number }: { series: number; number: number }) =>
  uidOf(`${studyName(study)} ${series} ${number}`);

/** The modules all objects share; the caller adds image, pixels and modality. */
export function sharedElements(study: Study, { series, instance }: { series: Series; instance: Instance }) {
  return [
    ...patientElements(study),
    ...studyElements(study),
    ...seriesElements(study, series),
    element(0x00080005, "CS", "ISO_IR 192"),
    element(0x00080016, "UI", instance.sopClassUid),
    element(0x00080018, "UI", sopInstanceUid(study, { series: series.number, number: instance.number })),
    element(0x00200013, "IS", instance.number),
    element(0x00080023, "DA", digits(study.date)),
    element(0x00080033, "TM", study.time),
  ];
}

function patientElements({ patient, date }: Study): DataElement[] {
  const age = Math.floor((Date.parse(date) - Date.parse(patient.birthDate)) / (365.25 * 86_400_000));
  return [
    element(0x00100010, "PN", `${patient.familyName}^${patient.givenName}`),
    element(0x00100020, "LO", patient.patientNumber),
    element(0x00100030, "DA", digits(patient.birthDate)),
    element(0x00100040, "CS", patient.sex),
    element(0x00101010, "AS", `${String(age).padStart(3, "0")}Y`),
  ];
}

const studyElements = (study: Study): DataElement[] => [
  element(0x0020000d, "UI", uidOf(`${studyName(study)} study`)),
  element(0x00080020, "DA", digits(study.date)),
  element(0x00080030, "TM", study.time),
  element(0x00080050, "SH", study.accession),
  element(0x00080090, "PN", "Curanti^Medea"),
  element(0x00081030, "LO", study.description),
  element(0x00200010, "SH", study.key.toUpperCase()),
];

const seriesElements = (study: Study, series: Series): DataElement[] => [
  element(0x0020000e, "UI", uidOf(`${studyName(study)} series ${series.number}`)),
  element(0x00080060, "CS", series.modality),
  element(0x00200011, "IS", series.number),
  element(0x00080021, "DA", digits(study.date)),
  element(0x00080031, "TM", study.time),
  element(0x0008103e, "LO", series.description),
  ...(series.bodyPart ? [element(0x00180015, "CS", series.bodyPart)] : []),
  element(0x00080070, "LO", "TuoDossier demo"),
  element(0x00080080, "LO", seedClinic.name),
  element(0x00081010, "SH", study.sourceAe),
  element(0x00081040, "LO", study.facility),
  element(0x00081090, "LO", series.model),
  element(0x00181000, "LO", "000000"),
  element(0x00181020, "LO", "1"),
];
