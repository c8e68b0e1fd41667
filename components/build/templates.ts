import type { Plugin } from "vite";

type Node = { type: string; start: number; end: number } & Record<string, unknown>;

/**
 * Shortens the runs of white space in `html`, `svg` and `css` templates, which no minifier may touch by itself,
 * and takes them off at both ends.
 */
export function shortTemplates(): Plugin {
  return {
    name: "tuo-short-templates",
    enforce: "post",
    transform(code, id) {
      if (id.includes("node_modules") || !/\b(html|svg|css)`/.test(code)) return null;
      const edits: [start: number, end: number, text: string][] = [];
      walk(this.parse(code) as unknown as Node, (node) => {
        if (node.type !== "TaggedTemplateExpression") return;
        const { name } = node.tag as { name?: string };
        if (name !== "html" && name !== "svg" && name !== "css") return;
        const { quasis } = node.quasi as { quasis: Node[] };
        for (const [index, { start, end }] of quasis.entries()) {
          const text = name === "css"
            ? shortCss(code.slice(start, end))
            : code.slice(start, end).replace(/\s+/g, " ");
          const first = index === 0 ? text.trimStart() : text;
          edits.push([start, end, index === quasis.length - 1 ? first.trimEnd() : first]);
        }
      });
      let short = code;
      for (const [start, end, text] of edits.sort((one, other) => other[0] - one[0])) {
        short = short.slice(0, start) + text + short.slice(end);
      }
      return { code: short, map: null };
    },
  };
}

/** A space stays where it may tell selectors or values apart, and in quoted text. */
const shortCss = (text: string): string =>
  text.split(/("[^"]*")/).map((part, index) =>
    index % 2 === 1
      ? part
      : part.replace(/\s+/g, " ").replace(/ ?([{};,>]) ?/g, "$1").replace(/: /g, ":").replace(/;}/g, "}")
  ).join("");

function walk(node: Node, visit: (node: Node) => void): void {
  visit(node);
  for (const child of Object.values(node)) {
    for (const each of Array.isArray(child) ? child : [child]) {
      if (each && typeof each === "object" && typeof (each as Node).type === "string") {
        walk(each as Node, visit);
      }
    }
  }
}
