import { seedPatients } from "../../examples/demo/data/mod.ts";
import { importFiles } from "../../server/import/run.ts";
import { dossierTarget } from "../../server/import/target.ts";
import { walk } from "../../server/import/walk.ts";
import { openPortal } from "../../server/testing/portal.ts";
import { type Result, result, timed } from "./result.ts";

/** The ready patient's files brought in from a folder, against reading the same bytes. */
export async function benchImport(): Promise<Result[]> {
  const folder = await Deno.makeTempDir({ prefix: "tuo-bench-" });
  let bytes = 0;
  for (const file of seedPatients[0].files()) {
    const path = `${folder}/${file.path}`;
    await Deno.mkdir(path.slice(0, path.lastIndexOf("/")), { recursive: true });
    await Deno.writeFile(path, file.bytes);
    bytes += file.bytes.length;
  }
  const reading = await timed(async () => {
    for await (const file of walk([folder])) if (!("refused" in file)) await file.read(0, file.bytes);
  });
  await using portal = await openPortal();
  const { patientId } = await portal.addPatient();
  const importing = await timed(() => importFiles(dossierTarget(portal.tenant, patientId), walk([folder])));
  await Deno.remove(folder, { recursive: true });
  const rate = (ms: number) => bytes / 1e6 / (ms / 1000);
  return [result("import", { value: rate(importing), unit: "MB/s", limit: rate(reading) })];
}
