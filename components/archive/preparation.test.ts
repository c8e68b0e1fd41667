/// <reference lib="deno.ns" />
import assert from "node:assert/strict";
import { type Export, TuoError } from "@tuodossier/sdk";
import { prepare } from "./preparation.ts";

const state = (more: Partial<Export>): Export => ({
  id: "1",
  createdAt: "2025-11-23T10:00:00.000Z",
  expiresAt: "2025-11-24T10:00:00.000Z",
  state: "preparing",
  progress: 0,
  volumes: [],
  ...more,
});
const lost = () => new TuoError({ code: "network.lost", message: "no answer" });
const request = { studies: ["a"], documents: [] };

/** An archive whose looks answer these in turn. */
function portal(...looks: (Export | Error)[]) {
  const left = [...looks];
  const get = async () => {
    const look = left.shift();
    if (!look) throw new Error("looked too often");
    if (look instanceof Error) throw look;
    return look;
  };
  const ticket = () => Promise.reject(new Error("no ticket is asked for"));
  return { tuo: { archive: { create: async () => state({}), get, ticket } }, left };
}

Deno.test("prepare() tells every progress and ends when it is ready", async () => {
  const { tuo } = portal(state({ progress: 0.5 }), state({ state: "ready", progress: 1 }));
  const told: number[] = [];
  const signal = new AbortController().signal;
  const end = await prepare({
    tuo,
    request,
    signal,
    every: 1,
    onProgress: ({ progress }) => told.push(progress),
  });
  assert.deepEqual(told, [0, 0.5, 1]);
  assert.equal(end.state, "ready");
});

Deno.test("prepare() outlives a network that is lost for a few looks, and no longer", async () => {
  const signal = new AbortController().signal;
  const short = portal(lost(), lost(), lost(), lost(), state({ state: "ready", progress: 1 }));
  await prepare({ tuo: short.tuo, request, signal, every: 1, onProgress: () => {} });
  const long = portal(lost(), lost(), lost(), lost(), lost(), state({ state: "ready", progress: 1 }));
  const failed = prepare({ tuo: long.tuo, request, signal, every: 1, onProgress: () => {} });
  await assert.rejects(failed, { code: "network.lost" });
});

Deno.test("prepare() gives up at once where the server says no", async () => {
  const over = new TuoError({ code: "request.not-found", message: "gone" });
  const { tuo, left } = portal(over, state({ state: "ready" }));
  const signal = new AbortController().signal;
  await assert.rejects(prepare({ tuo, request, signal, every: 1, onProgress: () => {} }), over);
  assert.equal(left.length, 1);
});

Deno.test("prepare() stops between two looks, without a timer left behind", async () => {
  const { tuo } = portal();
  const controller = new AbortController();
  const under = prepare({ tuo, request, signal: controller.signal, onProgress: () => controller.abort() });
  await assert.rejects(under, { name: "AbortError" });
});
