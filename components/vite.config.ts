import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { defineConfig } from "vite";
import { licences } from "./build/licences.ts";
import { pdfAssets } from "./build/pdf-assets.ts";
import { plainImports } from "./build/plain-imports.ts";
import { shortTemplates } from "./build/templates.ts";

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** The script of the clinics' pages, and the guide that the portal hosts. */
const entries = {
  "tuodossier": here("autoload.ts"),
  "guide": here("help/page/main.ts"),
};
const input = Object.fromEntries(Object.entries(entries).filter(([, path]) => existsSync(path)));

/** What every element stands on. */
const ground = new RegExp(
  [
    "/node_modules/(?:lit|lit-html|lit-element|@lit/reactive-element)/(?!.*directive)",
    "/sdk/(?:mod|client|problem|session/(?!credentials|ways|sign-in|popup|hand-over|redirect|errands|devices|answer))",
    "preload-helper",
    "/components/(?:element|elements|load|context|events|register)\\.ts",
    "/i18n/(?:language|catalogue|it/(?:ui|first-errors))\\.ts",
    "/ui/(?:base|tokens|button|problem|skeleton|icons)\\b",
  ].join("|"),
);
/** What rooms with lists and forms share. */
const rows = /\/ui\/(?:table|pager|field|row-actions)\b|\/i18n\/format\.ts/;

/** What keeps what is typed in step with what is drawn. */
const directives =
  /\/(?:lit\/directives\/live|lit-html\/(?:directives\/live|directive-helpers|directive))\.js/;

export default defineConfig({
  root: here("."),
  base: "./",
  logLevel: "warn",
  // Vite would copy a folder of that name as it is.
  publicDir: false,
  plugins: [pdfAssets(), plainImports(), shortTemplates(), licences()],
  build: {
    outDir: here("dist/sdk/v1"),
    emptyOutDir: true,
    target: ["chrome119", "edge119", "firefox126", "safari17.4"],
    assetsInlineLimit: 0,
    modulePreload: false,
    reportCompressedSize: false,
    chunkSizeWarningLimit: 2000,
    rollupOptions: {
      input,
      preserveEntrySignatures: "allow-extension",
      output: {
        format: "es",
        entryFileNames: "[name].js",
        postBanner: (chunk) =>
          chunk.isEntry ? "/*! TuoDossier, Apache-2.0; parts of others: LICENCES.txt */" : "",
        chunkFileNames: "chunks/[name]-[hash].js",
        assetFileNames: "assets/[name]-[hash][extname]",
        // One chunk compresses better than ten, and is fetched once: what every element stands on, and what rooms share.
        codeSplitting: {
          includeDependenciesRecursively: false,
          groups: [
            { name: "ground", test: ground },
            { name: "rows", test: rows },
            { name: "directives", test: directives },
          ],
        },
      },
    },
  },
});
