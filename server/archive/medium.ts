/** The tree of files of one volume: a DICOM file-set (PS3.10 §8) with reports and pages beside it. */
import { createHash } from "node:crypto";
import { buildDicomdir } from "./dicomdir.ts";
import type { DirectoryKeys } from "./dicomdir-keys.ts";
import { indexPage } from "./index-page.ts";
import { readme } from "./readme.ts";

/** A file we hold; `blob` is whatever finds it again. */
export interface StoredFile {
  readonly blob: string;
  readonly bytes: number;
  readonly crc32: number;
  /** In hex. */
  readonly sha256: string;
}

export interface MediumInstance {
  readonly sopClassUid: string;
  readonly sopInstanceUid: string;
  readonly transferSyntaxUid: string;
  readonly keys: DirectoryKeys;
  readonly file: StoredFile;
}

export interface MediumSeries {
  readonly keys: DirectoryKeys;
  readonly instances: readonly MediumInstance[];
}

export interface MediumStudy {
  /** The patient as the study's own files have it. */
  readonly patient: DirectoryKeys;
  readonly keys: DirectoryKeys;
  readonly series: readonly MediumSeries[];
}

export interface MediumReport {
  /** What it is called on the page, e.g. "Referto, RX PIEDE DX". */
  readonly title: string;
  /** `YYYY-MM-DD`. */
  readonly date: string;
  readonly file: StoredFile;
}

export interface Medium {
  readonly clinic: { readonly name: string; readonly phone: string | null };
  /** As a person reads it, for the page; never for a name of a file. */
  readonly patientName: string;
  readonly createdAt: Date;
  /** Which of how many. */
  readonly volume: { readonly number: number; readonly of: number };
  /** UID of the DICOMDIR, another for every medium. */
  readonly directoryUid: string;
  readonly studies: readonly MediumStudy[];
  readonly reports: readonly MediumReport[];
}

/** A file of the volume: one we hold, or one made for it. */
export type MediumFile =
  & { readonly name: string }
  & (
    | { readonly stored: StoredFile }
    | { readonly made: Uint8Array<ArrayBuffer> }
  );

/** A medium whose every file has its place. */
export interface PlacedMedium extends Medium {
  readonly placedStudies: readonly Placed<MediumStudy>[];
  readonly placedReports: readonly { readonly name: string; readonly report: MediumReport }[];
}

/** A study and the folder it lies in. */
export interface Placed<Item> {
  readonly item: Item;
  readonly folder: readonly string[];
}

const utf8 = new TextEncoder();

/**
 * Every file of the volume in the archive's order: what a person opens first, then reports, then images.
 *
 * @throws {RangeError} when a folder would hold more than 999,999 numbered files.
 */
export function mediumFiles(medium: Medium): MediumFile[] {
  const reports = medium.reports.map((report, i) => ({
    name: `REPORTS/REP${numbered(i, 5)}.PDF`,
    report,
  }));
  const studies = medium.studies.map((item, i) => ({ item, folder: ["DICOM", `ST${numbered(i, 6)}`] }));
  const placed: PlacedMedium = { ...medium, placedStudies: studies, placedReports: reports };
  const records = studies.map(({ item, folder }) => ({
    patient: item.patient,
    keys: item.keys,
    series: item.series.map((series, s) => ({
      keys: series.keys,
      instances: series.instances.map((instance, i) => ({
        ...instance,
        fileId: [...folder, `SE${numbered(s, 6)}`, `IM${numbered(i, 6)}`],
      })),
    })),
  }));
  const directory = buildDicomdir({
    fileSetId: `TUODOSSIER_${medium.volume.number}`,
    sopInstanceUid: medium.directoryUid,
    studies: records,
  });
  const images = records.flatMap((study) => study.series.flatMap((series) => series.instances));
  const files: MediumFile[] = [
    { name: "README.TXT", made: utf8.encode(readme(medium)) },
    { name: "INDEX.HTM", made: utf8.encode(indexPage(placed)) },
    ...reports.map(({ name, report }) => ({ name, stored: report.file })),
    { name: "DICOMDIR", made: directory },
    ...images.map(({ fileId, file }) => ({ name: fileId.join("/"), stored: file })),
  ];
  return [...files, { name: "MANIFEST.TXT", made: utf8.encode(files.map(manifestLine).join("")) }];
}

/** As `sha256sum -c` reads it: digest, two spaces, path, line feed. */
const manifestLine = (file: MediumFile): string => {
  const digest = "stored" in file ? file.stored.sha256 : createHash("sha256").update(file.made).digest("hex");
  return `${digest}  ${file.name}\n`;
};

function numbered(index: number, digits: number): string {
  const text = String(index + 1).padStart(digits, "0");
  if (text.length > digits) throw new RangeError(`more than ${index} files in one folder`);
  return text;
}
