import assert from "node:assert/strict";
import { type Module, modulesOf } from "./modules.ts";

const sdk = modulesOf("sdk");
const components = modulesOf("components");
const server = modulesOf("server");
const all = [...sdk, ...components, ...server];

const nameOf = ({ path }: Module) => path.slice(path.lastIndexOf("/") + 1);
const rooms = new Set([
  "auth",
  "documents",
  "imaging",
  "archive",
  "consents",
  "profile",
  "help",
  "accesses",
  "clinic",
]);
const roomOf = (path: string) => path.split("/").length > 2 ? path.split("/")[1] : "";
/** `path → target` for every import that breaks a rule. */
const breaches = (modules: readonly Module[], wrong: (module: Module, target: string) => boolean) =>
  modules.flatMap((module) =>
    module.imports.filter(({ target }) => wrong(module, target)).map(({ target }) =>
      `${module.path} → ${target}`
    )
  );

Deno.test("the sdk imports nothing of ours but itself", () => {
  assert.deepEqual(
    breaches(sdk, (_, target) => /^(server|components|examples|@tuodossier)/.test(target)),
    [],
  );
});

Deno.test("components import the sdk, and never the server", () => {
  assert.deepEqual(
    breaches(components, (_, target) => /^(server|examples|sdk\/|@tuodossier\/(?!sdk))/.test(target)),
    [],
  );
});

Deno.test("the server imports the sdk, and never the components", () => {
  assert.deepEqual(
    breaches(server, (_, target) => /^(components|examples|sdk\/|@tuodossier\/(?!sdk))/.test(target)),
    [],
  );
});

Deno.test("only routes, http and the app import hono", () => {
  const may = (module: Module) =>
    nameOf(module) === "routes.ts" || module.path === "server/app.ts" || roomOf(module.path) === "http";
  assert.deepEqual(breaches(server, (module, target) => /^hono\b/.test(target) && !may(module)), []);
});

Deno.test("only stores and db import kysely", () => {
  const may = (module: Module) =>
    /(^|-)store\.ts$/.test(nameOf(module)) || roomOf(module.path) === "db" ||
    module.path === "server/tenant.ts";
  assert.deepEqual(breaches(server, (module, target) => /^kysely\b/.test(target) && !may(module)), []);
});

Deno.test("a vendor stands behind one folder", () => {
  const homes: Readonly<Record<string, RegExp>> = {
    "@libsql/client": /^server\/db\//,
    "@cantoo": /^server\/paper\//,
    "lean-qr": /^(server\/paper|components\/login\/page)\//,
    "@node-rs/argon2": /^server\/auth\/passwords\/hash\.ts$/,
    "@oslojs": /^server\/keys\/oslo\.ts$/,
    "arctic": /^server\/auth\/oidc\/arctic\.ts$/,
    "jose": /^server\/auth\/(sessions\/proof\.ts|oidc\/[a-z-]+\.ts)$/,
    "nodemailer": /^server\/mail\/smtp\.ts$/,
    "daikon": /^sdk\/dicom\//,
    "pdfjs-dist": /^components\/documents\/report\//,
  };
  const wrong = (module: Module, target: string) =>
    Object.entries(homes).some(([vendor, home]) =>
      (target === vendor || target.startsWith(`${vendor}/`)) && !home.test(module.path)
    );
  assert.deepEqual(breaches(all, wrong), []);
});

Deno.test("a room reaches another through its face, never through its store or routes", () => {
  const wrong = (module: Module, target: string) =>
    rooms.has(roomOf(target)) && roomOf(target) !== roomOf(module.path) &&
    !["server/app.ts", "server/mod.ts"].includes(module.path) && /(store|routes)\.ts$/.test(target);
  assert.deepEqual(breaches(server, wrong), []);
});

Deno.test("the trace depends on no other room", () => {
  const trace = server.filter(({ path }) => roomOf(path) === "accesses" && !path.endsWith("routes.ts"));
  assert.deepEqual(
    breaches(trace, (_, target) => rooms.has(roomOf(target)) && roomOf(target) !== "accesses"),
    [],
  );
});

Deno.test("the viewer's engine knows no Lit, no SDK client, no network", () => {
  const engine = components.filter(({ path }) => path.startsWith("components/viewer/engine/"));
  assert.deepEqual(breaches(engine, (_, target) => /^lit\b/.test(target)), []);
  const clients = engine.filter(({ imports }) =>
    imports.some(({ target, types }) => target === "@tuodossier/sdk" && !types)
  );
  assert.deepEqual(clients.map(({ path }) => path), []);
  assert.deepEqual(engine.filter(({ source }) => /\bfetch\(/.test(source)).map(({ path }) => path), []);
});

Deno.test("there are no cycles", () => {
  const byPath = new Map(all.map((module) => [module.path, module]));
  const done = new Set<string>();
  const cycles: string[] = [];
  const visit = (path: string, trail: readonly string[]): void => {
    if (trail.includes(path)) {
      return void cycles.push([...trail.slice(trail.indexOf(path)), path].join(" → "));
    }
    if (done.has(path)) return;
    for (const { target, types } of byPath.get(path)?.imports ?? []) {
      if (!types && byPath.has(target)) visit(target, [...trail, path]);
    }
    done.add(path);
  };
  for (const { path } of all) visit(path, []);
  assert.deepEqual(cycles, []);
});

Deno.test("files are small and their names say what is inside", () => {
  const generated = (path: string) => /migrations|generated/.test(path);
  assert.deepEqual(
    all.filter(({ path, bytes }) => bytes > 16_384 && !generated(path)).map(({ path }) => path),
    [],
  );
  const drawer = /(^|\/)(utils?|helpers?|common|core|misc|shared)(\/|\.ts$)/;
  assert.deepEqual(all.filter(({ path }) => drawer.test(path)).map(({ path }) => path), []);
  assert.deepEqual(all.filter(({ path }) => /[A-Z_]/.test(path)).map(({ path }) => path), []);
});

Deno.test("nothing unfinished, untyped or unsafe is left in the sources", () => {
  const unfinished = /\b(TODO|FIXME|HACK|XXX)\b|@ts-ignore|@ts-nocheck/;
  const unsafe = /console\.log|: any\b|as any\b|unsafeHTML|innerHTML|\beval\(/;
  const found = all.filter(({ source }) => unfinished.test(source) || unsafe.test(withoutComments(source)));
  assert.deepEqual(found.map(({ path }) => path), []);
});

const withoutComments = (source: string) => source.replace(/\/\*[^]*?\*\//g, "").replace(/\/\/ .*$/gm, "");
