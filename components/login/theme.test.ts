/// <reference lib="deno.ns" />
import assert from "node:assert/strict";
import { browserPath, launchBrowser } from "../../tests/browser.ts";

Deno.test({
  name: "the clinic's look crosses as values of its kind; addresses and foreign names never do",
  ignore: browserPath === null,
  async fn() {
    const code = await bundled("components/login/theme.ts");
    const browser = await launchBrowser();
    try {
      const page = await browser.newPage();
      await page.setContent("<body style='background:#123456'><p id=host style='color:#abcdef'></p></body>");
      await page.addScriptTag({
        type: "module",
        content: `${code}\nglobalThis.theme = { readTheme, applyTheme };`,
      });
      await page.waitForFunction(() => "theme" in globalThis);
      const { read, applied } = await page.evaluate(() => {
        const { theme } = globalThis as unknown as { theme: typeof import("./theme.ts") };
        const hostile = {
          "--tuo-accent": "rgb(1, 2, 3)",
          "--tuo-surface": "url(https://evil.example/x)",
          "--tuo-danger": "red; --x: 1",
          "--tuo-on-accent": 7,
          "color": "expression(1)",
          "font-family": "image-set('x')",
          "position": "fixed",
          "--evil": "red",
        };
        const root = globalThis.document.createElement("div");
        theme.applyTheme(root, hostile);
        theme.applyTheme(root, null);
        theme.applyTheme(root, "text");
        return {
          read: theme.readTheme(globalThis.document.querySelector("#host")!),
          applied: root.style.cssText,
        };
      });
      assert.equal(read["color"], "rgb(171, 205, 239)");
      assert.equal(read["background-color"], "rgb(18, 52, 86)");
      assert.equal(applied, "--tuo-accent: rgb(1, 2, 3);");
    } finally {
      await browser.close();
    }
  },
});

/** The module as JavaScript: a bundler takes its types off. */
async function bundled(path: string): Promise<string> {
  const { build } = await import("vite");
  const root = new URL("../../", import.meta.url).pathname;
  const output = await build({
    configFile: false,
    logLevel: "silent",
    root,
    build: { write: false, minify: false, lib: { entry: root + path, formats: ["es"] } },
  });
  const [result] = Array.isArray(output) ? output : [output];
  if (!("output" in result)) throw new Error("nothing was built");
  return result.output[0].code.replace(/export\s*\{[^}]*\};?\s*$/, "");
}
