import { importCommand } from "./import/command.ts";

const utf8 = new TextEncoder();

Deno.exit(
  await importCommand({
    args: Deno.args,
    environment: Deno.env.toObject(),
    out: (line) => Deno.stdout.writeSync(utf8.encode(`${line}\n`)),
    err: { write: (text) => Deno.stderr.writeSync(utf8.encode(text)), isTerminal: Deno.stderr.isTerminal() },
    now: Date.now,
  }),
);
