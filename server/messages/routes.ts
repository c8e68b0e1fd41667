import { type Context, Hono } from "hono";
import { readBody } from "../http/body.ts";
import type { Env } from "../http/env.ts";
import type { SmsReport } from "../sms/sms.ts";

const LIMIT = 16 * 1024;

/** `/v1/messages/{receipt}`: where a gateway reports what became of an SMS. Whoever asks learns nothing. */
export const messageRoutes = new Hono<Env>()
  .get("/:receipt", (c) => report(c, fieldsOf(new URL(c.req.url).searchParams)))
  .post("/:receipt", async (c) => {
    const text = new TextDecoder().decode(await readBody(c.req.raw, { limit: LIMIT }));
    const said = /\bjson\b/i.test(c.req.header("Content-Type") ?? "")
      ? jsonOf(text)
      : fieldsOf(new URLSearchParams(text));
    return await report(c, { ...fieldsOf(new URL(c.req.url).searchParams), ...said });
  });

async function report(c: Context<Env>, said: SmsReport): Promise<Response> {
  await c.var.tenant.post.report(c.req.param("receipt") ?? "", said);
  return c.body(null, 204);
}

const fieldsOf = (fields: URLSearchParams): SmsReport => Object.fromEntries(fields);

function jsonOf(text: string): SmsReport {
  try {
    const json: unknown = JSON.parse(text);
    return typeof json === "object" && json !== null ? { ...json } : {};
  } catch {
    return {};
  }
}
