import type { Plugin } from "vite";

const HELPER = "\0vite/preload-helper.js";

/** Vite wraps each `import()` in a kilobyte that links styles; our chunks have none, so it is a plain call. */
export function plainImports(): Plugin {
  return {
    name: "tuo-plain-imports",
    enforce: "pre",
    load: (id) => id === HELPER ? "export const __vitePreload = (load) => load();" : null,
  };
}
