import { type ImportFile, type NoFile, UnreadableFile } from "./file.ts";

/**
 * All files of some paths, folders walked by name. Links below a folder are named and not followed: they can lead
 * in circles, or out of what the operator chose.
 */
export async function* walk(paths: readonly string[]): AsyncGenerator<ImportFile | NoFile> {
  for (const path of paths) {
    const { isDirectory, isFile, size } = await Deno.stat(path);
    if (isDirectory) yield* walkFolder(path.replace(/(?<=.)\/+$/, ""));
    else if (isFile) yield onDisk(path, size);
    else yield { path, refused: "It is neither a file nor a folder." };
  }
}

async function* walkFolder(folder: string): AsyncGenerator<ImportFile | NoFile> {
  const entries: Deno.DirEntry[] = [];
  try {
    for await (const entry of Deno.readDir(folder)) entries.push(entry);
  } catch {
    yield { path: folder, refused: "The folder cannot be read." };
  }
  entries.sort((a, b) => a.name < b.name ? -1 : 1);
  for (const { name, isDirectory, isFile, isSymlink } of entries) {
    const path = `${folder === "/" ? "" : folder}/${name}`;
    if (isDirectory) yield* walkFolder(path);
    else if (isSymlink) yield { path, refused: "It is a link: name what it leads to instead." };
    else if (!isFile) yield { path, refused: "It is neither a file nor a folder." };
    else yield await Deno.lstat(path).then(({ size }) => onDisk(path, size), () => unreadable(path));
  }
}

const unreadable = (path: string): NoFile => ({ path, refused: "The file cannot be read." });

function onDisk(path: string, bytes: number): ImportFile {
  return {
    path,
    bytes,
    async read(offset, length) {
      try {
        using file = await Deno.open(path);
        if (offset > 0) await file.seek(offset, Deno.SeekMode.Start);
        const into = new Uint8Array(Math.max(0, Math.min(length, bytes - offset)));
        let at = 0;
        while (at < into.length) {
          const read = await file.read(into.subarray(at));
          if (read === null) break;
          at += read;
        }
        return into.subarray(0, at);
      } catch (cause) {
        throw new UnreadableFile("The file cannot be read.", { cause });
      }
    },
  };
}
