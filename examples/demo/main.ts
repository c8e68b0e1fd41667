/**
 * `deno task demo`: an invented clinic's site on one origin, the portal on another, seeded with invented
 * patients through the product's own import.
 * @module
 */
import { clearAllFailures, openData, startServer } from "@tuodossier/server";
import { buildElements } from "./build.ts";
import { demoAccessPage } from "./access-page.ts";
import { readOptions } from "./options.ts";
import { seedDemo } from "./seed.ts";
import { createSite } from "./site.ts";
import { demoState } from "./state.ts";
import { seedPatients } from "./data/mod.ts";

const say = (text: string) => Deno.stdout.writeSync(new TextEncoder().encode(`${text}\n`));

try {
  await startDemo();
} catch (error) {
  Deno.stderr.writeSync(new TextEncoder().encode(`${error instanceof Error ? error.message : error}\n`));
  Deno.exit(1);
}

async function startDemo(): Promise<void> {
  const options = readOptions(Deno.args);
  // The site's port first: when it is taken, that is said before any work.
  let answer: (request: Request) => Promise<Response> = () =>
    Promise.resolve(new Response("Starting…\n", { status: 503, headers: { "Retry-After": "2" } }));
  const site = listen(options.port, (request) => answer(request));
  const origin = `http://127.0.0.1:${site.addr.port}`;

  const portalPort = freePort();
  const endpoint = `http://localhost:${portalPort}`;
  const config = {
    data: options.data,
    baseUrl: endpoint,
    host: "127.0.0.1",
    port: portalPort,
    masterKey: null,
    static: new URL("../../components/dist", import.meta.url).pathname,
  };
  const clinics = await openData(config, Date.now);
  say("building the elements …");
  await buildElements();
  const clinic = await seedDemo(clinics, { data: options.data, say });
  await clinics.setOrigins(clinic.key, [origin]);
  const portal = await startServer(config, { clinics, log: () => {} });

  answer = createSite({
    hosts: () => [`127.0.0.1:${site.addr.port}`, `localhost:${site.addr.port}`],
    endpoint,
    key: clinic.key,
    state: () => demoState(clinics, { clinic, origin, endpoint }),
    accessPage: (codiceFiscale) => demoAccessPage(clinics, { key: clinic.key, codiceFiscale }),
    async resetAttempts() {
      for (const { db } of await clinics.all()) await clearAllFailures(db);
    },
  });
  const [{ enrolment, password }] = seedPatients;
  say(`ready ${origin}`);
  say(`sign in with ${enrolment.codiceFiscale} and "${password}"; the SMS codes are at ${origin}/demo`);

  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    Deno.addSignalListener(signal, async () => {
      await site.shutdown();
      await portal.stop();
      Deno.exit(0);
    });
  }
}

function listen(port: number, handler: (request: Request) => Promise<Response>) {
  try {
    return Deno.serve({ hostname: "127.0.0.1", port, onListen: () => {} }, handler);
  } catch (cause) {
    if (cause instanceof Deno.errors.AddrInUse) {
      throw new Error(`Port ${port} is taken: choose another with --port N`, { cause });
    }
    throw cause;
  }
}

function freePort(): number {
  const listener = Deno.listen({ hostname: "127.0.0.1", port: 0 });
  const { port } = listener.addr;
  listener.close();
  return port;
}
