/** Reading one DICOM file into the facts the house keeps about it. */
import type { Instance } from "../contract/imaging.ts";
import { annotationsOf } from "./annotations.ts";
import type { DataSet } from "./data-set.ts";
import { clipped, dayFrom, timeFrom } from "./facts.ts";
import { sourceOf } from "./header.ts";
import { type Identifiers, identifiersOf } from "./identifiers.ts";
import { kindOf } from "./kind.ts";
import { type Part10, readPart10 } from "./part-10.ts";
import { readablePersonName } from "./person-name.ts";
import { pixelsOf } from "./pixels.ts";
import { Tag } from "./tags.ts";
import type { TransferSyntax } from "./transfer-syntax.ts";

export interface FileFacts {
  readonly transferSyntax: TransferSyntax;
  readonly preamble: boolean;
  /** The file has meta information (group 0002). */
  readonly meta: boolean;
  /** Identifiers the file lacks, made here from what it has: its bytes do not bear them. */
  readonly madeUids: Identifiers["made"];
  /** Specific Character Set as stored. */
  readonly characterSet: readonly string[];
}

export interface StudyFacts {
  readonly studyInstanceUid: string;
  readonly accessionNumber: string;
  /** `YYYY-MM-DD`. */
  readonly studyDate: string | null;
  /** `HH:MM`, as the device's clock had it. */
  readonly studyTime: string | null;
  readonly studyDescription: string;
  readonly studyId: string;
  readonly referringPhysician: string;
}

export interface SeriesFacts {
  readonly seriesInstanceUid: string;
  readonly modality: string;
  readonly seriesNumber: number | null;
  readonly seriesDescription: string;
  readonly bodyPart: string;
}

export interface PatientFacts {
  readonly patientId: string;
  /** Surname first, without titles' carets and without a codice fiscale. */
  readonly patientName: string;
  readonly birthDate: string | null;
  /** `M`, `F`, `O` or empty. */
  readonly sex: string;
}

export interface ReadInstance {
  readonly file: FileFacts;
  readonly patient: PatientFacts;
  readonly study: StudyFacts;
  readonly series: SeriesFacts;
  /** Application entity that sent or wrote the file; empty where the file does not say. */
  readonly sourceAe: string;
  readonly institutionName: string;
  /** As the series plan has it; extents are positions in the bytes that were read. */
  readonly instance: Instance;
  /** Every element, for those who need more (a DICOMDIR, an overlay). It keeps the bytes alive. */
  readonly dataSet: DataSet;
}

/**
 * Reads a whole file: headers only, no pixel is copied or decoded. A file whose pixels cannot be used is read
 * all the same, and says so in `instance.fault`.
 *
 * @throws {DicomError} where the bytes are no usable data set, or are a DICOMDIR. Nothing else is thrown.
 * @example
 * ```ts
 * import { element, readInstance, writePart10 } from "@tuodossier/sdk/dicom";
 * const meta = { sopClassUid: "1.2.840.10008.5.1.4.1.1.7", sopInstanceUid: "2.25.1" };
 * const read = readInstance(writePart10([element(0x00080060, "CS", "OT")], meta));
 * if (read.series.modality !== "OT") throw new Error("modality");
 * ```
 */
export function readInstance(bytes: Uint8Array): ReadInstance {
  const part10 = readPart10(bytes);
  const { dataSet, meta, preamble, transferSyntax } = part10;
  const uids = identifiersOf(part10, bytes);
  const fact = (tag: number) => clipped(dataSet.text(tag));
  return {
    file: {
      transferSyntax,
      preamble,
      meta: meta.tags.length > 0,
      madeUids: uids.made,
      characterSet: dataSet.texts(Tag.SpecificCharacterSet),
    },
    patient: {
      patientId: fact(Tag.PatientId),
      patientName: clipped(readablePersonName(dataSet.text(Tag.PatientName))),
      birthDate: dayFrom(fact(Tag.PatientBirthDate)),
      sex: fact(Tag.PatientSex),
    },
    study: {
      studyInstanceUid: uids.study,
      accessionNumber: fact(Tag.AccessionNumber),
      studyDate: dayFrom(fact(Tag.StudyDate)),
      studyTime: timeFrom(fact(Tag.StudyTime)),
      studyDescription: fact(Tag.StudyDescription),
      studyId: fact(Tag.StudyId),
      referringPhysician: clipped(readablePersonName(dataSet.text(Tag.ReferringPhysicianName))),
    },
    series: {
      seriesInstanceUid: uids.series,
      modality: fact(Tag.Modality),
      seriesNumber: integer(dataSet.number(Tag.SeriesNumber)),
      seriesDescription: fact(Tag.SeriesDescription),
      bodyPart: fact(Tag.BodyPartExamined),
    },
    sourceAe: clipped(meta.text(Tag.SourceApplicationEntityTitle)),
    institutionName: fact(Tag.InstitutionName),
    instance: instanceOf(part10, { bytes, uids }),
    dataSet,
  };
}

function instanceOf(
  { dataSet, transferSyntax }: Part10,
  { bytes, uids }: { bytes: Uint8Array; uids: Identifiers },
): Instance {
  const kind = kindOf(dataSet, { sopClassUid: uids.sopClass, transferSyntax });
  const hasFrames = kind === "image" || kind === "video";
  return {
    sopInstanceUid: uids.instance,
    sopClassUid: uids.sopClass,
    transferSyntaxUid: transferSyntax.uid,
    instanceNumber: integer(dataSet.number(Tag.InstanceNumber)),
    kind,
    ...(hasFrames ? pixelsOf(sourceOf(bytes), { dataSet, transferSyntax }) : { pixels: null, fault: null }),
    annotations: annotationsOf(dataSet),
  };
}

const integer = (value: number | null): number | null =>
  value !== null && Number.isSafeInteger(value) ? value : null;
