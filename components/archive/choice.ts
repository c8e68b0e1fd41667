import type { Document, ExportRequest, Study, VolumeSize } from "@tuodossier/sdk";

/** What the patient ticked. */
export interface Choice {
  readonly studies: ReadonlySet<string>;
  readonly reports: boolean;
  readonly others: boolean;
  readonly volumeSize: VolumeSize;
}

/** What there is to choose from. */
export interface Shelf {
  readonly studies: readonly Study[];
  /** Documents with a PDF. */
  readonly reports: readonly Document[];
}

/** What goes into the archive. */
export interface Contents {
  readonly studies: readonly Study[];
  readonly reports: readonly Document[];
  /** Bytes before packing; the archive's own size is known when it is prepared. */
  readonly bytes: number;
}

/** Only what can be looked at now can be taken home now. */
export const available = (studies: readonly Study[]): readonly Study[] =>
  studies.filter(({ state }) => state === "available");

/** At first: all that is there, with its reports. */
export const firstChoice = (studies: readonly Study[]): Choice => ({
  studies: new Set(available(studies).map(({ id }) => id)),
  reports: true,
  others: false,
  volumeSize: "unlimited",
});

/** The reports that speak of `studies`, by accession number; and the rest. */
export function reportsOf(studies: readonly Study[], reports: readonly Document[]) {
  const accessions = new Set(studies.flatMap(({ accession }) => accession ?? []));
  const speaks = ({ accession }: Document) => accession !== null && accessions.has(accession);
  return { own: reports.filter(speaks), others: reports.filter((report) => !speaks(report)) };
}

export function contentsOf(shelf: Shelf, choice: Choice): Contents {
  const studies = available(shelf.studies).filter(({ id }) => choice.studies.has(id));
  const { own, others } = reportsOf(studies, shelf.reports);
  const reports = [...choice.reports ? own : [], ...choice.others ? others : []];
  return { studies, reports, bytes: sum(studies.map(({ bytes }) => bytes)) + bytesOf(reports) };
}

export const bytesOf = (reports: readonly Document[]): number =>
  sum(reports.map(({ contentBytes }) => contentBytes ?? 0));

export const requestOf = ({ studies, reports }: Contents, volumeSize: VolumeSize): ExportRequest => ({
  studies: studies.map(({ id }) => id),
  documents: reports.map(({ id }) => id),
  volumeSize,
});

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
