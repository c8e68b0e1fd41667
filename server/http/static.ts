import { Hono } from "hono";
import type { Env } from "./env.ts";
import { Problem } from "./problem.ts";

const TYPES: Readonly<Record<string, string>> = {
  js: "text/javascript; charset=utf-8",
  mjs: "text/javascript; charset=utf-8",
  ttf: "font/ttf",
  pfb: "application/octet-stream",
  css: "text/css; charset=utf-8",
  wasm: "application/wasm",
  json: "application/json",
  svg: "image/svg+xml",
};

/** `/sdk/…`: the built elements, for any origin. Names with a hash never change. */
export const staticRoutes = new Hono<Env>().get("/sdk/*", async (c) => {
  const path = new URL(c.req.url).pathname;
  const type = TYPES[path.slice(path.lastIndexOf(".") + 1)];
  if (!type || !/^\/sdk\/v1\/[A-Za-z0-9._/-]+$/.test(path) || path.includes("..")) {
    throw new Problem("request.not-found");
  }
  const file = await Deno.readFile(c.var.services.static + path).catch(() => {
    throw new Problem("request.not-found");
  });
  const hash = new Uint8Array(await crypto.subtle.digest("SHA-256", file));
  const etag = `"${Array.from(hash.subarray(0, 12), (byte) => byte.toString(16).padStart(2, "0")).join("")}"`;
  const headers = {
    "Content-Type": type,
    "ETag": etag,
    "Access-Control-Allow-Origin": "*",
    "Cross-Origin-Resource-Policy": "cross-origin",
    "Cache-Control": path.includes("/chunks/")
      ? "public, max-age=31536000, immutable"
      : "public, max-age=300",
  };
  if (c.req.header("If-None-Match") === etag) return new Response(null, { status: 304, headers });
  return new Response(file, { headers });
});
