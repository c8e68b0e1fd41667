import assert from "node:assert/strict";
import { createApp } from "../app.ts";
import type { Services } from "../http/env.ts";
import { openPortal, PORTAL } from "../testing/portal.ts";
import { openApiDocument } from "./document.ts";
import { operations } from "./operations.ts";

/** Routes are mounted without looking at what they will run on. */
const { routes } = createApp({} as Services);

Deno.test("every route of the API is described, and nothing else is", () => {
  const mounted = routes.filter(({ method, path }) => method !== "ALL" && path.startsWith("/t/:key/v1/"))
    .map(({ method, path }) =>
      `${method} ${path.slice("/t/:key".length).replace(/:([a-z]+)/g, "{$1}").replace(/\/$/, "")}`
    );
  const described = operations.map(({ method, path }) => `${method.toUpperCase()} ${path}`);
  assert.deepEqual(described.toSorted(), [...new Set(mounted)].sort());
});

Deno.test("every reference leads somewhere, every path names its parameters", () => {
  const document = openApiDocument();
  const text = JSON.stringify(document);
  const { schemas } = document.components as { schemas: Record<string, unknown> };
  for (const [, name] of text.matchAll(/"\$ref":"#\/components\/schemas\/([^"]+)"/g)) {
    assert.ok(name in schemas, name);
  }
  assert.doesNotMatch(text, /#\/\$defs|#\/definitions/);
  for (const [path, methods] of Object.entries(document.paths as Record<string, Record<string, unknown>>)) {
    for (const operation of Object.values(methods)) {
      const { parameters } = operation as { parameters: { name: string; in: string }[] };
      const named = parameters.filter((parameter) => parameter.in === "path").map(({ name }) => `{${name}}`);
      assert.deepEqual(named, path.match(/\{[a-z]+\}/g) ?? []);
    }
  }
});

Deno.test("the description is public, for any origin", async () => {
  await using portal = await openPortal();
  const response = await portal.fetchFrom("https://anybody.example")(`${PORTAL}/v1/openapi.json`);
  assert.equal(response.headers.get("Access-Control-Allow-Origin"), "*");
  assert.equal((await response.json()).openapi, "3.1.0");
});
