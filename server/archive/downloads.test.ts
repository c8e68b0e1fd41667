import assert from "node:assert/strict";
import { TuoError } from "@tuodossier/sdk";
import { openPortal, PORTAL } from "../testing/portal.ts";
import { found, run, withFolder } from "./peer.testing.ts";
import { bytesOf, codeOf, get, takeHome } from "./room.testing.ts";

Deno.test("a cut download resumes at the byte, under the same tag, as often as the line drops", async () => {
  await using portal = await openPortal();
  const { ticket } = await takeHome(portal);
  const [url, other] = [await ticket(), await ticket()];
  const whole = await bytesOf(await get(portal, other));
  const first = await get(portal, url);
  const etag = first.headers.get("ETag") ?? "";
  const reader = first.body!.getReader();
  const kept = (await reader.read()).value!.subarray(0, 100_003);
  await reader.cancel();
  for (const start of [kept.length, 500_000]) {
    const resumed = await get(portal, url, { "Range": `bytes=${start}-`, "If-Range": etag });
    assert.equal(resumed.status, 206);
    assert.equal(resumed.headers.get("ETag"), etag);
    assert.equal(
      resumed.headers.get("Content-Range"),
      `bytes ${start}-${whole.length - 1}/${whole.length}`,
    );
    assert.equal(resumed.headers.get("Content-Length"), String(whole.length - start));
    assert.deepEqual(await bytesOf(resumed), whole.subarray(start));
  }
  assert.deepEqual(kept, whole.subarray(0, kept.length));
});

Deno.test("a range past the end is 416 and tells the length; two ranges give the whole", async () => {
  await using portal = await openPortal();
  const { made, ticket } = await takeHome(portal);
  const outside = await get(portal, await ticket(), { Range: `bytes=${made.volumes[0].bytes}-` });
  assert.equal(outside.headers.get("Content-Range"), `bytes */${made.volumes[0].bytes}`);
  assert.deepEqual(await codeOf(outside), [416, "request.range"]);
  const two = await get(portal, await ticket(), { Range: "bytes=0-1,5-6" });
  assert.equal(two.status, 200);
  await two.body?.cancel();
});

Deno.test("HEAD tells what GET would, and uses nothing up", async () => {
  await using portal = await openPortal();
  const { made, ticket } = await takeHome(portal);
  const url = await ticket();
  for (let i = 0; i < 3; i++) {
    const head = await get(portal, url, {}, "HEAD");
    assert.equal(head.status, 200);
    assert.equal(head.headers.get("Content-Length"), String(made.volumes[0].bytes));
    assert.equal((await bytesOf(head)).length, 0);
  }
  const part = await get(portal, url, { Range: "bytes=10-19" }, "HEAD");
  assert.deepEqual([part.status, part.headers.get("Content-Length")], [206, "10"]);
  assert.equal((await bytesOf(await get(portal, url))).length, made.volumes[0].bytes);
});

Deno.test("two downloads run at once in a session, a third says so, and a resumed one is none", async () => {
  await using portal = await openPortal();
  const { tuo, made, ticket } = await takeHome(portal);
  const [one, two, three] = [await ticket(), await ticket(), await ticket()];
  const running = [await get(portal, one), await get(portal, two)];
  assert.deepEqual(await codeOf(await get(portal, three)), [429, "archive.limit"]);
  const limit = (error: unknown) => error instanceof TuoError && error.code === "archive.limit";
  await assert.rejects(tuo.archive.ticket(made.id, 1), limit);
  assert.equal((await bytesOf(await get(portal, one, { Range: "bytes=0-9" }))).length, 10);
  for (const { body } of running) await body?.cancel();
  assert.equal((await bytesOf(await get(portal, three))).length, made.volumes[0].bytes);
});

Deno.test("two downloads at once are two for resumed ones too", async () => {
  await using portal = await openPortal();
  const { ticket } = await takeHome(portal, { count: 12, bytes: 500_000 });
  const urls = [await ticket(), await ticket(), await ticket()];
  for (const url of urls) await (await get(portal, url)).body?.cancel();
  const rest = (url: string) => get(portal, url, { Range: "bytes=1-" });
  const running = [await rest(urls[0]), await rest(urls[1])];
  const refused = await Promise.all(Array.from({ length: 20 }, () => rest(urls[2])));
  for (const answer of refused) assert.deepEqual(await codeOf(answer), [429, "archive.limit"]);
  await running[0].body?.cancel();
  assert.equal((await bytesOf(await get(portal, urls[2], { Range: "bytes=0-9" }))).length, 10);
  await running[1].body?.cancel();
});

Deno.test("who resumes is not held out by streams of their own that nobody reads; those are cut", async () => {
  await using portal = await openPortal();
  const { made, ticket } = await takeHome(portal, { count: 12, bytes: 500_000 });
  const [url, other] = [await ticket(), await ticket()];
  const dead = [await get(portal, url)];
  for (let i = 0; i < 9; i++) dead.push(await get(portal, url, { Range: "bytes=1-" }));
  const resumed = await get(portal, url, { Range: "bytes=5-" });
  const ends = await Promise.allSettled(dead.slice(0, 7).map(bytesOf));
  assert.deepEqual(ends.map(({ status }) => status), Array.from({ length: 7 }, () => "rejected"));
  assert.equal((await bytesOf(resumed)).length, made.volumes[0].bytes - 5);
  assert.equal((await bytesOf(await get(portal, other))).length, made.volumes[0].bytes);
  for (const { body } of dead.slice(7)) await body?.cancel();
});

Deno.test("a damaged blob is an error where that can still be said, else it ends the download", async () => {
  await using portal = await openPortal();
  const { ticket } = await takeHome(portal);
  const rows = await portal.tenant.db.selectFrom("instances").select("blob_id").orderBy("id").execute();
  await portal.tenant.blobs.remove(rows[2].blob_id);
  await assert.rejects(bytesOf(await get(portal, await ticket())));
  await portal.tenant.blobs.remove(rows[0].blob_id);
  assert.deepEqual(await codeOf(await get(portal, await ticket())), [502, "documents.damaged"]);
});

Deno.test({
  name: "curl resumes a download over a real connection and ends with the same bytes",
  ignore: !found("curl", "--version"),
  fn: () =>
    withFolder(async (folder) => {
      await using portal = await openPortal();
      const { made, ticket } = await takeHome(portal);
      const listen = { hostname: "127.0.0.1", port: 0, onListen: () => {} };
      const server = Deno.serve(listen, (request) => portal.fetchFrom(null)(request));
      const here = (url: string) => url.replace(PORTAL, `http://127.0.0.1:${server.addr.port}`);
      const [whole, cut] = [here(await ticket()), here(await ticket())];
      const head = await run("curl", ["-sI", cut]);
      assert.match(head, new RegExp(`content-length: ${made.volumes[0].bytes}`, "i"));
      await run("curl", ["-sfo", `${folder}/whole`, whole]);
      await run("sh", ["-c", `curl -s "$1" | head -c 345678 > "$2"`, "sh", cut, `${folder}/cut`]);
      await run("curl", ["-sfC", "-", "-o", `${folder}/cut`, cut]);
      await server.shutdown();
      const [a, b] = await Promise.all(["whole", "cut"].map((name) => Deno.readFile(`${folder}/${name}`)));
      assert.deepEqual(a, b);
    }),
});
