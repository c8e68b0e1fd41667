import { PDF_LIMIT } from "../blobs/pdf.ts";
import { type ImportFile, type NoFile, UnreadableFile, wholeOf } from "./file.ts";
import { createFolders, type Folders } from "./folders.ts";
import { createLanes, type Lanes } from "./lanes.ts";
import { HEAD, kindOf, NOTHING_OF_OURS } from "./kind.ts";
import { createNotes, type Note, type Notes, type PaperEntry, readSidecar, SIDECAR_LIMIT } from "./papers.ts";
import type { ImportTarget } from "./target.ts";
import { filesInZip } from "./zip.ts";

export interface Counts {
  readonly imported: number;
  readonly alreadyThere: number;
  /** Indexes of media (DICOMDIR): their content is in the other files. */
  readonly skipped: number;
  readonly refused: number;
}

/**
 * What became of one file. Imported too are `conflict`, beside what was there under its UID, and `corrected`, a
 * PDF that was there and of which its note now tells other things.
 */
export interface ImportEvent {
  readonly path: string;
  readonly bytes: number;
  readonly outcome: "new" | "conflict" | "corrected" | "same" | "skipped" | "refused";
  /** Of a refusal, a sentence. */
  readonly reason?: string;
}

interface Run {
  readonly target: ImportTarget;
  readonly folders: Folders;
  readonly lanes: Lanes;
  /** PDFs wait until all images are seen, whatever comes first. */
  readonly papers: ImportFile[];
  readonly notes: Notes;
  settle(file: { path: string; bytes?: number }, outcome: ImportEvent["outcome"], reason?: string): void;
}

/** Largest DICOM file taken. */
export const MAX_FILE_BYTES = 2 ** 31;
const TOO_LARGE = "A file of more than 2 GiB.";

/** What is in memory at a time. */
const AT_ONCE = { most: 4, bytes: 64 * 1024 * 1024 };

/**
 * Brings files into a dossier, a few at a time: DICOM files whatever they are called, PDFs with or without a note
 * beside them (`NAME.json`), and ZIPs of both. A file at fault is told and the import goes on.
 *
 * @throws {Error} only where the dossier cannot be written.
 */
export async function importFiles(
  target: ImportTarget,
  files: AsyncIterable<ImportFile | NoFile>,
  report: (event: ImportEvent) => void = () => {},
): Promise<Counts> {
  const counts = { imported: 0, alreadyThere: 0, skipped: 0, refused: 0 };
  const settle: Run["settle"] = ({ path, bytes = 0 }, outcome, reason) => {
    counts[COUNTED_AS[outcome]]++;
    report({ path, bytes, outcome, reason });
  };
  const lanes = createLanes(AT_ONCE);
  const run: Run = { target, folders: createFolders(), lanes, papers: [], notes: createNotes(), settle };
  try {
    for await (const file of files) await take(run, file, { inZip: false });
  } finally {
    await lanes.finish();
  }
  for (const file of run.papers) await unlessUnreadable(run, file, () => takePaper(run, file));
  for (const note of run.notes.unused()) {
    // One that cannot be read was told when it came.
    if (!("refused" in note)) {
      settle(note, "refused", "Not a DICOM file, and no PDF of this name is beside it.");
    }
  }
  return counts;
}

const COUNTED_AS = {
  new: "imported",
  conflict: "imported",
  corrected: "imported",
  same: "alreadyThere",
  skipped: "skipped",
  refused: "refused",
} as const satisfies Record<ImportEvent["outcome"], keyof Counts>;

async function take(run: Run, file: ImportFile | NoFile, { inZip }: { inZip: boolean }): Promise<void> {
  if ("refused" in file) return refuse(run, file, file.refused);
  await unlessUnreadable(run, file, async () => {
    const head = await file.read(0, Math.min(HEAD, file.bytes));
    const kind = kindOf(file.path, head);
    if (kind === "dicom") await beginInstance(run, file);
    else if (kind === "pdf") run.papers.push(file);
    else if (kind === "sidecar") run.notes.add(file);
    else if (kind !== "zip") run.settle(file, "refused", NOTHING_OF_OURS);
    else if (inZip) run.settle(file, "refused", "An archive inside an archive: unpack the outer one first.");
    else for (const inner of await filesInZip(file)) await take(run, inner, { inZip: true });
  });
}

async function unlessUnreadable(run: Run, file: ImportFile, act: () => Promise<void>): Promise<void> {
  try {
    await act();
  } catch (error) {
    if (!(error instanceof UnreadableFile)) throw error;
    refuse(run, file, error.message);
  }
}

/** A note that cannot be read is one all the same: its PDF must not come in as if nothing was said of it. */
function refuse(run: Run, file: ImportFile | NoFile, reason: string): void {
  run.settle(file, "refused", reason);
  if (/\.json$/i.test(file.path)) run.notes.add({ path: file.path, refused: reason });
}

async function beginInstance(run: Run, file: ImportFile): Promise<void> {
  if (file.bytes > MAX_FILE_BYTES) return run.settle(file, "refused", TOO_LARGE);
  await run.lanes.begin(file.bytes, () => unlessUnreadable(run, file, () => takeInstance(run, file)));
}

async function takeInstance(run: Run, file: ImportFile): Promise<void> {
  const ingested = await run.target.instance(await wholeOf(file));
  if (ingested.outcome !== "refused") {
    run.folders.note(file.path, ingested);
    run.settle(file, ingested.outcome);
  } else if (ingested.code === "dicomdir") run.settle(file, "skipped");
  else run.settle(file, "refused", ingested.reason);
}

async function takePaper(run: Run, file: ImportFile): Promise<void> {
  const notes = run.notes.of(file.path);
  if (file.bytes > PDF_LIMIT) return run.settle(file, "refused", "A PDF of more than 50 MiB.");
  const about = run.folders.about(file.path);
  const entry = notes.length > 0
    ? dated(await entryFrom(notes), about)
    : { kind: "document", ...about } as const;
  if (typeof entry === "string") return run.settle(file, "refused", entry);
  const result = await run.target.paper(await wholeOf(file), entry);
  if (result.outcome === "refused") run.settle(file, "refused", result.reason);
  else run.settle(file, result.outcome);
}

async function entryFrom([sidecar, ...others]: readonly Note[]): Promise<PaperEntry | string> {
  if (others.length > 0) return "Several JSON files of its name are beside it: leave the one that is meant.";
  if ("refused" in sidecar) return "The JSON beside it cannot be read.";
  if (sidecar.bytes > SIDECAR_LIMIT) return "The JSON beside it is too long.";
  return readSidecar(await wholeOf(sidecar));
}

/** A note without a day has that of the images beside it. */
const dated = (entry: PaperEntry | string, { date }: ReturnType<Folders["about"]>): PaperEntry | string =>
  typeof entry === "string" || entry.date || !date ? entry : { ...entry, date };
