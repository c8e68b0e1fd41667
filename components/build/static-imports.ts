import type { Plugin } from "vite";

/**
 * Makes each `await import("…")` a static import, for a script that is one file whatever the elements fetch later.
 * The bundler's own way wraps every module in a function, which weighs a kilobyte.
 */
export function staticImports(): Plugin {
  return {
    name: "tuo-static-imports",
    enforce: "pre",
    transform(code) {
      const targets: string[] = [];
      const plain = code.replace(
        /\bawait import\(("[^"]+")\)/g,
        (_, target: string) => `later${targets.push(target)}`,
      );
      const imports = targets.map((target, index) => `import * as later${index + 1} from ${target};`);
      return targets.length > 0 ? { code: imports.join("") + plain, map: null } : null;
    },
  };
}
