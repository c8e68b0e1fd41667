import { type Export, ExportRequest, Id, Secret } from "@tuodossier/sdk/contract";
import { type Context, Hono } from "hono";
import * as v from "valibot";
import { requireRecentSignIn } from "../auth/sessions/sessions.ts";
import { jsonBody } from "../http/body.ts";
import type { Env } from "../http/env.ts";
import { Problem, problemResponse } from "../http/problem.ts";
import { requireSession } from "../http/session.ts";
import { openDownload } from "./downloads.ts";
import { createExport, giveTicket, listExports, requireExport } from "./exports.ts";

/** `/v1/exports`: archives to take home. */
export const exportRoutes = new Hono<Env>()
  .use(requireSession)
  .post("/", async (c) => {
    const { tenant, session } = c.var;
    if (tenant.clinic.settings.stepUpForExport) requireRecentSignIn(session, tenant.now());
    const made = await createExport(tenant, session, await jsonBody(c, ExportRequest));
    return c.json(made, 201);
  })
  .get("/", async (c) => {
    const items: Export[] = await listExports(c.var.tenant, c.var.session.patientId);
    return c.json({ items });
  })
  .get("/:id", async (c) => c.json(await requireExport(c.var.tenant, c.var.session.patientId, idOf(c))))
  .post("/:id/volumes/:volume/ticket", async (c) => {
    const number = c.req.param("volume");
    if (!/^[1-9]\d{0,5}$/.test(number)) throw new Problem("request.not-found");
    return c.json(
      await giveTicket(c.var.tenant, c.var.session, { id: idOf(c), volume: Number(number) }),
      201,
    );
  });

/**
 * `/v1/downloads/{ticket}`: a browser streams a volume to disk, and resumes it. The ticket is all it shows.
 */
export const downloadRoutes = new Hono<Env>().get("/:ticket", async (c) => {
  const ticket = c.req.param("ticket");
  if (!v.is(Secret, ticket)) throw new Problem("archive.ticket-over");
  const headers = { range: c.req.header("Range"), ifRange: c.req.header("If-Range") };
  const { name, etag, bytes, wanted, body } = await openDownload(c.var.tenant, ticket, headers);
  if (wanted.kind === "outside") {
    const refusal = problemResponse(new Problem("request.range"), c.var.requestId);
    refusal.headers.set("Content-Range", `bytes */${bytes}`);
    return refusal;
  }
  const part = wanted.kind === "part" ? wanted : null;
  return new Response(c.req.method === "HEAD" ? null : await body(), {
    status: part ? 206 : 200,
    headers: {
      "Accept-Ranges": "bytes",
      "Cache-Control": "private, no-store, no-transform",
      "Content-Disposition": `attachment; filename="${name}"`,
      "Content-Length": String(part ? part.end - part.start : bytes),
      ...(part ? { "Content-Range": `bytes ${part.start}-${part.end - 1}/${bytes}` } : {}),
      "Content-Type": "application/zip",
      "ETag": etag,
    },
  });
});

function idOf(c: Context<Env, "/:id">): string {
  const id = c.req.param("id");
  if (!v.is(Id, id)) throw new Problem("request.not-found");
  return id;
}
