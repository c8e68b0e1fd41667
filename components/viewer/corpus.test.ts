/// <reference lib="deno.ns" />
import assert from "node:assert/strict";
import { browserPath, launchBrowser } from "../../tests/browser.ts";
import { corpus, corpusBytes, type CorpusEntry, hasCorpus } from "../../tests/corpus.ts";
import { codingOf } from "./engine/transfer-syntax.ts";
import type {} from "./fixture/page.ts";
import { startViewerSite } from "./fixture/site.ts";

interface Case {
  readonly file: string;
  readonly voi: "window 1" | "min-max" | "none";
  readonly means: number[];
  readonly tolerance: number;
}

/** Files whose reference is not what a viewer is to show, and why. */
const NOT_COMPARED: readonly RegExp[] = [
  // Look-up tables for values and windows belong to a later issue.
  /mlut_18/,
  // Windows of width 0 are void: the reference uses them all the same.
  /window_width_0|brain_0\d\d\.dcm|explicit_big/,
  // The reference takes 32-bit big endian values for pairs of 16-bit ones.
  /rtdose_expb/,
];

/** Its Adobe marker is cut short, so other readers take its R, G, B for luma and chroma: magenta. */
const CODED_AS_RGB = "SC_rgb_jpeg.dcm";

/** JPEG of more than 8 bits is named instead of shown. */
function isDecodedHere({ transfer_syntax = "", bits_stored = 8 }: CorpusEntry): boolean {
  const coding = codingOf(transfer_syntax);
  return coding === "jpeg" ? bits_stored === 8 : coding !== "unsupported";
}

const entries = corpus.files;
const cases = entries.flatMap((entry): Case[] => {
  const { file, expected, transfer_syntax = "", pixels, render8 } = entry;
  if (expected !== "decode" || !isDecodedHere(entry)) return [];
  if (NOT_COMPARED.some((pattern) => pattern.test(file))) return [];
  // Deflated data sets have no extents.
  if (transfer_syntax.endsWith(".1.99")) return [];
  const rgb = file.endsWith(CODED_AS_RGB)
    ? pixels?.frame0_channel_means
    : pixels?.rgb_after_colour_transform?.channel_means;
  if (rgb) return [{ file, voi: "none", means: rgb, tolerance: 2 }];
  const voi = render8?.voi;
  // The reference looks for the ends in all frames.
  const [first, ...others] = pixels?.per_frame_min_max_mean ?? [];
  if (voi === "min-max" && others.some(([low, high]) => low < first[0] || high > first[1])) return [];
  if (voi !== "window 1" && voi !== "min-max" && voi !== "none") return [];
  const [red, green = red, blue = red] = render8!.mean;
  return [{ file, voi, means: [red, green, blue], tolerance: 1.5 }];
});

const named = entries.filter((entry) =>
  entry.expected === "decode" && entry.transfer_syntax && !isDecodedHere(entry)
);

Deno.test({
  name: "the corpus on the canvas has the grey levels and colours of the reference, by both painters",
  ignore: !hasCorpus || !browserPath,
  async fn() {
    assert.ok(cases.length > 60, `only ${cases.length} files to draw`);
    await using site = await startViewerSite();
    await using browser = await launchBrowser();
    const page = await browser.newPage();
    await page.goto(site.page({ worker: true }));
    const wrong: string[] = [];
    for (const { file, voi, means, tolerance } of cases) {
      const url = site.put(corpusBytes(file));
      for (const painter of ["webgl2", "canvas2d"] as const) {
        const drawn = await page.evaluate(
          ([address, rule, kind]) => globalThis.fixture.draw(address, { voi: rule, painter: kind }),
          [url, voi, painter] as const,
        ).catch((error: Error) => error.message.split("\n")[0]);
        const near = Array.isArray(drawn) &&
          drawn.every((mean, channel) => Math.abs(mean - means[channel]) <= tolerance);
        if (!near) wrong.push(`${file} (${voi}, ${painter}): ${drawn}, not ${means}`);
      }
    }
    for (const { file } of named) {
      const url = site.put(corpusBytes(file));
      const fault = await page.evaluate(
        (address) => globalThis.fixture.draw(address, { voi: "none", painter: "canvas2d" }),
        url,
      ).then(String, (error: Error) => error.message);
      if (!/syntax-unsupported: \S/.test(fault)) wrong.push(`${file}: ${fault}`);
    }
    assert.deepEqual(wrong, []);
  },
});
