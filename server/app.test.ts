import assert from "node:assert/strict";
import { createTransport } from "@tuodossier/sdk";
import { PROBLEMS } from "@tuodossier/sdk/contract";
import { publish } from "./documents/room.testing.ts";
import type { Caller } from "./openapi/operation.ts";
import { operations } from "./openapi/operations.ts";
import { CLINIC_SITE, openPortal, PORTAL, type TestPortal } from "./testing/portal.ts";
import { rawSender, type Send } from "./testing/raw.ts";

const JSON_TYPE = { "Content-Type": "application/json" };

/** Bodies of every wrong kind; none of them is what any route expects. */
const BODIES: readonly (readonly [type: string, body: string])[] = [
  ["application/json", ""],
  ["application/json", "{"],
  ["application/json", "null"],
  ["application/json", "[]"],
  ["application/json", "0"],
  ["application/json", '"x"'],
  ["application/json", "{}"],
  ["application/json", '{"__proto__":{"obscured":true}}'],
  ["application/json", '{"constructor":1,"toString":2}'],
  ["application/json", '{"obscured":true,"obscured":true}'],
  ["application/json", '{"obscured":"true"}'],
  ["application/json", '{"obscured":true,"more":1}'],
  ["application/json", '{"studies":[1,{},null],"documents":"x"}'],
  ["application/json", '{"grantType":["refresh_token"],"refreshToken":{}}'],
  ["application/json", '{"topic":[],"text":{},"answerBy":1,"contact":null}'],
  ["application/json", '{"challenge":"\\u0000","code":1e999}'],
  ["application/json", `{"a":${"[".repeat(5000)}${"]".repeat(5000)}}`],
  ["application/json", `{"text":"${"x".repeat(70_000)}"}`],
  ["application/json", '{"\\ud800":1}'],
  [
    "application/json",
    '{"topic":"other","text":"\\u0000\\ud800","answerBy":"email","contact":"\\ud800\\u0000"}',
  ],
  [
    "application/json",
    '{"codiceFiscale":"\\u0000\\ud800","givenName":"\\ud800","familyName":"\\u0000","birthDate":"1980-01-01",' +
    '"sex":"U","phone":"+390000000"}',
  ],
  ["text/plain", "{}"],
  ["application/x-www-form-urlencoded", "grant_type=x&grant_type=y"],
  ["multipart/form-data", "x"],
  ["application/json; charset=utf-16", "{}"],
];
const QUERIES = [
  "",
  "?limit=x",
  "?limit=5&limit=6",
  "?unknown=1",
  "?cursor=%00",
  "?sort[]=date",
  "?text=%ff%fe",
];
const VALUES = [
  "x",
  "%00",
  "..%2f..%2f",
  "'%20OR%201=1",
  crypto.randomUUID(),
  "1e9",
  "%F0%9F%92%A9",
  "a".repeat(3000),
];

Deno.test("whatever is sent to any route, the answer is an answer or a problem, never a failure", async () => {
  await using portal = await openPortal();
  const { patientId, codiceFiscale } = await portal.addPatient();
  await publish(portal.tenant, { patientId, number: 1 });
  await portal.signIn(codiceFiscale);
  const senders = await sendersOf(portal);
  let turn = 0;
  for (const { method, path, caller, body: takesBody } of operations) {
    if (path === "/v1/auth/sign-out") continue;
    const send = senders(caller);
    const statuses = new Set<number>();
    const verb = method.toUpperCase();
    const filled = () => path.replace(/\{[a-z]+\}/g, () => VALUES[turn++ % VALUES.length]);
    const requests = [
      ...QUERIES.map((query) => ({ method: verb, path: filled() + query })),
      ...VALUES.map(() => ({
        method: verb,
        path: filled(),
        headers: { "If-Match": "\\", "Range": "bytes=9-1" },
      })),
      ...(verb === "GET" ? [] : BODIES).map(([type, body]) => ({
        method: verb,
        path: filled(),
        headers: { "Content-Type": type, "If-Match": '"1"' },
        body,
      })),
    ];
    for (const request of requests) {
      // What is allowed in a minute is tested elsewhere.
      portal.advance(250);
      const answer = await send(request);
      const what = `${request.method} ${request.path.slice(0, 80)} → ${answer.status}`;
      statuses.add(answer.status);
      assert.ok(answer.status < 500, what);
      if (answer.status < 400) continue;
      assert.equal(answer.headers.get("Content-Type"), "application/problem+json", what);
      const problem = await answer.json();
      assert.deepEqual(PROBLEMS[problem.code as keyof typeof PROBLEMS], [answer.status, problem.title], what);
      assert.equal(answer.headers.get("X-Content-Type-Options"), "nosniff");
    }
    // What was sent got as far as the route's own reading of it.
    if (takesBody) {
      for (const status of [400, 413, 415]) assert.ok(statuses.has(status), `${path} ${status}`);
    }
  }
  assert.deepEqual(portal.logs.filter(({ event }) => event === "request.failed"), []);
});

