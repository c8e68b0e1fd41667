import assert from "node:assert/strict";
import * as v from "valibot";
import { createTuoDossier, type TuoDossier } from "../client.ts";
import * as contract from "../contract/mod.ts";
import { documents as invented } from "./data.ts";
import { createTestDossier, type TestDossier } from "./mod.ts";
import type { TuoError } from "../problem.ts";

const uuid = (number: number) => `01900000-0000-7000-8000-${String(number).padStart(12, "0")}`;

/** Forty documents, many of them alike in what they are sorted by. */
const many = Array.from({ length: 40 }, (_, index): contract.Document => ({
  ...invented[index % 2],
  id: uuid(index),
  date: `2025-0${1 + index % 3}-10`,
  services: index % 4 ? ["Ecografìa addome"] : [],
  etag: `"${index}"`,
}));

const plan: contract.SeriesPlan = {
  id: uuid(900),
  studyId: uuid(901),
  modality: "CR",
  description: "",
  number: 1,
  etag: '"s"',
  byteLength: 4,
  instances: [],
};
const access: contract.Access = {
  sequence: 1,
  at: "2026-01-15T09:00:00.000Z",
  actor: "patient",
  who: null,
  act: "sign-in",
  room: "auth",
  objectId: null,
  purpose: null,
};
const full = () =>
  createTestDossier({
    signedIn: true,
    accesses: [access],
    series: [{ plan, bytes: new Uint8Array([1, 2, 3, 4]) }],
    now: () => Date.UTC(2026, 0, 15),
  });

/** A portal whose answers are the double's: what the real client makes of them is compared with the double. */
async function realBefore(double: TestDossier): Promise<TuoDossier> {
  const json = async (answer: Promise<unknown>) => {
    const value = await answer;
    if (value instanceof Blob || value instanceof Uint8Array) return new Response(value as Blob);
    return Response.json(value);
  };
  const secret = "s".repeat(43);
  const tokens = {
    accessToken: secret,
    refreshToken: secret,
    expiresIn: 300,
    endsAt: "2099-01-01T00:00:00.000Z",
  };
  const routes: [RegExp, (id: string, request: Request) => Promise<unknown>][] = [
    [/^GET \/auth\/nonce$/, async () => null],
    [/^POST \/auth\/token$/, async () => ({ ...tokens, idle: 1800 })],
    [/^POST \/auth\/activity$/, () => double.session.extend()],
    [/^GET \/auth\/sessions$/, () => double.session.list()],
    [
      /^GET \/documents$/,
      (_, { url }) => double.documents.list(Object.fromEntries(new URL(url).searchParams)),
    ],
    [/^GET \/documents\/([\w-]+)$/, (id) => double.documents.get(id)],
    [/^GET \/documents\/([\w-]+)\/content$/, (id) => double.documents.content(id)],
    [/^GET \/documents\/([\w-]+)\/studies$/, (id) => double.imaging.studies(id)],
    [/^PUT \/documents\/([\w-]+)\/obscured$/, async (id, request) =>
      double.documents.setObscured(
        { id, etag: request.headers.get("If-Match")! },
        (await request.json()).obscured,
      )],
    [/^GET \/studies$/, () => double.imaging.allStudies()],
    [/^GET \/studies\/([\w-]+)$/, (id) => double.imaging.study(id)],
    [/^GET \/series\/([\w-]+)$/, (id) => double.imaging.plan(id)],
    [/^GET \/series\/([\w-]+)\/bytes$/, (id, { headers }) => {
      const [first, last] = headers.get("Range")!.match(/\d+/g)!.map(Number);
      return double.imaging.bytes({ id, etag: headers.get("If-Match")! }, [first, last - first + 1]);
    }],
    [/^POST \/exports$/, async (_, request) => double.archive.create(await request.json())],
    [/^GET \/exports\/([\w-]+)$/, (id) => double.archive.get(id)],
    [/^POST \/exports\/([\w-]+)\/volumes\/1\/ticket$/, async (id) => {
      const { ticket, url } = await double.archive.ticket(id, 1);
      return { ticket, url: new URL(url).pathname };
    }],
    [/^GET \/consents$/, () => double.consents.list()],
    [/^GET \/consents\/([\w-]+)\/content$/, (id) => double.consents.content(id)],
    [/^GET \/profile$/, () => double.profile.get()],
    [/^GET \/accesses$/, () => double.accesses.list()],
    [/^GET \/help$/, () => double.help.clinic()],
    [/^POST \/help\/requests$/, async (_, request) => double.help.request(await request.json())],
  ];
  const fetch = async (input: string | URL | Request, init?: RequestInit) => {
    const request = new Request(input, init);
    const called = `${request.method} ${new URL(request.url).pathname.replace(/^\/t\/pk_test\/v1/, "")}`;
    for (const [route, answer] of routes) {
      const found = route.exec(called);
      if (!found) continue;
      return json(answer(found[1], request)).catch(({ code, message, status }: TuoError) =>
        Response.json({ code, title: message, status, instance: "test" }, { status })
      );
    }
    throw new Error(`there is no route for ${called}`);
  };
  const real = createTuoDossier({ endpoint: double.endpoint, key: double.key, fetch });
  const { url, accept } = await real.session.beginSignIn({ origin: "https://clinic.example" });
  const state = new URLSearchParams(new URL(url).hash.slice(1)).get("state");
  await accept({ type: "tuo-hand-over", code: secret, state });
  return real;
}

