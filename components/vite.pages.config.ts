import { fileURLToPath } from "node:url";
import { defineConfig } from "vite";
import { licences } from "./build/licences.ts";
import { plainImports } from "./build/plain-imports.ts";
import { shortTemplates } from "./build/templates.ts";

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/**
 * The pages that the portal hosts for credentials, apart from the elements: the clinic's page and the portal's
 * share no cache, and what a patient waits for first shall be little. After the elements' build.
 */
export default defineConfig({
  root: here("."),
  base: "./",
  logLevel: "warn",
  publicDir: false,
  plugins: [plainImports(), shortTemplates(), licences("LICENCES-pages.txt")],
  build: {
    outDir: here("dist/sdk/v1"),
    emptyOutDir: false,
    target: ["chrome119", "edge119", "firefox126", "safari17.4"],
    assetsInlineLimit: 0,
    modulePreload: false,
    reportCompressedSize: false,
    rollupOptions: {
      input: { "sign-in": here("login/page/main.ts"), "reset": here("login/page/reset.main.ts") },
      output: {
        format: "es",
        entryFileNames: "[name].js",
        postBanner: (chunk) =>
          chunk.isEntry ? "/*! TuoDossier, Apache-2.0; parts of others: LICENCES-pages.txt */" : "",
        chunkFileNames: "chunks/page-[name]-[hash].js",
      },
    },
  },
});
