/** Builds the elements when their sources are newer than the build. */
const root = new URL("../../", import.meta.url).pathname;

export async function buildElements(): Promise<void> {
  const built = await Deno.stat(`${root}components/dist/sdk/v1/tuodossier.js`).catch(() => null);
  const sources = Math.max(await newest(`${root}components`), await newest(`${root}sdk`));
  if (built?.mtime && built.mtime.getTime() >= sources) return;
  const { code, stderr } = await new Deno.Command(Deno.execPath(), {
    args: ["task", "--quiet", "build"],
    cwd: root,
    stdout: "null",
    stderr: "piped",
  }).output();
  if (code !== 0) throw new Error(`The elements could not be built:\n${new TextDecoder().decode(stderr)}`);
}

async function newest(folder: string): Promise<number> {
  let latest = 0;
  for await (const { name, isDirectory } of Deno.readDir(folder)) {
    if (name === "dist" || name === "node_modules") continue;
    const path = `${folder}/${name}`;
    const time = isDirectory ? await newest(path) : (await Deno.stat(path)).mtime?.getTime() ?? 0;
    latest = Math.max(latest, time);
  }
  return latest;
}
