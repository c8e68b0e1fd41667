/** What a DICOMDIR says of each object: the keys of its record types (DICOM PS3.3 §F.5). */

/** Attributes by keyword, texts in Unicode; a sequence is a list of such records. */
export interface DirectoryKeys {
  readonly [keyword: string]: string | readonly DirectoryKeys[] | undefined;
}

/** Reads a text of the object, or of its series or study, where its form is right. */
export type ReadText = (keyword: string) => string | undefined;
type Fallback = (read: ReadText, position: number) => string | readonly DirectoryKeys[];

/** 1: never empty, so with a fall-back; 2: may be empty; 3: only where the object has it (types 1C and 3). */
type Need = readonly [type: 1, fallback: Fallback] | readonly [type: 2 | 3];
export type KeyNeeds = Readonly<Record<string, Need>>;

const always = (value: string | readonly DirectoryKeys[]): Need => [1, () => value];
const numbered: Need = [1, (_, position) => String(position)];
const maybe: Need = [3];
const empty: Need = [2];

export const DATES = ["ContentDate", "SeriesDate", "AcquisitionDate", "StudyDate", "InstanceCreationDate"];
export const TIMES = ["ContentTime", "SeriesTime", "AcquisitionTime", "StudyTime", "InstanceCreationTime"];
const firstOf = (keywords: readonly string[], otherwise: string): Need => [
  1,
  (read) => keywords.map(read).find((text) => text !== undefined) ?? otherwise,
];
/** A day nobody could take for the real one, where no date is known at all. */
const dated = firstOf(DATES, "19000101");
const timed = firstOf(TIMES, "000000");

const concept = (value: string, scheme: string, meaning: string): DirectoryKeys[] => [
  { CodeValue: value, CodingSchemeDesignator: scheme, CodeMeaning: meaning },
];

/** PS3.3 table 10-12, Content Identification. */
const CONTENT_IDENTIFICATION: KeyNeeds = {
  InstanceNumber: numbered,
  ContentLabel: always("UNNAMED"),
  ContentDescription: empty,
  ContentCreatorName: empty,
};
const CONTENT_TIME: KeyNeeds = { ContentDate: dated, ContentTime: timed };
const IDENTIFIED_CONTENT: KeyNeeds = { ...CONTENT_TIME, ...CONTENT_IDENTIFICATION };

/** The keys of every record type we write; a study, series or object without a number gets its position. */
export const RECORD_KEYS = {
  "PATIENT": {
    PatientName: empty,
    PatientID: [1, (_, n) => `UNKNOWN${n}`],
    PatientBirthDate: maybe,
    PatientSex: maybe,
  },
  "STUDY": {
    StudyDate: dated,
    StudyTime: timed,
    StudyDescription: empty,
    StudyInstanceUID: maybe,
    StudyID: numbered,
    AccessionNumber: empty,
  },
  "SERIES": {
    Modality: always("OT"),
    SeriesInstanceUID: maybe,
    SeriesNumber: numbered,
    SeriesDescription: maybe,
  },
  "IMAGE": { InstanceNumber: numbered },
  "RT DOSE": { InstanceNumber: numbered, DoseSummationType: always("UNKNOWN") },
  "RT STRUCTURE SET": {
    InstanceNumber: numbered,
    StructureSetLabel: always("UNNAMED"),
    StructureSetDate: empty,
    StructureSetTime: empty,
  },
  "RT PLAN": {
    InstanceNumber: numbered,
    RTPlanLabel: always("UNNAMED"),
    RTPlanDate: empty,
    RTPlanTime: empty,
  },
  "RT TREAT RECORD": { InstanceNumber: numbered, TreatmentDate: empty, TreatmentTime: empty },
  "PRESENTATION": {
    PresentationCreationDate: dated,
    PresentationCreationTime: timed,
    ...CONTENT_IDENTIFICATION,
    ReferencedSeriesSequence: maybe,
    BlendingSequence: maybe,
  },
  "WAVEFORM": { InstanceNumber: numbered, ...CONTENT_TIME },
  "SR DOCUMENT": {
    InstanceNumber: numbered,
    CompletionFlag: always("PARTIAL"),
    VerificationFlag: always("UNVERIFIED"),
    ...CONTENT_TIME,
    VerificationDateTime: maybe,
    ConceptNameCodeSequence: always(concept("18748-4", "LN", "Diagnostic Imaging Report")),
    ContentSequence: maybe,
  },
  "KEY OBJECT DOC": {
    InstanceNumber: numbered,
    ...CONTENT_TIME,
    ConceptNameCodeSequence: always(concept("113000", "DCM", "Of Interest")),
    ContentSequence: maybe,
  },
  "SPECTROSCOPY": {
    ImageType: always("ORIGINAL\\PRIMARY"),
    ...CONTENT_TIME,
    InstanceNumber: numbered,
    ReferencedImageEvidenceSequence: maybe,
    NumberOfFrames: always("1"),
    Rows: always("1"),
    Columns: always("1"),
    DataPointRows: always("1"),
    DataPointColumns: always("1"),
  },
  "RAW DATA": { InstanceNumber: numbered, ...CONTENT_TIME },
  "REGISTRATION": IDENTIFIED_CONTENT,
  "FIDUCIAL": IDENTIFIED_CONTENT,
  "VALUE MAP": IDENTIFIED_CONTENT,
  "MEASUREMENT": IDENTIFIED_CONTENT,
  "SURFACE": IDENTIFIED_CONTENT,
  "TRACT": IDENTIFIED_CONTENT,
  "SURFACE SCAN": CONTENT_TIME,
  "STEREOMETRIC": CONTENT_IDENTIFICATION,
  "PLAN": {},
  "ENCAP DOC": {
    ContentDate: empty,
    ContentTime: empty,
    InstanceNumber: numbered,
    DocumentTitle: empty,
    HL7InstanceIdentifier: maybe,
    ConceptNameCodeSequence: empty,
    MIMETypeOfEncapsulatedDocument: always("application/octet-stream"),
  },
  "RADIOTHERAPY": {
    InstanceNumber: numbered,
    UserContentLabel: maybe,
    UserContentLongLabel: maybe,
    ContentDescription: empty,
    ContentCreatorName: empty,
  },
  "ASSESSMENT": { InstanceNumber: numbered, InstanceCreationDate: dated, InstanceCreationTime: empty },
  "PRIVATE": { InstanceNumber: numbered },
} as const satisfies Record<string, KeyNeeds>;

