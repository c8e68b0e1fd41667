/// <reference lib="deno.ns" />
/** An independent reader against ours, over the corpus: daikon is not used to read, but to disagree. */
import assert from "node:assert/strict";
import { createRequire } from "node:module";
import { corpus, corpusBytes, hasCorpus } from "../../tests/corpus.ts";
import { inflatedFile } from "./inflated-file.ts";
import { readInstance } from "./read.ts";

/** The part of daikon's image looked at here: elements by their tag in eight hexadecimal digits. */
interface DaikonImage {
  readonly tags: Readonly<Record<string, { readonly vr: string; readonly value: unknown }>>;
}
interface Daikon {
  readonly Series: { readonly parseImage: (view: DataView) => DaikonImage | null };
}

const COMPARED = new Set(["UI", "CS", "SH", "LO", "AE"]);
/** Where daikon takes pixels or padding for elements, or an item for its sequence's neighbours. */
const MISREAD = new Set([
  "bits/pydata__parametric_map_double_float.dcm",
  "ts-jpeg-baseline/pydicom__SC_rgb_jpeg.dcm",
  "ts-jpegls/fodicom__GH364.dcm",
]);
const META_END = 0x00030000;

Deno.test({
  name: "an independent reader finds the same elements with the same texts in the corpus",
  ignore: !hasCorpus,
  fn() {
    const { Series }: Daikon = createRequire(import.meta.url)("daikon");
    const differences: string[] = [];
    let elements = 0;
    for (const { file, expected } of corpus.files) {
      if ((expected !== "decode" && expected !== "no-pixels") || MISREAD.has(file)) continue;
      const bytes = inflatedFile(corpusBytes(file));
      const image = Series.parseImage(new DataView(bytes.buffer));
      if (!image) continue;
      const { dataSet } = readInstance(bytes);
      for (const [key, { vr, value }] of Object.entries(image.tags)) {
        const tag = Number.parseInt(key, 16);
        if (!/^[\dA-Fa-f]{8}$/.test(key) || tag < META_END || tag >= 0xfffe0000) continue;
        elements++;
        if (!dataSet.element(tag)) differences.push(`${file} ${key}: not found by us`);
        else if (COMPARED.has(vr) && Array.isArray(value)) {
          const theirs = value.map((one) => String(one).replaceAll("\0", "").trim()).join("\\");
          const ours = dataSet.texts(tag).join("\\");
          // Other than ASCII daikon decodes in its own way.
          if (/^[\x20-\x7e]*$/.test(ours) && ours !== theirs) {
            differences.push(`${file} ${key}: ${ours} | ${theirs}`);
          }
        }
      }
    }
    assert.ok(elements > 10_000, `only ${elements} elements compared`);
    assert.deepEqual(differences, []);
  },
});
