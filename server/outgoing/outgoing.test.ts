import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { Buffer } from "node:buffer";
import http, { type IncomingMessage, type ServerResponse } from "node:http";
import https from "node:https";
import { openOutgoing, type OutgoingOptions, type Resolved } from "./outgoing.ts";

type Handler = (request: IncomingMessage, response: ServerResponse) => void;

/** A server on a free port, on the loop-back address. */
async function serving(
  handler: Handler,
  test: (port: number) => Promise<void>,
  tls?: { key: string; cert: string },
): Promise<void> {
  const server = tls ? https.createServer(tls, handler) : http.createServer(handler);
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const address = server.address();
  try {
    await test(typeof address === "object" && address ? address.port : 0);
  } finally {
    server.closeAllConnections();
    await new Promise((done) => server.close(done));
  }
}

const LOOP: Resolved = { address: "127.0.0.1", family: 4 };
const local = (options: OutgoingOptions = {}) =>
  openOutgoing({ privateHosts: ["127.0.0.1"], plainHttpHosts: ["127.0.0.1"], ...options });
const get = (url: string) => ({ url, method: "GET" });
const fails = (asked: Promise<unknown>, reason: string) =>
  assert.rejects(asked, { name: "OutgoingError", reason });
const text = (body: Uint8Array) => new TextDecoder().decode(body);

Deno.test("plain HTTP goes to listed hosts only", async () => {
  for (const url of ["http://8.8.8.8/", "http://127.0.0.1/", "HTTP://example.org/"]) {
    await fails(openOutgoing({ privateHosts: ["127.0.0.1"] }).request(get(url)), "not-https");
  }
  await serving((_, response) => response.end("here"), async (port) => {
    const url = `http://127.0.0.1:${port}/`;
    assert.equal(text((await local().request(get(url))).body), "here");
    const exact = local({ privateHosts: [`127.0.0.1:${port}`], plainHttpHosts: [`127.0.0.1:${port}`] });
    assert.equal((await exact.request(get(url))).status, 200);
    await fails(local({ plainHttpHosts: ["127.0.0.1:1"] }).request(get(url)), "not-https");
    await fails(local({ privateHosts: ["127.0.0.1:1"] }).request(get(url)), "refused-address");
  });
});

Deno.test("private addresses and odd spellings are refused before anything is sent", async () => {
  const lookup = () => Promise.reject(new Error("no name is to be resolved"));
  const outgoing = openOutgoing({ lookup, plainHttpHosts: ["localhost"] });
  for (
    const url of [
      "https://127.0.0.1/",
      "https://10.0.0.1/",
      "https://169.254.169.254/latest/meta-data",
      "https://[::1]/",
      "https://[::ffff:7f00:1]/",
      "https://[::ffff:127.0.0.1]/",
      "https://0x7f.1/",
      "https://2130706433/",
      "https://0177.0.0.1/",
      "https://127.1/",
      "https://127.0.0.1./",
      "https://example.org./",
      "https://ｅxample.org/",
      "https://perché.example/",
      "https://exa%6dple.org/",
      "https://user@example.org/",
      "https://user:secret@example.org/",
      "https://example.org\\@10.0.0.1/",
      "https:/example.org/",
      "https:example.org",
      "//example.org/",
      " https://example.org/",
      "https://exam\nple.org/",
      "https://example.org:99999/",
      "ftp://example.org/",
      "file:///etc/passwd",
      "javascript:0",
      "",
    ]
  ) await fails(outgoing.request(get(url)), "refused-address");
});

Deno.test("a name with one private address among public ones is refused", async () => {
  for (const other of ["10.0.0.1", "::1", "fd00::1", "::ffff:127.0.0.1"]) {
    const lookup = () => Promise.resolve([{ address: "1.1.1.1", family: 4 }, { address: other, family: 6 }]);
    await fails(openOutgoing({ lookup }).request(get("https://clinic.example/")), "refused-address");
  }
});

Deno.test("a name that turns private after it was looked at is asked once, and gains nothing", async () => {
  let reached = 0;
  await serving(() => void reached++, async (port) => {
    let asked = 0;
    // Held back by IANA: no range of ours refuses it, and nobody is there.
    const lookup = () => Promise.resolve([asked++ === 0 ? { address: "192.0.1.1", family: 4 } : LOOP]);
    const outgoing = openOutgoing({ lookup, plainHttpHosts: ["rebinding.example"] });
    const url = `http://rebinding.example:${port}/`;
    await assert.rejects(outgoing.request({ ...get(url), timeout: 300 }), { name: "OutgoingError" });
    assert.deepEqual([asked, reached], [1, 0]);
    await fails(outgoing.request(get(url)), "refused-address");
    assert.deepEqual([asked, reached], [2, 0]);
  });
});

Deno.test("a listed name goes to the very address it was resolved to, under its own name", async () => {
  await serving((request, response) => response.end(request.headers.host), async (port) => {
    const lookup = () => Promise.resolve([LOOP]);
    const names = ["pacs.example"];
    const outgoing = openOutgoing({ lookup, privateHosts: names, plainHttpHosts: names });
    const answer = await outgoing.request(get(`http://pacs.example:${port}/`));
    assert.equal(text(answer.body), `pacs.example:${port}`);
  });
});

Deno.test("a redirect is an answer, not a way on", async () => {
  let asked = 0;
  await serving((_, response) => {
    asked++;
    response.writeHead(302, { Location: "http://127.0.0.1:1/" }).end();
  }, async (port) => {
    const answer = await local().request(get(`http://127.0.0.1:${port}/`));
    assert.deepEqual([answer.status, answer.headers.get("Location"), asked], [302, "http://127.0.0.1:1/", 1]);
  });
});

