import type { Context } from "hono";
import type { VerifiedBlob } from "../blobs/verified.ts";
import type { Env } from "./env.ts";

/** A whole file as an answer; `name` is made by the server. HEAD gets the same headers and no bytes. */
export function fileResponse(c: Context<Env>, blob: VerifiedBlob, name: string): Response {
  const { mediaType, bytes } = blob.facts;
  return new Response(c.req.method === "HEAD" ? null : blob.stream(), {
    headers: {
      "Content-Type": mediaType,
      "Content-Length": String(bytes),
      "Content-Disposition": `attachment; filename="${name}"`,
    },
  });
}
