import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Plugin } from "vite";

const from = fileURLToPath(new URL("../node_modules/pdfjs-dist/", import.meta.url));

/** What pdf.js fetches as a PDF needs it: its worker, the standard fonts, decoders; licences with them. */
const kept = (folder: string, name: string): boolean =>
  folder === "standard_fonts/" || !name.startsWith("quickjs");

/** Puts the parts of pdf.js that are fetched at run time beside the chunks, under its version. */
export function pdfAssets(): Plugin {
  return {
    name: "tuo-pdf-assets",
    generateBundle() {
      const { version } = JSON.parse(readFileSync(`${from}package.json`, "utf8")) as { version: string };
      const emit = (path: string, name: string) =>
        this.emitFile({
          type: "asset",
          fileName: `pdf-${version}/${name}`,
          source: readFileSync(from + path),
        });
      emit("legacy/build/pdf.worker.min.mjs", "pdf.worker.min.mjs");
      for (const folder of ["standard_fonts/", "wasm/"]) {
        for (const name of readdirSync(from + folder)) {
          if (kept(folder, name)) emit(folder + name, folder + name);
        }
      }
    },
  };
}