const [document] = invented;
const help: contract.HelpRequest = { topic: "other", text: "?", answerBy: "email", contact: "a@example.org" };
const exported = uuid(0).replace(/^01900000-/, "0190000b-").replace(/0$/, "1");

/** Every call of the interface that is answered with data: a room that grows fails to compile in the double, and here. */
const shapes: { [name: string]: [v.GenericSchema, (tuo: TuoDossier) => Promise<unknown>] } = {
  list: [contract.DocumentList, (tuo) => tuo.documents.list({ text: "piede", limit: 1 })],
  get: [contract.Document, (tuo) => tuo.documents.get(document.id)],
  obscured: [contract.Document, (tuo) => tuo.documents.setObscured(document, false)],
  content: [v.blob(), (tuo) => tuo.documents.content(document.id)],
  studies: [contract.StudyList, (tuo) => tuo.imaging.studies(document.id)],
  allStudies: [contract.StudyList, (tuo) => tuo.imaging.allStudies()],
  study: [contract.Study, async (tuo) => tuo.imaging.study((await tuo.imaging.allStudies()).items[0].id)],
  plan: [contract.SeriesPlan, (tuo) => tuo.imaging.plan(plan.id)],
  bytes: [v.instance(Uint8Array), (tuo) => tuo.imaging.bytes(plan, [1, 2])],
  create: [contract.Export, (tuo) => tuo.archive.create({ studies: [], documents: [document.id] })],
  export: [contract.Export, async (tuo) => (await tuo.archive.get(exported), tuo.archive.get(exported))],
  ticket: [contract.DownloadTicket, (tuo) => tuo.archive.ticket(exported, 1)],
  consents: [contract.ConsentList, (tuo) => tuo.consents.list()],
  consent: [v.blob(), async (tuo) => tuo.consents.content((await tuo.consents.list()).documents[0].id)],
  profile: [contract.Profile, (tuo) => tuo.profile.get()],
  accesses: [contract.AccessList, (tuo) => tuo.accesses.list()],
  clinic: [contract.ClinicCard, (tuo) => tuo.help.clinic()],
  request: [contract.HelpReceipt, (tuo) => tuo.help.request(help)],
  sessions: [contract.SessionList, (tuo) => tuo.session.list()],
};

Deno.test("the double and the real client answer with the same shapes, those of the contract", async () => {
  const double = full();
  const real = await realBefore(full());
  for (const [name, [schema, call]] of Object.entries(shapes)) {
    const [one, other] = [await call(double), await call(real)];
    assert.deepEqual(v.parse(schema, one), one, name);
    assert.deepEqual(v.parse(schema, other), other, name);
    // A ticket is another each time.
    if (name !== "ticket") assert.deepEqual(JSON.stringify(one), JSON.stringify(other), name);
  }
});

Deno.test("the double and the real client fail alike", async () => {
  const [double, real] = [full(), await realBefore(full())];
  const wrong: ((tuo: TuoDossier) => Promise<unknown>)[] = [
    (tuo) => tuo.documents.get(uuid(7)),
    (tuo) => tuo.documents.list({ limit: 101 }),
    (tuo) => tuo.documents.list({ cursor: "AAAA" }),
    (tuo) => tuo.documents.setObscured({ id: document.id, etag: '"old"' }, true),
    (tuo) => tuo.imaging.bytes({ id: plan.id, etag: '"old"' }, [0, 1]),
    (tuo) => tuo.imaging.bytes(plan, [4, 1]),
    (tuo) => tuo.archive.create({ studies: [] }),
    (tuo) => tuo.help.request({ ...help, text: "" }),
  ];
  const told = ({ name, code, status, message }: TuoError) => [name, code, status, message];
  for (const call of wrong) {
    const [one, other] = [await call(double).catch(told), await call(real).catch(told)];
    assert.deepEqual(one, other);
    assert.equal((one as unknown[])[0], "TuoError");
  }
});

