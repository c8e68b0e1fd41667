/// <reference lib="deno.ns" />
import assert from "node:assert/strict";
import type { Extent } from "@tuodossier/sdk";
import { phantomFile } from "../fixture/phantom.ts";
import { seriesOf } from "../fixture/series.ts";
import { createPixelCache } from "./cache.ts";
import { createLoader, type Loader } from "./loader.ts";
import type { ViewerSource } from "./source.ts";

interface Asked {
  readonly extent: Extent;
  readonly signal: AbortSignal;
  answer(): void;
  fail(): void;
}

/** A series of `count` slices whose bytes come only when the test says so. */
function bench(count: number, options: { budget?: number; files?: Uint8Array[] } = {}) {
  const files = options.files ??
    Array.from({ length: count }, (_, index) => phantomFile({ number: index + 1 }));
  const { plan, bytes } = seriesOf(files, 1);
  const asked: Asked[] = [];
  const source: ViewerSource = {
    study: () => Promise.reject(new Error("no study here")),
    plan: async () => plan,
    bytes: (_, extent, signal) =>
      new Promise((resolve, reject) => {
        signal.addEventListener("abort", () => reject(signal.reason));
        const answer = () => resolve(bytes.slice(extent[0], extent[0] + extent[1]));
        asked.push({ extent, signal, answer, fail: () => reject(new Error("cut")) });
      }),
  };
  const cache = createPixelCache(options.budget);
  const loader = createLoader({ plan, source, cache, onChange: () => {} });
  return { asked, cache, loader };
}

const settle = () => new Promise((resolve) => setTimeout(resolve, 1));

/** Answers everything, also what is asked for meanwhile, until the loader rests. */
async function finish(asked: Asked[], loader: Loader) {
  for (let at = 0; loader.busy || at < asked.length;) {
    while (at < asked.length) asked[at++].answer();
    await settle();
  }
}

const loaded = (loader: Loader) => loader.slides.flatMap((_, index) => loader.picture(index) ? [index] : []);

Deno.test("the image on screen is asked for first and alone, its neighbours in one request", async () => {
  const { asked, loader } = bench(40);
  loader.focus(20, 1);
  assert.equal(asked.length, 2);
  assert.equal(asked[0].extent[1], 64 * 64 * 2);
  assert.ok(asked[1].extent[1] > 5 * 64 * 64 * 2, "several frames together");
  await finish(asked, loader);
  assert.equal(loaded(loader).length, 40);
  assert.ok(asked.length < 10, `${asked.length} requests for 40 slices`);
  assert.deepEqual(loader.progress.ready, 40);
  loader.stop();
});

Deno.test("pictures are those of their own slice", async () => {
  const { asked, loader } = bench(12);
  loader.focus(0, 1);
  await finish(asked, loader);
  const centre = 32 * 64 + 32;
  assert.deepEqual(
    loader.slides.map((_, index) => loader.picture(index)?.values[centre]),
    Array.from({ length: 12 }, (_, index) => 41 + index),
  );
  loader.stop();
});

Deno.test("a jump gives up what was left behind and asks at once for what is on screen", () => {
  const { asked, loader } = bench(200);
  loader.focus(0, 1);
  loader.focus(150, 1);
  assert.ok(asked.slice(0, 2).every(({ signal }) => signal.aborted));
});

Deno.test("a jump nearby does not wait behind two running requests", async () => {
  const { asked, loader } = bench(200);
  loader.focus(0, 1);
  loader.focus(199, -1);
  await settle();
  loader.focus(180, -1);
  await settle();
  assert.ok(asked.some(({ extent, signal }) => !signal.aborted && extent[1] === 64 * 64 * 2));
  loader.stop();
});

Deno.test("memory stays within its budget, and what is on screen stays in it", async () => {
  const slice = 64 * 64 * 2;
  const { asked, cache, loader } = bench(60, { budget: 10 * slice });
  loader.focus(30, 1);
  await finish(asked, loader);
  assert.ok(cache.bytes <= 10 * slice, `${cache.bytes} bytes`);
  assert.ok(loader.picture(30));
  loader.focus(0, -1);
  await finish(asked, loader);
  assert.ok(loader.picture(0));
  assert.ok(cache.bytes <= 10 * slice);
  loader.stop();
});

Deno.test("a cut network stops all requests, is said once, and goes on after a retry", async () => {
  const { asked, loader } = bench(30);
  loader.focus(0, 1);
  asked[0].answer();
  await settle();
  asked.at(-1)?.fail();
  await settle();
  assert.match(String(loader.stalled), /cut/);
  const before = asked.length;
  await settle();
  assert.equal(asked.length, before, "nothing is asked for while stalled");
  loader.retry();
  assert.equal(loader.stalled, null);
  await finish(asked, loader);
  assert.equal(loaded(loader).length, 30);
  loader.stop();
});

Deno.test("one broken image is a fault of its own; the others are shown", async () => {
  const files = [1, 2, 3].map((number) =>
    number === 2
      ? phantomFile({ number, transferSyntaxUid: "1.2.840.10008.1.2.5", pixels: [new Uint8Array(8)] })
      : phantomFile({ number })
  );
  const { asked, loader } = bench(3, { files });
  loader.focus(0, 1);
  await finish(asked, loader);
  assert.deepEqual(loaded(loader), [0, 2]);
  assert.equal(loader.fault(1)?.code, "pixels-corrupt");
  loader.stop();
});

Deno.test("a transfer syntax that is not decoded here is named", async () => {
  const files = [phantomFile({ transferSyntaxUid: "1.2.840.10008.1.2.4.90", pixels: [new Uint8Array(8)] })];
  const { asked, loader } = bench(1, { files });
  loader.focus(0, 1);
  await finish(asked, loader);
  assert.deepEqual([loader.fault(0)?.code, loader.fault(0)?.subject], [
    "syntax-unsupported",
    "JPEG 2000 Lossless",
  ]);
  loader.stop();
});