Deno.test("method, headers and body arrive as given", async () => {
  await serving(async (request, response) => {
    const chunks: Uint8Array[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const { method, url, headers } = request;
    const body = new TextDecoder().decode(Buffer.concat(chunks));
    response.end(JSON.stringify([method, url, headers["x-one"], headers["content-length"], body]));
  }, async (port) => {
    const answer = await local().request({
      url: `http://127.0.0.1:${port}/a?b=c`,
      method: "POST",
      headers: { "X-One": "1" },
      body: "perché",
    });
    assert.deepEqual(JSON.parse(text(answer.body)), ["POST", "/a?b=c", "1", "7", "perché"]);
  });
});

Deno.test("an answer over the limit, told beforehand or not, is cut", async () => {
  await serving((request, response) => {
    if (request.url === "/told") response.setHeader("Content-Length", 2 ** 20 + 1);
    response.write(new Uint8Array(2 ** 20));
    if (request.url !== "/fits") response.write("x");
    response.end();
  }, async (port) => {
    for (const path of ["told", "streamed"]) {
      await fails(local().request(get(`http://127.0.0.1:${port}/${path}`)), "too-large");
    }
    assert.equal((await local().request(get(`http://127.0.0.1:${port}/fits`))).body.length, 2 ** 20);
    await fails(local().request({ ...get(`http://127.0.0.1:${port}/fits`), limit: 10 }), "too-large");
  });
});

Deno.test("the time is for the whole exchange: silence, drops, and a name nobody answers for", async () => {
  const drips = new Set<ReturnType<typeof setInterval>>();
  await serving((request, response) => {
    if (request.url === "/silent") return;
    response.writeHead(200);
    drips.add(setInterval(() => response.write("."), 20));
  }, async (port) => {
    for (const path of ["silent", "drips"]) {
      await fails(local().request({ ...get(`http://127.0.0.1:${port}/${path}`), timeout: 150 }), "timeout");
    }
  });
  for (const drip of drips) clearInterval(drip);
  const lookup = () => new Promise<never>(() => {});
  await fails(openOutgoing({ lookup }).request({ ...get("https://a.example/"), timeout: 50 }), "timeout");
});

Deno.test("nobody there, no such name, and an answer cut short are unreachable", async () => {
  let closed = 0;
  await serving((_, response) => void response.end(), (port) => Promise.resolve(void (closed = port)));
  await fails(local().request(get(`http://127.0.0.1:${closed}/`)), "unreachable");
  for (const lookup of [() => Promise.reject(new Error("ENOTFOUND")), () => Promise.resolve([])]) {
    await fails(openOutgoing({ lookup }).request(get("https://nobody.example/")), "unreachable");
  }
  await serving((_, response) => {
    response.writeHead(200, { "Content-Length": "10" });
    response.write("half");
    setTimeout(() => response.socket?.destroy(), 20);
  }, async (port) => {
    await fails(local().request(get(`http://127.0.0.1:${port}/`)), "unreachable");
  });
});

const hasOpenssl = await new Deno.Command("openssl", { args: ["version"], stdout: "null" }).output()
  .then(({ success }) => success, () => false);

/** An authority and a certificate of it for `provider.example`. */
function certificates(folder: string): { ca: string; key: string; cert: string } {
  const openssl = (...args: string[]) => execFileSync("openssl", args, { cwd: folder, stdio: "ignore" });
  const key = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes"];
  openssl("req", "-x509", ...key, "-keyout", "ca.key", "-out", "ca.pem", "-subj", "/CN=Authority");
  openssl("req", ...key, "-keyout", "key.pem", "-out", "request.pem", "-subj", "/CN=provider.example");
  Deno.writeTextFileSync(`${folder}/names`, "subjectAltName=DNS:provider.example\n");
  const signing = ["-CA", "ca.pem", "-CAkey", "ca.key", "-CAcreateserial", "-extfile", "names"];
  openssl("x509", "-req", "-in", "request.pem", ...signing, "-out", "cert.pem");
  const read = (name: string) => Deno.readTextFileSync(`${folder}/${name}`);
  return { ca: read("ca.pem"), key: read("key.pem"), cert: read("cert.pem") };
}

Deno.test({
  name: "the certificate has to be the host's, from somebody trusted, though the address is pinned",
  ignore: !hasOpenssl,
  async fn() {
    const folder = await Deno.makeTempDir({ prefix: "tuo-" });
    const { ca, ...tls } = certificates(folder);
    await Deno.remove(folder, { recursive: true });
    await serving((_, response) => response.end("sealed"), async (port) => {
      const lookup = () => Promise.resolve([LOOP]);
      const privateHosts = ["provider.example", "other.example"];
      const trusting = openOutgoing({ lookup, privateHosts, ca });
      assert.equal(text((await trusting.request(get(`https://provider.example:${port}/`))).body), "sealed");
      await fails(trusting.request(get(`https://other.example:${port}/`)), "tls");
      const wary = openOutgoing({ lookup, privateHosts });
      await fails(wary.request(get(`https://provider.example:${port}/`)), "tls");
    }, tls);
    await serving((_, response) => response.end("open"), async (port) => {
      const lookup = () => Promise.resolve([LOOP]);
      const outgoing = openOutgoing({ lookup, privateHosts: ["provider.example"], ca });
      await fails(outgoing.request(get(`https://provider.example:${port}/`)), "tls");
    });
  },
});
