import { Hono } from "hono";
import type { Env } from "../http/env.ts";
import { openApiDocument } from "./document.ts";

const text = JSON.stringify(openApiDocument());

/** `/v1/openapi.json`: the API's description, the same for every clinic, for any origin. */
export const openApiRoutes = new Hono<Env>().get("/v1/openapi.json", () =>
  new Response(text, {
    headers: {
      "Content-Type": "application/json",
      "Access-Control-Allow-Origin": "*",
      "Cross-Origin-Resource-Policy": "cross-origin",
      "Cache-Control": "public, max-age=300",
    },
  }));