/** How each kind of caller sends, everything about the caller being right. */
async function sendersOf(portal: TestPortal): Promise<(caller: Caller) => Send> {
  const { key } = portal.tenant.clinic;
  const session = await rawSender(portal);
  const { clientId, clientSecret } = await portal.clinics.addClient(key);
  const bare =
    (origin: string | null, more: Record<string, string> = {}): Send => ({ path, headers, ...init }) =>
      portal.fetchFrom(origin)(`${PORTAL}/t/${key}${path}`, { ...init, headers: { ...headers, ...more } });
  const credentials = { grant_type: "client_credentials", client_id: clientId, client_secret: clientSecret };
  const body = new URLSearchParams(credentials);
  const token = await bare(null)({ method: "POST", path: "/v1/clinic/token", body });
  const client = bare(null, { Authorization: `Bearer ${(await token.json()).access_token}` });
  return (caller) =>
    caller === "portal"
      ? bare(PORTAL)
      : caller === "client"
      ? client
      : caller === "anybody"
      ? bare(null)
      : session;
}

Deno.test("an address that is none is 404, a method that is none there 405 with those that are", async () => {
  await using portal = await openPortal();
  const { codiceFiscale } = await portal.addPatient();
  await portal.signIn(codiceFiscale);
  const send = await rawSender(portal);
  const base = `${PORTAL}/t/${portal.tenant.clinic.key}`;
  for (
    const url of ["/", "/t/pk_none/v1/documents", "/v2", "/t/", "/%", "//", "/sdk/", "/sdk/v1/../../x.js"]
  ) {
    assert.equal((await portal.fetch(PORTAL + url)).status, 404, url);
  }
  assert.equal((await portal.fetch(`${base}/v1/nothing`)).status, 404);
  for (const { path, method } of operations) {
    const wrong = method === "get" ? "DELETE" : "GET";
    const taken = operations.filter((other) => other.path === path).map((other) =>
      other.method.toUpperCase()
    );
    if (taken.includes(wrong)) continue;
    const answer = await send({ method: wrong, path: path.replace(/\{[a-z]+\}/g, "x") });
    assert.equal(answer.status, 405, path);
    const allow = answer.headers.get("Allow")!.split(", ");
    assert.deepEqual(allow.filter((one) => one !== "HEAD"), taken.toSorted(), path);
  }
});

