/// <reference lib="deno.ns" />
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { corpus, corpusBytes, type CorpusEntry, hasCorpus } from "../../tests/corpus.ts";
import { DicomError } from "./error.ts";
import { inflatedFile } from "./inflated-file.ts";
import { orderInstances } from "./order.ts";
import { type ReadInstance, readInstance } from "./read.ts";
import { Tag } from "./tags.ts";
import type { ImagePixels } from "../contract/imaging.ts";

const MUST_READ = ["decode", "no-pixels", "unsupported", "unsupported-or-video"];
/** Pixels in it are whole, although the reference readers stumble over a sequence before them. */
const READ_FURTHER = new Set(["ts-jpegls/fodicom__GH364.dcm"]);

type Outcome = ReadInstance | DicomError;

function outcomeOf({ file }: CorpusEntry): Outcome {
  try {
    return readInstance(corpusBytes(file));
  } catch (error) {
    if (error instanceof DicomError) return error;
    throw error;
  }
}

const outcomes = corpus.files.map((entry) => ({ entry, outcome: outcomeOf(entry) }));
const readOnes = outcomes.flatMap(({ entry, outcome }) =>
  outcome instanceof DicomError ? [] : [{ entry, read: outcome }]
);

/** One test over the corpus: every complaint names its file. */
function testCorpus(name: string, complaints: () => Iterable<string>) {
  Deno.test({ name, ignore: !hasCorpus, fn: () => assert.deepEqual([...complaints()], []) });
}

testCorpus("every file of the corpus is read or refused as its manifest expects", function* () {
  for (const { entry: { file, expected }, outcome } of outcomes) {
    const code = outcome instanceof DicomError ? outcome.code : null;
    if (MUST_READ.includes(expected) && code) yield `${file}: refused, ${code}`;
    if (expected === "error" && !code) yield `${file}: read, though it is no usable data set`;
    if ((expected === "dicomdir") !== (code === "dicomdir")) yield `${file}: ${code}, expected ${expected}`;
  }
});

testCorpus("pixels are there where they must be, and missing only with a reason", function* () {
  for (const { entry: { file, expected }, read: { instance, file: facts } } of readOnes) {
    const { pixels, fault } = instance;
    const deflated = facts.transferSyntax.deflated && fault === "pixels-deflated";
    if (expected === "decode" && !deflated && (!pixels || fault)) yield `${file}: no pixels, ${fault}`;
    if (expected === "no-pixels" && pixels && !READ_FURTHER.has(file)) yield `${file}: pixels out of nowhere`;
    const hasFrames = instance.kind === "image" || instance.kind === "video";
    if (hasFrames && !pixels && !fault) yield `${file}: neither pixels nor a reason`;
    // A code stream that is damaged inside is for its decoder to find.
    const damagedInside = file.includes("j2k_corrupt");
    if (expected === "error-pixels" && !fault && !damagedInside) yield `${file}: passed as whole`;
  }
});

testCorpus("what is read equals what the manifest says is stored", function* () {
  for (const { entry, read: { instance, series, dataSet, file: facts } } of readOnes) {
    const pairs: Record<string, [unknown, unknown]> = {
      "transfer syntax": [entry.transfer_syntax || undefined, instance.transferSyntaxUid],
      "SOP class": [entry.sop_class, instance.sopClassUid],
      "SOP instance": [entry.sop_instance, instance.sopInstanceUid],
      modality: [entry.modality, series.modality],
      "character set": [entry.charset, facts.characterSet.join("\\")],
      // The reference drops empty groups of a name.
      name: [entry.patient_name, dataSet.text(Tag.PatientName).replace(/=+$/, "")],
      ...shapes(entry, instance.pixels),
    };
    for (const [name, [expected, found]] of Object.entries(pairs)) {
      if (expected !== undefined && expected !== found) {
        yield `${entry.file}: ${name} ${found}, not ${expected}`;
      }
    }
  }
});

