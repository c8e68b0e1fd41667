import assert from "node:assert/strict";
import { imageFile } from "../imaging/dicom.testing.ts";
import { adminCommand } from "../admin/cli.ts";
import { importCommand } from "../import/command.ts";
import { startServer } from "../server.ts";
import { readAddress } from "./address.ts";
import { holdFolder } from "./lock.ts";

const CF = "PRVPRV80A41Z999S";

interface Data {
  readonly folder: string;
  readonly files: string;
  /** A server on this folder, ended with the test. */
  start(): Promise<{ stop(): Promise<void> }>;
  admin(...args: string[]): Promise<Spoken>;
  import(...args: string[]): Promise<Spoken>;
}

interface Spoken {
  readonly code: number;
  readonly out: readonly string[];
  readonly err: string;
}

async function withData(test: (data: Data) => Promise<void>): Promise<void> {
  const root = await Deno.makeTempDir({ prefix: "tuo-" });
  const [folder, files] = [`${root}/data`, `${root}/files`];
  const running = new Set<{ stop(): Promise<void> }>();
  await Deno.mkdir(`${root}/static/sdk/v1`, { recursive: true });
  await Deno.writeTextFile(`${root}/static/sdk/v1/tuodossier.js`, "");
  await Deno.mkdir(files);
  for (const i of [1, 2, 3]) await Deno.writeFile(`${files}/${i}`, imageFile({ instance: `2.25.1.1.${i}` }));
  await Deno.writeTextFile(`${files}/referto.pdf`, "%PDF-1.4\n%%EOF\n");
  await Deno.writeTextFile(`${files}/nota.txt`, "not an image");
  const spoken = async (
    act: (speak: { out(line: string): void; err(text: string): void }) => Promise<number>,
  ) => {
    const out: string[] = [];
    let err = "";
    const code = await act({ out: (line) => void out.push(line), err: (text) => void (err += text) });
    return { code, out, err };
  };
  try {
    await test({
      folder,
      files,
      async start() {
        const config = {
          data: folder,
          baseUrl: "http://localhost:1",
          host: "127.0.0.1",
          port: 0,
          masterKey: null,
          static: `${root}/static`,
          trustedProxies: [],
        };
        const server = await startServer(config, { log: () => {} });
        running.add(server);
        return {
          async stop() {
            running.delete(server);
            await server.stop();
          },
        };
      },
      admin: (...args) =>
        spoken((speak) =>
          adminCommand({ args: [...args, "--data", folder], environment: {}, out: speak.out, err: speak.err })
        ),
      import: (...args) =>
        spoken((speak) =>
          importCommand({
            args: ["--data", folder, ...args],
            environment: {},
            out: speak.out,
            err: { write: speak.err, isTerminal: false },
            now: () => 0,
          })
        ),
    });
  } finally {
    for (const server of running) await server.stop();
    await Deno.remove(root, { recursive: true });
  }
}

const person = ["--cf", CF, "--given", "Prova", "--family", "Uno", "--born", "1980-01-01", "--sex", "F"];

async function furnish({ admin }: Data): Promise<void> {
  const added = await admin("clinic", "add", "--name", "Clinica Uno", "--origin", "http://127.0.0.1:8000");
  assert.equal(added.code, 0, added.err);
  const enrolled = await admin(
    "patient",
    "enrol",
    "--clinic",
    "clinica uno",
    ...person,
    "--phone",
    "+393330000001",
  );
  assert.equal(enrolled.code, 0, enrolled.err);
}

const LAST = (counts: string) => [counts];

Deno.test("an import says the same with and without a server on the folder, and goes through it", () =>
  withData(async (data) => {
    await furnish(data);
    const args = ["--clinic", "Clinica Uno", "--patient", CF.toLowerCase(), data.files];
    const server = await data.start();
    const through = await data.import(...args);
    assert.deepEqual(through.out, LAST("imported 4, already there 0, skipped 0, refused 1"));
    assert.match(through.err, /refused .*nota\.txt: Not a DICOM file/);
    await server.stop();
    const local = await data.import(...args);
    assert.equal(local.code, 0);
    assert.deepEqual(local.out, LAST("imported 0, already there 4, skipped 0, refused 1"));
    assert.equal(local.err.split("\n")[0], through.err.split("\n")[0]);
  }));

Deno.test("admin commands answer alike with and without a server", () =>
  withData(async (data) => {
    await furnish(data);
    const local = await data.admin("clinic", "list");
    await data.start();
    assert.deepEqual(await data.admin("clinic", "list"), local);
    const key = local.out[0].split(" ")[0];
    assert.equal(
      (await data.admin("clinic", "origins", key, "https://a.example", "https://b.example")).code,
      0,
    );
    assert.match(
      (await data.admin("clinic", "list")).out[0],
      /Clinica Uno {2}https:\/\/a\.example {2}https:\/\/b/,
    );
    assert.equal((await data.admin("patient", "first-password", "--clinic", key, "--cf", CF)).code, 0);
    assert.deepEqual((await data.admin("trace", "verify")).out, ["Clinica Uno: the trace is whole"]);
  }));

