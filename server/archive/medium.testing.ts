/** A medium to test with: two patients' worth of names, every kind of object, and the files themselves. */
import { createHash } from "node:crypto";
import { crc32 } from "node:zlib";
import { element, writePart10 } from "@tuodossier/sdk/dicom";
import type { DirectoryKeys } from "./dicomdir-keys.ts";
import type { Medium, MediumFile, MediumInstance, MediumStudy, StoredFile } from "./medium.ts";

const STORAGE = "1.2.840.10008.5.1.4.1.1.";
const EXPLICIT = "1.2.840.10008.1.2.1";

/** Contents by blob name. */
export type Contents = Map<string, Uint8Array<ArrayBuffer>>;

export function keep(contents: Contents, blob: string, content: Uint8Array<ArrayBuffer>): StoredFile {
  contents.set(blob, content);
  const sha256 = createHash("sha256").update(content).digest("hex");
  return { blob, bytes: content.length, crc32: crc32(content), sha256 };
}

/** A file of `sopClass` (below the storage root) in study `study`, series `series`. */
export function instance(
  contents: Contents,
  of: { study: number; series: number; number: number; sopClass: string; keys?: DirectoryKeys },
): MediumInstance {
  const sopClassUid = of.sopClass.startsWith("1.") ? of.sopClass : STORAGE + of.sopClass;
  const sopInstanceUid = `2.25.${of.study}.${of.series}.${of.number}`;
  const content = writePart10([
    element(0x00080016, "UI", sopClassUid),
    element(0x00080018, "UI", sopInstanceUid),
    element(0x00100020, "LO", of.study === 3 ? "P2" : "P1"),
    element(0x0020000d, "UI", `2.25.${of.study}`),
    element(0x0020000e, "UI", `2.25.${of.study}.${of.series}`),
    element(0x00200013, "IS", String(of.number)),
  ], { sopClassUid, sopInstanceUid });
  return {
    sopClassUid,
    sopInstanceUid,
    transferSyntaxUid: EXPLICIT,
    keys: { InstanceNumber: String(of.number), ...of.keys },
    file: keep(contents, sopInstanceUid, content),
  };
}

const study = (uid: number, patient: DirectoryKeys, keys: DirectoryKeys, series: MediumStudy["series"]) => ({
  patient,
  keys: { StudyInstanceUID: `2.25.${uid}`, ...keys },
  series: series.map((one, i) => ({
    ...one,
    keys: { SeriesInstanceUID: `2.25.${uid}.${i + 1}`, SeriesNumber: String(i + 1), ...one.keys },
  })),
});

/** Every kind of object in the standard that belongs to a patient, by class below the storage root. */
export const CLASSES = [
  "1",
  "2",
  "6.1",
  "66.4",
  "104.1",
  "88.11",
  "88.59",
  "11.1",
  "9.1.1",
  "481.2",
  "481.3",
  "481.5",
  "481.4",
  "4.2",
  "66",
  "66.1",
  "66.2",
  "66.5",
  "67",
  "68.1",
  "77.1.5.3",
  "78.7",
] as const;

const REFERENCE = [{
  ReferencedSOPClassUID: `${STORAGE}2`,
  ReferencedSOPInstanceUID: "2.25.2.2.1",
}];
const KEYS: { readonly [sopClass: string]: DirectoryKeys } = {
  "4.2": { ReferencedImageEvidenceSequence: REFERENCE },
  "11.1": {
    ContentLabel: "GRIGI",
    ReferencedSeriesSequence: [{ SeriesInstanceUID: "2.25.2.2", ReferencedImageSequence: REFERENCE }],
  },
};

export function sampleMedium(contents: Contents = new Map()): Medium & { readonly contents: Contents } {
  const rossi = { PatientName: "Niccolò^Perché", PatientID: "P1", PatientSex: "M" };
  const yamada = { PatientName: "Yamada^Tarou=山田^太郎=やまだ^たろう", PatientID: "P2" };
  const dated = { StudyDate: "20241125", StudyTime: "093000", StudyID: "7" };
  const studies = [
    study(1, rossi, { ...dated, StudyDescription: "RX PIEDE DX <b>", AccessionNumber: "AQ1/2025P2" }, [
      {
        keys: { Modality: "DX", SeriesDescription: "AP & LL" },
        instances: [1, 2].map((number) =>
          instance(contents, { study: 1, series: 1, number, sopClass: "1.1" })
        ),
      },
    ]),
    study(
      2,
      rossi,
      { StudyDate: "25/11/2024" },
      CLASSES.map((sopClass, i) => ({
        keys: { Modality: "OT" },
        instances: [
          instance(contents, { study: 2, series: i + 1, number: 1, sopClass, keys: KEYS[sopClass] }),
        ],
      })),
    ),
    study(3, yamada, { ...dated, StudyDescription: "頭部" }, [
      {
        keys: { Modality: "CT" },
        instances: [instance(contents, { study: 3, series: 1, number: 1, sopClass: "2" })],
      },
    ]),
  ];
  const pdf = new TextEncoder().encode("%PDF-1.7\n%%EOF\n");
  return {
    clinic: { name: "Clinica Città & Figli", phone: "0432 1234" },
    patientName: `Niccolò "Nico" <script>`,
    createdAt: new Date("2026-11-23T09:30:00Z"),
    volume: { number: 1, of: 2 },
    directoryUid: "2.25.4711",
    studies,
    reports: [
      { title: "Referto, RX PIEDE DX", date: "2024-11-25", file: keep(contents, "report-1", pdf) },
      { title: "Referto, <i>", date: "2024-11-26", file: keep(contents, "report-2", pdf) },
    ],
    contents,
  };
}

/** Unpacks a medium into a folder. */
export async function writeMedium(
  folder: string,
  files: readonly MediumFile[],
  contents: Contents,
): Promise<void> {
  for (const file of files) {
    const path = `${folder}/${file.name}`;
    await Deno.mkdir(path.slice(0, path.lastIndexOf("/")), { recursive: true });
    const bytes = "made" in file ? file.made : contents.get(file.stored.blob);
    if (!bytes) throw new Error(`no content for ${file.name}`);
    await Deno.writeFile(path, bytes);
  }
}
