/**
 * `deno task bench [name…] [--json]`: measures on this machine, now. Ratios of one run compare; absolute times of
 * different machines do not. With `--json` one array of results on standard output, and nothing else.
 */
import { benchDemo } from "./demo.ts";
import { benchDocuments } from "./documents.ts";
import { benchImport } from "./import.ts";
import { benchLogin } from "./login.ts";
import type { Result } from "./result.ts";
import { benchSizes } from "./sizes.ts";

const benches: Readonly<Record<string, () => Promise<Result[]>>> = {
  sizes: benchSizes,
  login: benchLogin,
  documents: benchDocuments,
  import: benchImport,
  demo: benchDemo,
};

const write = (text: string) => Deno.stdout.writeSync(new TextEncoder().encode(text));
const json = Deno.args.includes("--json");
const names = Deno.args.filter((name) => !name.startsWith("--"));
const unknown = names.find((name) => !(name in benches));
if (unknown) {
  Deno.stderr.writeSync(
    new TextEncoder().encode(`There is no bench ${unknown}: ${Object.keys(benches).join(", ")}\n`),
  );
  Deno.exit(2);
}

const results: Result[] = [];
for (const name of names.length > 0 ? names : Object.keys(benches)) {
  const more = await benches[name]();
  results.push(...more);
  if (!json) { for (const each of more) write(lineOf(each)); }
}
if (json) write(JSON.stringify(results, null, 1) + "\n");
Deno.exit(0);

function lineOf({ id, value, unit, ratioToPeer, ratioToLimit }: Result): string {
  const ratios = [
    ratioToPeer === null ? "" : `${ratioToPeer} × peer`,
    ratioToLimit === null ? "" : `${ratioToLimit} × limit`,
  ].filter(Boolean);
  return `${id.padEnd(24)} ${String(value).padStart(10)} ${unit.padEnd(12)} ${ratios.join(", ")}\n`;
}