function shapes(entry: CorpusEntry, pixels: ImagePixels | null): Record<string, [unknown, unknown]> {
  if (!pixels) return {};
  const stream = /\.4\.10\d$/.test(entry.transfer_syntax ?? "") && pixels.frames.length === 1;
  return {
    rows: [entry.rows, pixels.rows],
    columns: [entry.cols, pixels.columns],
    samples: [entry.samples, pixels.samplesPerPixel],
    "bits allocated": [entry.bits_allocated, pixels.bitsAllocated],
    "bits stored": [entry.bits_stored, pixels.bitsStored],
    "high bit": [entry.high_bit, pixels.highBit],
    sign: [entry.signed, pixels.pixelRepresentation],
    photometric: [entry.photometric, pixels.photometricInterpretation],
    frames: [stream ? undefined : entry.frames, pixels.frames.length],
  };
}

testCorpus("every extent lies within its file, frames in rising order", function* () {
  for (const { entry: { file, bytes }, read: { instance } } of readOnes) {
    const extents = instance.pixels?.frames.flat() ?? [];
    if (extents.some(([at, length]) => at < 132 || length < 0 || at + length > bytes)) {
      yield `${file}: outside`;
    }
    if (extents.some(([at], i) => i > 0 && at < extents[i - 1][0])) yield `${file}: out of order`;
  }
});

testCorpus("native frames, deflated ones too, are byte for byte the reference's", function* () {
  let compared = 0;
  for (const { entry, read } of readOnes) {
    const { codec, deflated } = read.file.transferSyntax;
    const digest = entry.pixels?.frame0_sha256;
    if (codec !== "none" || !digest || entry.photometric?.endsWith("422")) continue;
    const bytes = deflated ? inflatedFile(corpusBytes(entry.file)) : corpusBytes(entry.file);
    const { pixels, transferSyntaxUid } = readInstance(bytes).instance;
    if (!pixels) continue;
    const [[at, length]] = pixels.frames[0];
    const frame = plainFrame(bytes.slice(at, at + length), {
      pixels,
      bigEndian: transferSyntaxUid.endsWith("1.2.2"),
    });
    if (createHash("sha256").update(frame).digest("hex") !== digest) yield `${entry.file}: other pixels`;
    compared++;
  }
  if (compared < 100) yield `only ${compared} files compared`;
});

/** In the manifest's layout: little endian, samples interleaved, a byte for each bit of 1-bit images. */
function plainFrame(
  stored: Uint8Array<ArrayBuffer>,
  { pixels, bigEndian }: { pixels: ImagePixels; bigEndian: boolean },
): Uint8Array {
  const { rows, columns, samplesPerPixel, bitsAllocated, planarConfiguration } = pixels;
  const count = rows * columns * samplesPerPixel;
  if (bitsAllocated === 1) return Uint8Array.from({ length: count }, (_, i) => stored[i >> 3] >> (i & 7) & 1);
  const size = bitsAllocated / 8;
  const sample = (i: number) => {
    const bytes = stored.subarray(i * size, (i + 1) * size);
    return bigEndian ? bytes.toReversed() : bytes;
  };
  const plane = rows * columns;
  const frame = new Uint8Array(count * size);
  for (let i = 0; i < count; i++) {
    const from = planarConfiguration === 1
      ? i % samplesPerPixel * plane + Math.floor(i / samplesPerPixel)
      : i;
    frame.set(sample(from), i * size);
  }
  return frame;
}

testCorpus("series come in the order of their slices", function* () {
  for (const [name, { series_order_by_position: expected }] of Object.entries(corpus.groups)) {
    if (!expected) continue;
    const files = new Map(expected.map((file) => [readInstance(corpusBytes(file)).instance, file]));
    const shuffled = [...files.keys()].sort((a, b) => a.sopInstanceUid < b.sopInstanceUid ? 1 : -1)
      .map((instance, i) => ({ ...instance, instanceNumber: i % 5 }));
    const byUid = new Map([...files].map(([{ sopInstanceUid }, file]) => [sopInstanceUid, file]));
    const found = orderInstances(shuffled).map(({ sopInstanceUid }) => byUid.get(sopInstanceUid));
    if (found.join() !== expected.join()) yield `${name}: ${found.join(" ")}`;
  }
});
