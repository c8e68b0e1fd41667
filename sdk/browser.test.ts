/// <reference lib="deno.ns" />
import assert from "node:assert/strict";

const here = new URL(".", import.meta.url);
const sources = (folder: URL): string[] =>
  [...Deno.readDirSync(folder)].flatMap(({ name, isDirectory }) => {
    if (isDirectory) return name === "node_modules" ? [] : sources(new URL(`${name}/`, folder));
    return /\.ts$/.test(name) && !/\.(test|testing)\.ts$/.test(name) ? [new URL(name, folder).pathname] : [];
  });

Deno.test("the SDK runs wherever there is fetch and WebCrypto: it names no runtime", () => {
  const named = sources(here).filter((path) =>
    /\b(?:Deno|Bun|process)\.|from "node:/.test(Deno.readTextFileSync(path))
  );
  assert.deepEqual(named, []);
});

Deno.test("what a clinic's page may not call, and the dossier for tests, are not in its script", async () => {
  assert.deepEqual(Object.keys(await import("./browser.ts")).sort(), [
    "TuoError",
    "browserKeyStore",
    "createTuoDossier",
    "memoryKeyStore",
  ]);
  const reached = new Set<string>();
  const visit = (url: URL) => {
    if (reached.has(url.href)) return;
    reached.add(url.href);
    const source = Deno.readTextFileSync(url);
    for (const [, types, target] of source.matchAll(/^(?:import|export) (type )?[^;]*?from "([^"]+)"/gm)) {
      if (!types) visit(new URL(target, url));
    }
    for (const [, target] of source.matchAll(/ import\("([^"]+)"\)/g)) visit(new URL(target, url));
  };
  visit(new URL("browser.ts", here));
  const inside = [...reached].map((href) => href.slice(here.href.length));
  assert.deepEqual(inside.filter((path) => /^(contract|testing|dicom)\/|credentials/.test(path)), []);
});
