import type { Export, ExportRequest, TuoDossier, TuoError } from "@tuodossier/sdk";

/** A progress that moves, far from the limit of requests. */
const LOOK_EVERY = 800;
/** Looks in a row that may find no network before the patient is told. */
const BLIND_LOOKS = 5;

/**
 * Has an archive prepared, and tells how far it is until it is ready.
 *
 * @throws {TuoError} as the API; `signal`'s reason where it is stopped.
 */
export async function prepare(options: {
  readonly tuo: Pick<TuoDossier, "archive">;
  readonly request: ExportRequest;
  readonly signal: AbortSignal;
  /** Milliseconds between two looks. */
  readonly every?: number;
  readonly onProgress: (state: Export) => void;
}): Promise<Export> {
  const { tuo, signal, every = LOOK_EVERY, onProgress } = options;
  let state = await tuo.archive.create(options.request, { signal });
  let blind = 0;
  onProgress(state);
  while (state.state === "preparing") {
    await pause(every, signal);
    try {
      state = await tuo.archive.get(state.id, { signal });
      blind = 0;
      onProgress(state);
    } catch (error) {
      const lost = error instanceof Error && (error as TuoError).code === "network.lost";
      if (!lost || ++blind >= BLIND_LOOKS) throw error;
    }
  }
  return state;
}

async function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  signal.throwIfAborted();
  return new Promise((resolve, reject) => {
    const stop = () => {
      clearTimeout(timer);
      reject(signal.reason);
    };
    const timer = setTimeout(() => {
      signal.removeEventListener("abort", stop);
      resolve();
    }, milliseconds);
    signal.addEventListener("abort", stop, { once: true });
  });
}
