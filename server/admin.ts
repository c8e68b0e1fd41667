import { adminCommand } from "./admin/cli.ts";

const utf8 = new TextEncoder();

Deno.exit(
  await adminCommand({
    args: Deno.args,
    environment: Deno.env.toObject(),
    out: (line) => Deno.stdout.writeSync(utf8.encode(`${line}\n`)),
    err: (line) => Deno.stderr.writeSync(utf8.encode(`${line}\n`)),
  }),
);
