import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { defineConfig } from "vite";
import { licences } from "./build/licences.ts";
import { pdfAssets } from "./build/pdf-assets.ts";
import { plainImports } from "./build/plain-imports.ts";
import { shortTemplates } from "./build/templates.ts";

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** The pages that the portal hosts, for sign-in and the guide, beside the script of the clinics' pages. */
const entries = {
  "tuodossier": here("autoload.ts"),
  "sign-in": here("login/page/main.ts"),
  "guide": here("help/page/main.ts"),
};
const input = Object.fromEntries(Object.entries(entries).filter(([, path]) => existsSync(path)));

/** What every element stands on. */
const ground = new RegExp(
  [
    "/node_modules/(?:lit|lit-html|lit-element|@lit/reactive-element)/(?!.*directive)",
    "/sdk/(?:client|problem|session/(?!credentials))",
    "preload-helper",
    "/components/(?:element|elements|load|context|events|register)\\.ts",
    "/i18n/(?:language|catalogue|it/(?:ui|errors))\\.ts",
    "/ui/(?:base|tokens|button|problem|skeleton|icons)\\b",
  ].join("|"),
);
/** What rooms with lists and forms share. */
const rows = /\/ui\/(?:table|pager|field|save)\b|\/i18n\/format\.ts/;

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
          groups: [{ name: "ground", test: ground }, { name: "rows", test: rows }],
        },
      },
    },
  },
});
