import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { defineConfig } from "vite";
import { pdfAssets } from "./pdf-assets.ts";

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** The page that the portal hosts for sign-in, beside the script of the clinics' pages. */
const entries = { "tuodossier": here("autoload.ts"), "sign-in": here("login/page/main.ts") };
const input = Object.fromEntries(Object.entries(entries).filter(([, path]) => existsSync(path)));

export default defineConfig({
  root: here("."),
  base: "./",
  logLevel: "warn",
  // Vite would copy a folder of that name as it is.
  publicDir: false,
  plugins: [pdfAssets()],
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
      preserveEntrySignatures: "exports-only",
      output: {
        format: "es",
        entryFileNames: "[name].js",
        chunkFileNames: "chunks/[name]-[hash].js",
        assetFileNames: "assets/[name]-[hash][extname]",
      },
    },
  },
});