Deno.test("what is not there is a sentence and exit 1, on either way", () =>
  withData(async (data) => {
    const nothing = await data.import("--clinic", "x", "--patient", CF, data.files);
    assert.deepEqual([nothing.code, /There is no data folder/.test(nothing.err)], [1, true]);
    await furnish(data);
    const tries: [string[], RegExp][] = [
      [["--clinic", "Clinica Due", "--patient", CF, data.files], /no clinic .*Clinica Due/],
      [["--clinic", "Clinica Uno", "--patient", "RSSMRA80A01H501U", data.files], /No patient/],
      [["--clinic", "Clinica Uno", "--patient", CF, `${data.files}/nix`], /no file or folder .*nix/],
    ];
    for (const start of [async () => {}, data.start]) {
      await start();
      for (const [args, sentence] of tries) {
        const { code, out, err } = await data.import(...args);
        assert.deepEqual([code, out], [1, []]);
        assert.match(err, sentence);
      }
    }
  }));

Deno.test("only adding a clinic makes a portal; every other command says that there is none", () =>
  withData(async (data) => {
    const person = ["--clinic", "x", "--cf", CF];
    const tries = [["clinic", "list"], ["trace", "verify"], ["patient", "first-password", ...person]];
    for (const args of tries) {
      const { code, err } = await data.admin(...args);
      assert.deepEqual([code, /^There is no portal in the data folder [^\n]+$/.test(err)], [1, true], err);
    }
    await assert.rejects(Deno.stat(data.folder), Deno.errors.NotFound);
    await Deno.mkdir(data.folder);
    const imported = await data.import("--clinic", "x", "--patient", CF, data.files);
    assert.deepEqual([imported.code, /^There is no portal/.test(imported.err)], [1, true]);
    assert.deepEqual(Array.from(Deno.readDirSync(data.folder)), []);
    await furnish(data);
    assert.equal((await data.admin("clinic", "list")).code, 0);
    assert.equal((await data.admin("clinic", "list", "--data", "elsewhere")).code, 2);
  }));

Deno.test("wrong arguments are a sentence with the usage, and exit 2", () =>
  withData(async (data) => {
    for (
      const args of [
        [],
        ["clinic"],
        ["clinic", "burn"],
        ["clinic", "add", "--name", "x"],
        ["--what"],
        [
          "clinic",
          "add",
          "--name",
          "x",
          "--origin",
          "http://x/path",
        ],
        ["patient", "enrol", "--born", "yesterday"],
        ["clinic", "list", "extra"],
        ["constructor"],
      ]
    ) {
      const { code, err } = await data.admin(...args);
      assert.deepEqual([code, /usage:/.test(err)], [2, true], args.join(" "));
    }
    const twice = ["--clinic", "x", "--patient", "a", "--patient", "b", "."];
    assert.match((await data.import(...twice)).err, /--patient is given several times/);
    const three = [["--data", data.folder], ["--clinic", "x"], ["--patient", "x"]];
    for (const again of three) {
      const { code } = await data.import("--clinic", "x", "--patient", "x", ...again, ".");
      assert.equal(code, 2, again[0]);
    }
    for (const args of [[], ["--clinic", "x"], ["--clinic", "x", "--patient", "y"], ["--nope", "x"]]) {
      const { code, err } = await data.import(...args);
      assert.deepEqual([code, /usage:/.test(err)], [2, true], args.join(" "));
    }
  }));

Deno.test("the endpoint answers nobody without its token, on the loopback interface only", () =>
  withData(async (data) => {
    await data.start();
    const address = await readAddress(data.folder);
    assert.match(address?.url ?? "", /^http:\/\/127\.0\.0\.1:\d+$/);
    assert.equal((await Deno.stat(`${data.folder}/server.json`)).mode! & 0o777, 0o600);
    for (
      const authorization of ["", "Bearer", "Bearer x", `bearer ${"A".repeat(43)}`, `Basic ${address!.token}`]
    ) {
      const answer = await fetch(`${address!.url}/commands`, {
        method: "POST",
        headers: { "Authorization": authorization },
        body: JSON.stringify({ name: "clinic list", options: {} }),
      });
      await answer.body?.cancel();
      assert.equal(answer.status, 401, authorization);
    }
  }));

Deno.test("a second server on a folder is refused with a sentence, and the first goes on", () =>
  withData(async (data) => {
    await data.start();
    await assert.rejects(data.start(), /Another server or task is working on the data folder/);
    assert.equal((await data.admin("clinic", "list")).code, 0);
  }));

Deno.test("a lock is one holder's at a time, and a stopped server leaves no address behind", () =>
  withData(async (data) => {
    const server = await data.start();
    assert.equal(await holdFolder(data.folder), null);
    await server.stop();
    assert.equal(await readAddress(data.folder), null);
    const lock = await holdFolder(data.folder);
    assert.equal(await holdFolder(data.folder), null);
    lock!.release();
    (await holdFolder(data.folder))!.release();
  }));
