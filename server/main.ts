import { readConfig } from "./config.ts";
import { openGateways, requireGateways } from "./messages/gateways.ts";
import { startServer } from "./server.ts";

try {
  const config = readConfig(Deno.env.toObject());
  const gateways = await openGateways(config);
  requireGateways(gateways);
  const server = await startServer(config, { gateways });
  Deno.stderr.writeSync(new TextEncoder().encode(`ready ${config.baseUrl}\n`));
  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    Deno.addSignalListener(signal, () => void server.stop().then(() => Deno.exit(0)));
  }
} catch (error) {
  Deno.stderr.writeSync(new TextEncoder().encode(`${error instanceof Error ? error.message : error}\n`));
  Deno.exit(1);
}
