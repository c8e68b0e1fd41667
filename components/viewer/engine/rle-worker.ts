import { startWorker } from "../../ui/trusted.ts";
import { decodeRle } from "./rle.ts";

type Size = Parameters<typeof decodeRle>[1];
interface Waiting {
  readonly resolve: (bytes: Uint8Array) => void;
  readonly reject: (error: Error) => void;
}

/** Starts a worker from text: null where the page's policy forbids it. */
export type WorkerStart = (source: string) => Worker | null;

/**
 * RLE decoding beside the page where its policy allows a worker, else on the page, a frame at a time with room
 * between frames. A worker that dies is not started again.
 */
export function createRleDecoder(start: WorkerStart = startWorker) {
  let worker: Worker | null | undefined;
  let next = 0;
  const waiting = new Map<number, Waiting & { data: Uint8Array; size: Size }>();

  const retire = () => {
    worker?.terminate();
    worker = null;
    for (const { data, size, resolve, reject } of waiting.values()) onPage(data, size).then(resolve, reject);
    waiting.clear();
  };
  const begin = (): Worker | null => {
    const begun = start(SOURCE);
    begun?.addEventListener("error", retire);
    begun?.addEventListener("message", ({ data: [id, bytes, error] }) => {
      const job = waiting.get(id);
      waiting.delete(id);
      if (error) job?.reject(new RangeError(error));
      else job?.resolve(bytes);
    });
    return begun;
  };

  return function decode(data: Uint8Array, size: Size): Promise<Uint8Array> {
    if (worker === undefined) worker = begin();
    if (worker === null) return onPage(data, size);
    const id = next++;
    worker.postMessage([id, data, size]);
    return new Promise((resolve, reject) => waiting.set(id, { data, size, resolve, reject }));
  };
}

async function onPage(data: Uint8Array, size: Size): Promise<Uint8Array> {
  await new Promise((resolve) => setTimeout(resolve));
  return decodeRle(data, size);
}

const SOURCE = `"use strict"; const decode = ${decodeRle.toString()};
onmessage = ({ data: [id, data, size] }) => {
  try { const bytes = decode(data, size); postMessage([id, bytes], [bytes.buffer]); }
  catch (error) { postMessage([id, null, String(error.message)]); }
};`;