Deno.test("pages go through a list once, there and back, in every order", async () => {
  const tuo = createTestDossier({ signedIn: true, documents: many });
  for (const sort of contract.documentSorts) {
    for (const direction of ["ascending", "descending"] as const) {
      const seen: string[] = [];
      let cursor: string | undefined;
      let previous: string | null = null;
      do {
        const page = await tuo.documents.list({ sort, direction, limit: 7, cursor });
        assert.deepEqual([page.total, page.offset], [40, seen.length]);
        seen.push(...page.items.map(({ id }) => id));
        [cursor, previous] = [page.next ?? undefined, page.previous];
      } while (cursor);
      assert.equal(new Set(seen).size, 40);
      for (let offset = 28; previous !== null; offset -= 7) {
        const page = await tuo.documents.list({ sort, direction, limit: 7, cursor: previous });
        assert.equal(page.offset, offset);
        previous = page.previous;
      }
      const other = sort === "date" ? "type" : "date";
      const { next } = await tuo.documents.list({ sort, limit: 7 });
      await assert.rejects(tuo.documents.list({ sort: other, cursor: next! }), { code: "request.invalid" });
    }
  }
});

Deno.test("filters find what the API would: without case or accents, by type, place and day", async () => {
  const tuo = createTestDossier({ signedIn: true, documents: many });
  const total = async (query: contract.DocumentQuery) => (await tuo.documents.list(query)).total;
  assert.equal(await total({ text: "ECOGRAFIA" }), 30);
  assert.equal(await total({ type: "referto-laboratorio" }), 20);
  assert.equal(await total({ facility: invented[0].facility.id, from: "2025-02-01", to: "2025-02-28" }), 6);
});

Deno.test("a session is told of, warned, extended, and over; what is out of reach then stays so", async () => {
  const tuo = createTestDossier();
  const seen: unknown[] = [];
  tuo.session.subscribe((status) => seen.push([status, tuo.session.expiring?.extendable ?? null]));
  await assert.rejects(tuo.profile.get(), { code: "auth.signed-out" });
  await tuo.help.clinic();
  const { url, accept } = await tuo.session.beginSignIn({ origin: "https://clinic.example" });
  assert.equal(await accept({ type: "tuo-hand-over", code: "x", state: "another" }), false);
  const state = new URLSearchParams(new URL(url).hash.slice(1)).get("state");
  assert.equal(await accept({ type: "tuo-hand-over", code: "x", state }), true);
  tuo.announceEnd();
  await tuo.session.extend();
  tuo.expire();
  await assert.rejects(tuo.documents.list(), { code: "auth.signed-out" });
  assert.deepEqual(seen, [["signed-in", null], ["signed-in", true], ["signed-in", null], [
    "signed-out",
    null,
  ]]);
});

Deno.test("a failure comes once, to the call it is for; a lost session signs out", async () => {
  const tuo = createTestDossier({ signedIn: true });
  tuo.failNext("network.lost", "profile.get");
  tuo.failNext("server.busy");
  await assert.rejects(tuo.consents.list(), { code: "server.busy", status: 503 });
  await assert.rejects(tuo.profile.get(), { code: "network.lost", status: 0 });
  await tuo.profile.get();
  tuo.failNext("auth.signed-out");
  await assert.rejects(tuo.profile.get(), { code: "auth.signed-out" });
  assert.equal(tuo.session.status, "signed-out");
  assert.deepEqual(tuo.calls, ["consents.list", "profile.get", "profile.get", "profile.get"]);
});

Deno.test("a call that is aborted while it waits throws the signal's reason and does nothing", async () => {
  const stop = new AbortController();
  const tuo = createTestDossier({ signedIn: true, latency: async () => stop.abort("enough") });
  const { signal } = stop;
  await assert.rejects(tuo.documents.content(document.id, { signal }), (reason) => reason === "enough");
  assert.equal((await tuo.documents.get(document.id)).unread, true);
});

Deno.test("an answer that is written over does not change what the double holds", async () => {
  const tuo = createTestDossier({ signedIn: true });
  const profile = await tuo.profile.get();
  profile.givenName = "Altra";
  assert.equal((await tuo.profile.get()).givenName, "Prova");
});

Deno.test("data that are not as the contract has them are refused when the double is made", () => {
  assert.throws(() => createTestDossier({ documents: [{ ...document, date: "25/10/2025" }] }), v.ValiError);
});
