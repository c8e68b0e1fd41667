import * as v from "valibot";
import { runCommand } from "../admin/commands.ts";
import type { Clinics } from "../clinic/clinics.ts";
import { MINUTE } from "../clock.ts";
import { readBody } from "../http/body.ts";
import { MAX_FILE_BYTES } from "../import/run.ts";
import { assignedTarget, type ImportTarget } from "../import/target.ts";
import { newSecret, sameText } from "../keys/secret.ts";
import { removeAddress, writeAddress } from "./address.ts";
import { Begin, Command, Entry } from "./protocol.ts";

/** The operator's way into a running server, for commands that would otherwise open its databases. */
export interface OperatorEndpoint {
  stop(): Promise<void>;
}

const RUNS_KEPT = 100;
const PATHS = /^\/(imports|commands|imports\/([a-zA-Z0-9_-]{43})\/(instances|papers))$/;

/** Listens on a free port of the loopback interface, and writes where into the data folder. */
export async function openEndpoint(facts: { folder: string; clinics: Clinics }): Promise<OperatorEndpoint> {
  const { folder, clinics } = facts;
  const token = newSecret();
  const runs = new Map<string, ImportTarget>();

  const answer = async (request: Request): Promise<Response> => {
    const given = /^Bearer (\S+)$/.exec(request.headers.get("Authorization") ?? "")?.[1];
    // A page in a browser on this machine cannot know the token, and is not let in by any other way.
    if (!given || !sameText(given, token)) return new Response(null, { status: 401 });
    const url = new URL(request.url);
    const [, path, id = "", kind] = PATHS.exec(url.pathname) ?? [];
    if (request.method !== "POST" || !path) return new Response(null, { status: 404 });
    if (path === "imports") {
      const run = newSecret();
      runs.set(run, await assignedTarget(clinics, v.parse(Begin, await request.json())));
      if (runs.size > RUNS_KEPT) runs.delete(runs.keys().next().value!);
      return Response.json({ id: run });
    }
    if (path === "commands") {
      return Response.json({ lines: await runCommand(clinics, v.parse(Command, await request.json())) });
    }
    const target = runs.get(id);
    if (!target) return new Response(null, { status: 404 });
    const bytes = await readBody(request, { limit: MAX_FILE_BYTES, patience: 10 * MINUTE });
    if (kind === "instances") return Response.json(await target.instance(bytes));
    return Response.json(await target.paper(bytes, v.parse(Entry, url.searchParams.get("entry"))));
  };

  const server = Deno.serve({ hostname: "127.0.0.1", port: 0, onListen: () => {} }, async (request) => {
    try {
      return await answer(request);
    } catch (error) {
      return Response.json({ sentence: error instanceof Error ? error.message : "It failed" }, {
        status: 422,
      });
    }
  });
  await writeAddress(folder, { url: `http://127.0.0.1:${server.addr.port}`, token });
  return {
    async stop() {
      await removeAddress(folder);
      await server.shutdown();
    },
  };
}
