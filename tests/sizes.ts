import { gzipSync } from "node:zlib";

/** What a page fetches, in gzipped kB (1,000 bytes), with Lit and the SDK in it. */
export interface Weight {
  readonly id: string;
  readonly bytes: number;
  readonly limit: number;
}

const dist = new URL("../components/dist/sdk/v1/", import.meta.url).pathname;

/** The element's own chunk, by its stable part. */
const chunkOf = (name: string): string => {
  const found = [...Deno.readDirSync(`${dist}chunks`)].find((file) =>
    file.name.startsWith(`${name}.define-`)
  );
  if (!found) throw new Error(`There is no chunk of ${name}: run "deno task build"`);
  return `chunks/${found.name}`;
};

/** A module and all it imports statically: what is fetched before the element stands. */
function closure(path: string, seen = new Set<string>()): Set<string> {
  if (seen.has(path)) return seen;
  seen.add(path);
  const source = Deno.readTextFileSync(dist + path);
  for (
    const [, target] of source.matchAll(/(?:^|[;\n}])(?:import|export)\b[^"'`;()]*?["']([^"']+\.js)["']/g)
  ) {
    closure(new URL(target, `file:///${path}`).pathname.slice(1), seen);
  }
  return seen;
}

function weigh(paths: readonly string[]): number {
  const files = new Set(paths.flatMap((path) => [...closure(path)]));
  return [...files].reduce(
    (sum, file) => sum + gzipSync(Deno.readFileSync(dist + file), { level: 9 }).length,
    0,
  );
}

/** The bundles of the built elements against what each may weigh. */
export function weights(): Weight[] {
  const elements = (...names: string[]) => ["tuodossier.js", ...names.map(chunkOf)];
  return [
    { id: "size.sdk", bytes: weigh(["sdk.js"]), limit: 6000 },
    { id: "size.login", bytes: weigh(elements("login")), limit: 20_000 },
    { id: "size.sign-in-page", bytes: weigh(["sign-in.js"]), limit: 24_000 },
    { id: "size.reset-page", bytes: weigh(["reset.js"]), limit: 24_000 },
    { id: "size.guide-page", bytes: weigh(["guide.js"]), limit: 24_000 },
    { id: "size.documents", bytes: weigh(elements("documents")), limit: 24_000 },
    { id: "size.consents", bytes: weigh(elements("consents")), limit: 24_000 },
    { id: "size.profile", bytes: weigh(elements("profile")), limit: 24_000 },
    { id: "size.help", bytes: weigh(elements("help")), limit: 26_000 },
    { id: "size.archive", bytes: weigh(elements("archive")), limit: 26_000 },
    {
      id: "size.portal",
      bytes: weigh(elements("portal", "login", "documents", "consents", "profile", "help")),
      limit: 45_000,
    },
    { id: "size.viewer", bytes: weigh(elements("viewer")), limit: 60_000 },
  ];
}

/** Whether a heavy part is in what any element fetches at once. */
export function fetchedAtOnce(marker: RegExp): string[] {
  const names = ["login", "documents", "consents", "profile", "help", "archive", "portal", "viewer"];
  const files = new Set(
    names.flatMap((name) => [...closure(chunkOf(name))]).concat([...closure("tuodossier.js")]),
  );
  return [...files].filter((file) => marker.test(Deno.readTextFileSync(dist + file)));
}
