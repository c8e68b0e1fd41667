/** What a person sees who starts the demo or a portal, when something is in the way. */
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { startDemo } from "./demo.ts";

const root = new URL("../", import.meta.url).pathname;

async function run(args: readonly string[], env: Record<string, string> = {}) {
  const command = new Deno.Command(Deno.execPath(), {
    args: ["run", "-A", ...args],
    cwd: root,
    env: { NO_COLOR: "1", ...env },
    stdout: "piped",
    stderr: "piped",
  });
  const { code, stdout, stderr } = await command.output();
  const decoder = new TextDecoder();
  return { code, out: decoder.decode(stdout), err: decoder.decode(stderr) };
}

/** A portal's settings of gateways that nothing is sent to here; the file is in `folder`. */
async function gatewaysIn(folder: string): Promise<Record<string, string>> {
  const path = `${folder}/sms.json`;
  await Deno.writeTextFile(path, JSON.stringify({ kind: "skebby", userKey: "u", accessToken: "t" }));
  return {
    TUO_SMS_GATEWAY: path,
    TUO_SMTP_URL: "smtp://127.0.0.1:1",
    TUO_MAIL_FROM: "portale@clinica.example",
  };
}

/** One line, no stack trace. */
const isSentence = (text: string) => assert.match(text.trim(), /^[A-Z][^\n]*$/);

Deno.test("a taken port is a sentence that says what to do", async () => {
  const listener = Deno.listen({ hostname: "127.0.0.1", port: 0 });
  const folder = await Deno.makeTempDir();
  try {
    const { port } = listener.addr;
    const demo = await run(["examples/demo/main.ts", "--port", String(port), "--data", folder]);
    assert.equal(demo.code, 1);
    isSentence(demo.err);
    assert.match(demo.err, /--port/);
    const gateways = await gatewaysIn(folder);
    const env = { ...gateways, TUO_PORT: String(port), TUO_DATA: `${folder}/data` };
    const portal = await run(["server/main.ts"], env);
    assert.equal(portal.code, 1);
    isSentence(portal.err);
    assert.match(portal.err, /TUO_PORT/);
  } finally {
    listener.close();
    await Deno.remove(folder, { recursive: true });
  }
});

Deno.test("a data folder that cannot be, a missing build and a wrong setting are sentences", async () => {
  const file = await Deno.makeTempFile();
  const folder = await Deno.makeTempDir();
  const settings = await Deno.makeTempDir();
  const gateways = await gatewaysIn(settings);
  const wrong: Record<string, string>[] = [
    { TUO_DATA: `${file}/inside` },
    { TUO_DATA: folder, TUO_STATIC: `${folder}/nothing` },
    { TUO_DATA: folder, TUO_PORT: "many" },
    { TUO_DATA: folder, TUO_PORT: "0" },
    { TUO_DATA: folder, TUO_BASE_URL: "https://portal.example/path" },
    { TUO_DATA: folder, TUO_MASTER_KEY: "short" },
  ];
  for (const env of wrong) {
    const { code, err } = await run(["server/main.ts"], { ...gateways, TUO_PORT: "65000", ...env });
    assert.equal(code, 1, JSON.stringify(env));
    isSentence(err);
    assert.doesNotMatch(err, /gateway|mail/i);
  }
  const { code, err } = await run(["examples/demo/main.ts", "--port", "0", "--data", `${file}/inside`]);
  assert.equal(code, 1);
  isSentence(err);
  await Deno.remove(file);
  await Deno.remove(folder, { recursive: true });
  await Deno.remove(settings, { recursive: true });
});

Deno.test("a portal that serves has gateways of SMS and mail, or says which to set and leaves no data", async () => {
  const folder = await Deno.makeTempDir();
  const { TUO_SMS_GATEWAY, ...mail } = await gatewaysIn(folder);
  const env = { TUO_PORT: "65000", TUO_DATA: `${folder}/data` };
  for (const [given, named] of [[mail, /TUO_SMS_GATEWAY/], [{ TUO_SMS_GATEWAY }, /TUO_SMTP_URL/]] as const) {
    const { code, err } = await run(["server/main.ts"], { ...given, ...env });
    assert.equal(code, 1);
    isSentence(err);
    assert.match(err, named);
  }
  await assert.rejects(Deno.stat(env.TUO_DATA), Deno.errors.NotFound);
  await Deno.remove(folder, { recursive: true });
});