export type RecordType = keyof typeof RECORD_KEYS;

/** Standard SOP classes below `1.2.840.10008.5.1.4.1.1.` that are not images; the longest prefix wins. */
const NOT_IMAGES: readonly (readonly [prefix: string, type: RecordType])[] = [
  ["4.2", "SPECTROSCOPY"],
  ["9", "WAVEFORM"],
  ["11", "PRESENTATION"],
  ["66", "RAW DATA"],
  ["66.1", "REGISTRATION"],
  ["66.2", "FIDUCIAL"],
  ["66.3", "REGISTRATION"],
  ["66.4", "IMAGE"],
  ["66.5", "SURFACE"],
  ["66.6", "TRACT"],
  ["66.7", "IMAGE"],
  ["66.8", "IMAGE"],
  ["67", "VALUE MAP"],
  ["68", "SURFACE SCAN"],
  ["77.1.5.3", "STEREOMETRIC"],
  ["78", "MEASUREMENT"],
  ["78.6", "SR DOCUMENT"],
  ["79", "SR DOCUMENT"],
  ["80", "MEASUREMENT"],
  ["88", "SR DOCUMENT"],
  ["88.59", "KEY OBJECT DOC"],
  ["90", "ASSESSMENT"],
  ["104", "ENCAP DOC"],
  ["131", "PRESENTATION"],
  ["481", "RADIOTHERAPY"],
  ["481.1", "IMAGE"],
  ["481.2", "RT DOSE"],
  ["481.3", "RT STRUCTURE SET"],
  ["481.4", "RT TREAT RECORD"],
  ["481.5", "RT PLAN"],
  ["481.6", "RT TREAT RECORD"],
  ["481.7", "RT TREAT RECORD"],
  ["481.8", "RT PLAN"],
  ["481.9", "RT TREAT RECORD"],
  ["481.23", "IMAGE"],
  ["481.24", "IMAGE"],
];
const STORAGE = "1.2.840.10008.5.1.4.1.1.";
/** RT Beams and RT Brachy Application Delivery Instructions (PS3.6 table A-1). */
const PLANS = /^1\.2\.840\.10008\.5\.1\.4\.34\.(1|7|10)$/;

/** The directory record type of an object (PS3.3 table F.4-1); a class outside the standard is `PRIVATE`. */
export function recordType(sopClassUid: string): RecordType {
  if (PLANS.test(sopClassUid)) return "PLAN";
  if (!sopClassUid.startsWith(STORAGE)) return "PRIVATE";
  const own = sopClassUid.slice(STORAGE.length) + ".";
  const matches = NOT_IMAGES.filter(([prefix]) => own.startsWith(prefix + "."));
  return matches.at(-1)?.[1] ?? "IMAGE";
}
