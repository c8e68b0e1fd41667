/** The modules of the three floors and what they import, read from the sources. */
export interface Module {
  /** Path from the root, e.g. `server/auth/rules.ts`. */
  readonly path: string;
  readonly bytes: number;
  readonly source: string;
  /** Resolved paths of ours, bare names of packages; `types` where only types cross. */
  readonly imports: readonly { readonly target: string; readonly types: boolean }[];
}

const root = new URL("../../", import.meta.url).pathname;

/** All modules of a folder, tests left out. */
export function modulesOf(folder: string): Module[] {
  const found: Module[] = [];
  for (const { name, isDirectory } of Deno.readDirSync(root + folder)) {
    const path = `${folder}/${name}`;
    if (["dist", "node_modules", "testing", "fixture"].includes(name)) continue;
    if (isDirectory) found.push(...modulesOf(path));
    else if (/\.ts$/.test(name) && !/\.(test|testing)\.ts$/.test(name)) found.push(read(path));
  }
  return found;
}

function read(path: string): Module {
  const source = Deno.readTextFileSync(root + path);
  const code = source.replace(/\/\*[^]*?\*\//g, "");
  const statements = code.matchAll(/^(?:import|export)\s+(type\s)?([^;]*?from\s+)?"([^"]+)"/gm);
  const dynamic = code.matchAll(/\bimport\("([^"]+)"\)/g);
  const imports = [...statements].map(([, type, names, target]) => ({
    target: resolve(path, target),
    types: Boolean(type) || onlyTypes(names ?? ""),
  }));
  for (const [, target] of dynamic) imports.push({ target: resolve(path, target), types: true });
  return { path, bytes: new TextEncoder().encode(source).length, source, imports };
}

/** `{ type A, type B } from`: nothing is left of it when it runs. */
const onlyTypes = (names: string): boolean => {
  const listed = /^\{([^}]*)\}/.exec(names.trim())?.[1].split(",").map((name) => name.trim()).filter(Boolean);
  return Boolean(listed?.length) && listed!.every((name) => name.startsWith("type "));
};

function resolve(from: string, target: string): string {
  if (!target.startsWith(".")) return target;
  return new URL(target, `file:///${from}`).pathname.slice(1);
}
