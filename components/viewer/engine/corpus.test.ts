/// <reference lib="deno.ns" />
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { corpus, corpusBytes, hasCorpus } from "../../../tests/corpus.ts";
import { readInstance } from "@tuodossier/sdk/dicom";
import { decodeSamples } from "./decode.ts";
import { codingOf } from "./transfer-syntax.ts";

// Doubles are narrowed for the screen, and deflated data sets have no extents.
const exact = corpus.files.filter(({ expected, transfer_syntax, bits_allocated, pixels }) =>
  expected === "decode" && pixels?.frame0_values_sha256 && !pixels.lossy && bits_allocated !== 64 &&
  !transfer_syntax?.endsWith(".1.99") && ["native", "rle"].includes(codingOf(transfer_syntax ?? ""))
);

Deno.test({
  name: "every native and RLE frame of the corpus decodes to the reference's values, exactly",
  ignore: !hasCorpus,
  async fn() {
    assert.ok(exact.length > 90, `only ${exact.length} files to try`);
    const wrong: string[] = [];
    for (const { file, pixels } of exact) {
      try {
        const digest = await frameZeroDigest(corpusBytes(file));
        if (digest !== pixels?.frame0_values_sha256) wrong.push(`${file}: other values`);
      } catch (error) {
        wrong.push(`${file}: ${String(error)}`);
      }
    }
    assert.deepEqual(wrong, []);
  },
});

async function frameZeroDigest(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const { pixels, transferSyntaxUid } = readInstance(bytes).instance;
  assert.ok(pixels, "no pixels");
  const parts = pixels.frames[0].map(([from, length]) => bytes.subarray(from, from + length));
  const coded = new Uint8Array(Buffer.concat(parts));
  const values = await decodeSamples({ bytes: coded, transferSyntaxUid, format: pixels, frame: 0 });
  const raw = new Uint8Array(values.buffer, values.byteOffset, values.byteLength);
  return createHash("sha256").update(raw).digest("hex");
}
