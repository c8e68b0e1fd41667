import { fileURLToPath } from "node:url";
import { defineConfig } from "vite";
import { staticImports } from "./build/static-imports.ts";

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** `sdk.js`: the SDK alone as one module, for a page that draws everything itself. After the elements' build. */
export default defineConfig({
  root: here("."),
  logLevel: "warn",
  publicDir: false,
  plugins: [staticImports()],
  build: {
    outDir: here("dist/sdk/v1"),
    emptyOutDir: false,
    target: ["chrome119", "edge119", "firefox126", "safari17.4"],
    modulePreload: false,
    reportCompressedSize: false,
    rollupOptions: {
      input: { sdk: here("../sdk/browser.ts") },
      preserveEntrySignatures: "strict",
      output: {
        format: "es",
        entryFileNames: "[name].js",
        postBanner: "/*! TuoDossier SDK, Apache-2.0 */",
      },
    },
  },
});
