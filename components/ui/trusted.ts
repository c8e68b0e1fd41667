interface Policy {
  createScriptURL(url: string): string;
}
interface Factory {
  createPolicy(name: string, rules: { createScriptURL: (url: string) => string }): Policy;
}

let policy: Policy | null | undefined;

/** The page's policy `tuo`, which lets only our own blobs start as workers; null where it may not be made. */
function tuoPolicy(): Policy | null {
  if (policy !== undefined) return policy;
  const { trustedTypes } = globalThis as { trustedTypes?: Factory };
  const createScriptURL = (url: string) => {
    if (!url.startsWith("blob:")) throw new TypeError("a worker of ours comes from a blob");
    return url;
  };
  try {
    policy = trustedTypes ? trustedTypes.createPolicy("tuo", { createScriptURL }) : { createScriptURL };
  } catch {
    policy = null;
  }
  return policy;
}

/**
 * Starts a worker from its whole source, the one way that works from another origin, under CSP and from
 * `file://`. Null where the page's policy allows none: do the work on the main thread.
 */
export function startWorker(source: string, options: WorkerOptions = {}): Worker | null {
  const trusted = tuoPolicy();
  if (!trusted || typeof Worker === "undefined") return null;
  const url = URL.createObjectURL(new Blob([source], { type: "text/javascript" }));
  try {
    return new Worker(trusted.createScriptURL(url), options);
  } catch {
    return null;
  } finally {
    // The fetch of the script has begun; some browsers still read the address a moment later.
    setTimeout(() => URL.revokeObjectURL(url), 10_000);
  }
}
