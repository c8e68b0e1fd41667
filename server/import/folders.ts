/** What the images of the folders told: papers beside them belong to them. */
export interface Folders {
  /** Notes an image that lies at `path`. */
  note(path: string, image: { accession: string | null; studyDate: string | null }): void;
  /**
   * For a paper at `path`: of the images in its folder, or where there are none of those below it. The accession
   * where they share exactly one; the latest day.
   */
  about(path: string): { readonly accession?: string; readonly date?: string };
}

interface Noted {
  /** A second one means that they share none; more need not be known. */
  readonly accessions: Set<string | null>;
  date: string | undefined;
}

export function createFolders(): Folders {
  const inFolder = new Map<string, Noted>();
  const below = new Map<string, Noted>();
  return {
    note(path, image) {
      const folder = folderOf(path);
      add(inFolder, folder, image);
      for (let above = folder; above !== ""; above = folderOf(above)) add(below, above, image);
      add(below, "", image);
    },
    about(path) {
      const noted = inFolder.get(folderOf(path)) ?? below.get(folderOf(path));
      const [only, ...others] = noted?.accessions ?? [];
      return {
        ...only && others.length === 0 ? { accession: only } : {},
        ...noted?.date ? { date: noted.date } : {},
      };
    },
  };
}

function add(
  folders: Map<string, Noted>,
  folder: string,
  { accession, studyDate }: { accession: string | null; studyDate: string | null },
): void {
  const noted = folders.get(folder) ?? { accessions: new Set(), date: undefined };
  folders.set(folder, noted);
  if (noted.accessions.size < 2) noted.accessions.add(accession);
  if (studyDate !== null && (noted.date === undefined || studyDate > noted.date)) noted.date = studyDate;
}

const folderOf = (path: string): string => path.slice(0, Math.max(0, path.lastIndexOf("/")));
