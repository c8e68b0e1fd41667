import { type Context, Hono } from "hono";
import { trace } from "../accesses/trace.ts";
import { wantedPart } from "../http/range.ts";
import { requireDocument, visibleDocuments } from "../documents/visible.ts";
import type { Env } from "../http/env.ts";
import { Problem, problemResponse } from "../http/problem.ts";
import { requireSession } from "../http/session.ts";
import { readSeries } from "./bytes.ts";
import { type ReadySeries, readySeries } from "./layouts.ts";
import { seriesById } from "./store.ts";
import { findStudies } from "./studies.ts";

/** `/v1/studies`, `/v1/documents/{id}/studies`, `/v1/series`: a patient's images. */
export const imagingRoutes = new Hono<Env>();

imagingRoutes.get("/studies", requireSession, async (c) => {
  const { tenant, session } = c.var;
  const { patientId } = session;
  const documents = await visibleDocuments(tenant, session);
  await traceOf(c, "list", null);
  return c.json({
    items: await findStudies(tenant, { patientId, documentIds: documents.map(({ id }) => id) }),
  });
});

imagingRoutes.get("/documents/:id/studies", requireSession, async (c) => {
  const { tenant, session } = c.var;
  const document = await requireDocument(tenant, session, c.req.param("id"));
  await traceOf(c, "list", document.id);
  return c.json({
    items: await findStudies(tenant, { patientId: session.patientId, documentIds: [document.id] }),
  });
});

imagingRoutes.get("/studies/:id", requireSession, async (c) => {
  const { tenant, session } = c.var;
  const { patientId } = session;
  const documents = await visibleDocuments(tenant, session);
  const query = { patientId, id: c.req.param("id"), documentIds: documents.map(({ id }) => id) };
  const [study] = await findStudies(tenant, query);
  if (!study) throw new Problem("request.not-found");
  await traceOf(c, "read", study.id);
  return c.json(study);
});

imagingRoutes.get("/series/:id", requireSession, async (c) => {
  const { etag, plan } = await requireSeries(c, c.req.param("id"));
  const headers = { "ETag": etag, "Vary": "Accept-Encoding" };
  if (c.req.header("If-None-Match") === etag) return new Response(null, { status: 304, headers });
  const type = { ...headers, "Content-Type": "application/json" };
  if (acceptsGzip(c.req.header("Accept-Encoding"))) {
    const zipped = { ...type, "Content-Encoding": "gzip", "Content-Length": String(plan.length) };
    return new Response(c.req.method === "HEAD" ? null : plan, { headers: zipped });
  }
  const inflated = new Blob([plan]).stream().pipeThrough(new DecompressionStream("gzip"));
  return new Response(inflated, { headers: type });
});

imagingRoutes.get("/series/:id/bytes", requireSession, async (c) => {
  const { etag, byteLength, files } = await requireSeries(c, c.req.param("id"));
  const ifMatch = c.req.header("If-Match");
  if (ifMatch !== undefined && ifMatch !== "*" && ifMatch !== etag) {
    throw new Problem("request.precondition-failed");
  }
  const asked = { range: c.req.header("Range"), ifRange: c.req.header("If-Range") };
  const wanted = wantedPart(asked, etag, byteLength);
  if (wanted.kind === "outside") {
    const answer = problemResponse(new Problem("request.range"), c.var.requestId);
    answer.headers.set("Content-Range", `bytes */${byteLength}`);
    return answer;
  }
  const [start, end] = wanted.kind === "part" ? [wanted.start, wanted.end] : [0, byteLength];
  const headers = new Headers({
    "Content-Type": "application/octet-stream",
    "Accept-Ranges": "bytes",
    "ETag": etag,
    "Content-Length": String(end - start),
  });
  if (wanted.kind === "part") headers.set("Content-Range", `bytes ${start}-${end - 1}/${byteLength}`);
  const body = c.req.method === "HEAD" ? null : await readSeries(c.var.tenant, { files, start, end });
  return new Response(body, { status: wanted.kind === "part" ? 206 : 200, headers });
});

/** A series whose document the patient may see, its study's entry in the trace written. */
async function requireSeries(c: Context<Env>, id: string): Promise<ReadySeries> {
  const { tenant, session } = c.var;
  const series = await seriesById(tenant.db, { patientId: session.patientId, id });
  if (!series) throw new Problem("request.not-found");
  await requireDocument(tenant, session, series.documentId);
  await traceOf(c, "read", series.studyId);
  return await readySeries(tenant, series);
}

const traceOf = (c: Context<Env>, act: "list" | "read", objectId: string | null): Promise<void> => {
  const { id: sessionId, patientId } = c.var.session;
  return trace(c.var.tenant, { actor: "patient", act, room: "imaging", patientId, sessionId, objectId });
};

const acceptsGzip = (header: string | undefined): boolean =>
  (header ?? "").split(",").some((part) => /^\s*(gzip|\*)\s*(;\s*q=(?!0(\.0*)?\s*$).*)?$/i.test(part));
