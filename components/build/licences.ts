import { existsSync, readdirSync, readFileSync } from "node:fs";
import type { Plugin } from "vite";

/** Writes the licences of what is bundled beside it, as they ask; the minifier takes them out of the code. */
export function licences(fileName = "LICENCES.txt"): Plugin {
  return {
    name: "tuo-licences",
    generateBundle(_options, bundle) {
      const texts = new Map<string, string>();
      for (const chunk of Object.values(bundle)) {
        if (chunk.type !== "chunk") continue;
        for (const id of Object.keys(chunk.modules)) {
          const [, folder, name] = id.match(/^(.*\/node_modules\/((?:@[^/]+\/)?[^/]+))\//) ?? [];
          if (folder && !texts.has(name)) texts.set(name, licenceIn(folder));
        }
      }
      const sorted = [...texts].sort(([one], [other]) => one < other ? -1 : 1);
      const source = sorted.map(([name, text]) => `${name}\n${"=".repeat(name.length)}\n\n${text.trim()}\n`);
      this.emitFile({ type: "asset", fileName, source: source.join("\n\n") });
    },
  };
}

function licenceIn(folder: string): string {
  const file = existsSync(folder) && readdirSync(folder).find((name) => /^licen[cs]e/i.test(name));
  if (file) return readFileSync(`${folder}/${file}`, "utf8");
  const { license } = JSON.parse(readFileSync(`${folder}/package.json`, "utf8")) as { license?: string };
  return `Licence: ${license ?? "see the package"}`;
}
