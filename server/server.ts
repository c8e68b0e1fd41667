import { createApp } from "./app.ts";
import { openBlocklist } from "./auth/passwords/blocklist.ts";
import { createProofVerifier } from "./auth/sessions/proof.ts";
import { openResets } from "./auth/reset/worker.ts";
import type { Clinics } from "./clinic/clinics.ts";
import type { Config } from "./config.ts";
import { openData } from "./data.ts";
import { type Log, writeLog } from "./log.ts";
import type { Gateways } from "./messages/post.ts";
import { openEndpoint } from "./operator/endpoint.ts";

/** A portal that answers. */
export interface RunningServer {
  readonly clinics: Clinics;
  /** Where it listens; its public address is the configured base URL. */
  readonly port: number;
  stop(): Promise<void>;
}

/**
 * Starts the portal. Without gateways its messages stay in the clinics' databases. The clinics are closed with it,
 * also where it cannot start.
 * @throws {Error} with a sentence: taken port, missing build, unusable data folder.
 */
export async function startServer(
  config: Config,
  ports: { now?: () => number; log?: Log; clinics?: Clinics; gateways?: Gateways } = {},
): Promise<RunningServer> {
  const now = ports.now ?? Date.now;
  await Deno.stat(`${config.static}/sdk/v1/tuodossier.js`).catch(() => {
    throw new Error(`There is no build in ${config.static}: run "deno task build" first`);
  });
  const log = ports.log ?? writeLog(now);
  const isListed = config.passwordBlocklist ? await openBlocklist(config.passwordBlocklist) : undefined;
  await using opened = new AsyncDisposableStack();
  const clinics = ports.clinics ?? await openData({ ...config, gateways: ports.gateways, log }, now);
  opened.defer(clinics.close);
  const resets = openResets({ clinics, log });
  opened.defer(resets.stop);
  const services = {
    clinics,
    proofs: createProofVerifier(now),
    baseUrl: config.baseUrl,
    static: config.static,
    now,
    log,
    trustedProxies: config.trustedProxies,
    resets,
    isListed,
  };
  const app = createApp(services);
  const server = listen(config, app.fetch);
  opened.defer(() => server.shutdown());
  const operator = await openEndpoint({ folder: config.data, clinics });
  opened.defer(() => operator.stop());
  const closing = opened.move();
  return {
    clinics,
    port: server.addr.port,
    stop: () => closing.disposeAsync(),
  };
}

type Answer = (request: Request, bindings: { peer: string }) => Response | Promise<Response>;

function listen(config: Config, fetch: Answer) {
  try {
    return Deno.serve(
      { hostname: config.host, port: config.port, onListen: () => {} },
      (request, { remoteAddr }) => fetch(request, { peer: remoteAddr.hostname }),
    );
  } catch (cause) {
    if (cause instanceof Deno.errors.AddrInUse) {
      throw new Error(`Port ${config.port} is taken: choose another with TUO_PORT`, { cause });
    }
    throw cause;
  }
}