Deno.test("a portal that serves knows nothing of the demo", async () => {
  const folder = await Deno.makeTempDir();
  const listener = Deno.listen({ hostname: "127.0.0.1", port: 0 });
  const { port } = listener.addr;
  listener.close();
  const child = new Deno.Command(Deno.execPath(), {
    args: ["run", "-A", "server/main.ts"],
    cwd: root,
    env: { ...await gatewaysIn(folder), TUO_PORT: String(port), TUO_DATA: `${folder}/data` },
    stderr: "piped",
    stdout: "null",
  }).spawn();
  const lines = child.stderr.pipeThrough(new TextDecoderStream()).getReader();
  let printed = "";
  while (!printed.includes("ready")) printed += (await lines.read()).value ?? assert.fail(printed);
  for (const path of ["/demo", "/demo/state.json", "/demo/reset-attempts"]) {
    const response = await fetch(`http://127.0.0.1:${port}${path}`);
    assert.equal(response.status, 404);
    assert.equal(response.headers.get("Content-Type"), "application/problem+json");
    await response.body?.cancel();
  }
  child.kill("SIGTERM");
  await lines.cancel();
  await child.status;
  await Deno.remove(folder, { recursive: true });
});

Deno.test("a second start goes on with the data of the first; one cut short is finished", async () => {
  const data = await Deno.makeTempDir({ prefix: "tuo-demo-" });
  try {
    const cut = new Deno.Command(Deno.execPath(), {
      args: ["run", "-A", "examples/demo/main.ts", "--port", "0", "--data", data],
      cwd: root,
      stdout: "piped",
      stderr: "null",
    }).spawn();
    const lines = cut.stdout.pipeThrough(new TextDecoderStream()).getReader();
    let printed = "";
    while (!printed.includes("100 files")) printed += (await lines.read()).value ?? assert.fail(printed);
    cut.kill("SIGKILL");
    await lines.cancel();
    await cut.status;

    const first = await startDemo({ data });
    const before = await first.state();
    await first[Symbol.asyncDispose]();
    const second = await startDemo({ data });
    const after = await second.state();
    assert.doesNotMatch(second.printed, /seeding/);
    assert.equal(after.clinics[0].key, before.clinics[0].key);
    assert.equal(after.clinics[0].clientSecret, before.clinics[0].clientSecret);
    assert.equal(after.clinics[0].origin, second.origin);
    assert.deepEqual(after.outbox, before.outbox);
    assert.equal(new Set(after.patients.map(({ phone }) => phone)).size, after.patients.length);

    const { clinics: [{ key, clientId, clientSecret, endpoint }] } = after;
    const token = await fetch(`${endpoint}/t/${key}/v1/clinic/token`, {
      method: "POST",
      body: new URLSearchParams({
        grant_type: "client_credentials",
        client_id: clientId,
        client_secret: clientSecret,
      }),
    });
    assert.equal(token.status, 200, "the clinic's credentials are real");
    const { access_token } = await token.json();
    const self = await fetch(`${endpoint}/t/${key}/v1/clinic`, {
      headers: { Authorization: `Bearer ${access_token}` },
    });
    assert.deepEqual((await self.json()).origins, [second.origin]);

    await second[Symbol.asyncDispose]();
  } finally {
    await Deno.remove(data, { recursive: true });
  }
});

Deno.test("the import command goes through the server that holds the folder", async () => {
  await using demo = await startDemo();
  const { clinics: [{ key }], patients } = await demo.state();
  const folder = await Deno.makeTempDir();
  await Deno.writeTextFile(`${folder}/not-dicom.dcm`, "nothing of the kind");
  await Deno.writeTextFile(
    `${folder}/referto.pdf`,
    `%PDF-1.4\n% ${createHash("sha1").update(folder).digest("hex")}\n%%EOF\n`,
  );
  const codiceFiscale = patients.at(-1)!.codiceFiscale;
  const args = ["server/import.ts", "--data", demo.data, "--clinic", key, "--patient", codiceFiscale, folder];
  const first = await run(args);
  assert.equal(first.code, 0, first.err);
  assert.match(first.out, /imported 1, already there 0, skipped 0, refused 1\n$/);
  assert.match(first.err, /not-dicom\.dcm/);
  const second = await run(args);
  assert.match(second.out, /imported 0, already there 1, skipped 0, refused 1\n$/);
  const nobody = await run([
    "server/import.ts",
    "--data",
    demo.data,
    "--clinic",
    key,
    "--patient",
    "NOBODY",
    folder,
  ]);
  assert.equal(nobody.code, 1);
  isSentence(nobody.err);
  await Deno.remove(folder, { recursive: true });
});