Deno.test("a session of one clinic is nobody's at another, on the same site too", async () => {
  await using portal = await openPortal();
  const other = await portal.clinics.add({ name: "Altra clinica", origins: [CLINIC_SITE] });
  const { codiceFiscale, patientId } = await portal.addPatient();
  const id = await publish(portal.tenant, { patientId, number: 1 });
  await portal.signIn(codiceFiscale);
  const { keyPair, tokens } = (await portal.keyStore.load(portal.tenant.clinic.key))!;
  const options = { endpoint: PORTAL, now: portal.tenant.now, fetch: portal.fetch };
  const proven = { key: keyPair, accessToken: tokens.accessToken };
  const here = createTransport({ ...options, key: portal.tenant.clinic.key });
  const there = createTransport({ ...options, key: other.clinic.key });
  for (
    const path of ["/v1/documents", `/v1/documents/${id}`, "/v1/consents", "/v1/accesses", "/v1/profile"]
  ) {
    assert.equal((await here({ method: "GET", path }, proven)).status, 200);
    await assert.rejects(there({ method: "GET", path }, proven), { code: "auth.signed-out" });
  }
});

Deno.test("HEAD tells of every readable address what GET tells, its length too", async () => {
  await using portal = await openPortal();
  const { codiceFiscale } = await portal.addPatient();
  await portal.signIn(codiceFiscale);
  const send = await rawSender(portal);
  for (const path of ["/v1/documents", "/v1/profile", "/v1/help", "/v1/documents/x", "/v1/nothing"]) {
    const [head, get] = [await send({ method: "HEAD", path }), await send({ method: "GET", path })];
    assert.equal(head.status, get.status);
    assert.equal((await head.bytes()).length, 0);
    assert.equal(head.headers.get("Content-Length"), String((await get.bytes()).length), path);
  }
});

Deno.test("a session has three hundred requests a minute; image bytes are counted apart", async () => {
  await using portal = await openPortal();
  const [one, two] = [await portal.addPatient(), await portal.addPatient()];
  await portal.signIn(one.codiceFiscale);
  const send = await rawSender(portal);
  const help = { method: "GET", path: "/v1/profile" };
  const statuses: number[] = [];
  for (let count = 0; count < 310; count++) statuses.push((await send(help)).status);
  // The sender's own first request counts.
  assert.equal(statuses.filter((status) => status === 200).length, 299);
  const refused = await send(help);
  assert.equal(refused.status, 429);
  assert.equal(refused.headers.get("Retry-After"), "60");
  assert.equal((await send({ method: "GET", path: `/v1/series/${crypto.randomUUID()}/bytes` })).status, 404);
  await portal.signIn(two.codiceFiscale);
  assert.equal((await (await rawSender(portal))(help)).status, 200);
  portal.advance(60_000);
  assert.equal((await send(help)).status, 200);
});

Deno.test("personal data planted in requests and records are in no log", async () => {
  await using portal = await openPortal();
  const canary = "Canarino";
  const { patientId, codiceFiscale } = await portal.addPatient({
    codiceFiscale: "CNRCNR80A01Z999X",
    familyName: canary,
    phone: "+393339998887",
    email: "canarino@example.test",
  });
  const entry = { services: [`${canary} servizio`], author: canary, accession: `${canary}/1` };
  const id = await publish(portal.tenant, { patientId, number: 1, entry });
  const tuo = await portal.signIn(codiceFiscale);
  await tuo.documents.list({ text: canary });
  await tuo.documents.content(id);
  await tuo.accesses.list();
  await tuo.help.request({
    topic: "other",
    text: canary,
    answerBy: "email",
    contact: "canarino@example.test",
  });
  const send = await rawSender(portal);
  await send({ method: "GET", path: `/v1/documents/${canary}?text=${canary}&${canary}=1` });
  await send({
    method: "POST",
    path: "/v1/help/requests",
    headers: JSON_TYPE,
    body: `{"${canary}":"${canary}"}`,
  });
  await portal.fetch(`${PORTAL}/t/${canary}/v1/documents`, { headers: { Origin: CLINIC_SITE } });
  const { tokens } = (await portal.keyStore.load(portal.tenant.clinic.key))!;
  const logs = JSON.stringify(portal.logs);
  assert.ok(portal.logs.length > 10);
  for (
    const word of [canary, "9998887", codiceFiscale, tokens.accessToken, tokens.refreshToken, id, patientId]
  ) {
    assert.ok(!logs.toLowerCase().includes(word.toLowerCase()), word);
  }
});
