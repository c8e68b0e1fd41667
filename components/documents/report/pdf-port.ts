import { startWorker } from "../../ui/trusted.ts";

/** Where the parts of pdf.js that are fetched as they are needed lie, beside the chunks. */
export const pdfAssets = (version: string): string =>
  new URL(/* @vite-ignore */ `../pdf-${version}/`, import.meta.url).href;

/** What pdf.js talks to: a worker where the page allows one, else its code on this thread. */
export async function createPdfPort(version: string): Promise<Worker | MessagePort> {
  const address = `${pdfAssets(version)}pdf.worker.min.mjs`;
  const worker = await tryWorker(address);
  if (worker) return worker;
  const { WorkerMessageHandler } = await import(/* @vite-ignore */ address);
  // It names itself on the page's window, where another pdf.js would find it.
  delete (globalThis as { pdfjsWorker?: unknown }).pdfjsWorker;
  const { port1, port2 } = new MessageChannel();
  port2.start();
  WorkerMessageHandler.initializeFromPort(port2);
  port1.start();
  return port1;
}

/** A page's policy may stop a worker without a word to the script: only its first message proves it. */
async function tryWorker(address: string): Promise<Worker | null> {
  if (blocked) return null;
  const source = await (await fetch(address, { credentials: "omit" })).text();
  const worker = startWorker(source, { type: "module" });
  const alive = worker !== null && await new Promise<boolean>((settle) => {
    worker.addEventListener("message", () => settle(true), { once: true });
    worker.addEventListener("error", () => settle(false), { once: true });
    setTimeout(() => settle(false), 5000);
  });
  if (alive) return worker;
  worker?.terminate();
  blocked = true;
  return null;
}

let blocked = false;
