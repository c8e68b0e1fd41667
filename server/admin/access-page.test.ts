import assert from "node:assert/strict";
import { Buffer } from "node:buffer";
import { readPdf } from "../paper/access-page.testing.ts";
import { startServer } from "../server.ts";
import { adminCommand } from "./cli.ts";

const CF = "PRVPRV80A41Z999S";
/** One red dot. */
const PNG =
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";

interface Desk {
  readonly root: string;
  admin(...args: string[]): Promise<{ code: number; out: string; err: string }>;
  start(): Promise<{ stop(): Promise<void> }>;
}

/** A data folder with one clinic and one patient. */
async function withDesk(test: (desk: Desk) => Promise<void>): Promise<void> {
  const root = await Deno.makeTempDir({ prefix: "tuo-" });
  await Deno.mkdir(`${root}/static/sdk/v1`, { recursive: true });
  await Deno.writeTextFile(`${root}/static/sdk/v1/tuodossier.js`, "");
  const admin: Desk["admin"] = async (...args) => {
    let [out, err] = ["", ""];
    const code = await adminCommand({
      args: [...args, "--data", `${root}/data`],
      environment: {},
      out: (line) => void (out += `${line}\n`),
      err: (line) => void (err += `${line}\n`),
    });
    return { code, out, err };
  };
  const start = () =>
    startServer({
      data: `${root}/data`,
      baseUrl: "http://localhost:1",
      host: "127.0.0.1",
      port: 0,
      masterKey: null,
      static: `${root}/static`,
      trustedProxies: [],
    }, { log: () => {} });
  try {
    const added = await admin("clinic", "add", "--name", "Uno", "--origin", "https://uno.example");
    assert.equal(added.code, 0, added.err);
    const person = [
      "--cf",
      CF,
      "--given",
      "Prova",
      "--family",
      "Esempi",
      "--born",
      "1980-01-01",
      "--sex",
      "F",
    ];
    const enrolled = await admin(
      ...["patient", "enrol", "--clinic", "Uno", ...person, "--phone", "+393330000046"],
      ...["--available", "2026-12-24"],
    );
    assert.equal(enrolled.code, 0, enrolled.err);
    await test({ root, admin, start });
  } finally {
    await Deno.remove(root, { recursive: true });
  }
}

Deno.test("the desk's command writes the page where it was called, with and without a running server", () =>
  withDesk(async ({ root, admin, start }) => {
    const asked = ["patient", "access-page", "--clinic", "Uno", "--cf", CF.toLowerCase()];
    const print = async (path: string) => {
      const said = await admin(
        ...asked,
        "--exam",
        "AQ1/2026",
        "--available",
        "2026-12-24",
        "--adhesion",
        "--out",
        path,
      );
      assert.deepEqual([said.code, said.out, said.err], [0, `The page is in ${path}.\n`, ""]);
      const text = (await readPdf(await Deno.readFile(path))).text();
      for (const part of ["Esempi", "AQ1/2026", "24/12/2026", "uno.example", "*****46"]) {
        assert.ok(text.includes(part));
      }
      if (Deno.build.os !== "windows") assert.equal((await Deno.stat(path)).mode! & 0o777, 0o600);
    };
    await print(`${root}/one.pdf`);
    const server = await start();
    try {
      await print(`${root}/two.pdf`);
      const nobody = await admin(
        "patient",
        "access-page",
        "--clinic",
        "Uno",
        "--cf",
        "X",
        "--out",
        `${root}/x.pdf`,
      );
      assert.deepEqual([nobody.code, nobody.out], [1, ""]);
      assert.match(nobody.err, /No patient with this codice fiscale/);
      const nowhere = await admin(...asked, "--out", `${root}/none/x.pdf`);
      assert.match(nowhere.err, /cannot be written/);
    } finally {
      await server.stop();
    }
    assert.equal((await admin(...asked)).code, 2);
    assert.equal((await admin(...asked, "--out", "x", "--available", "tomorrow")).code, 2);
  }));

Deno.test("settings are told without their secrets, and change where they are named", () =>
  withDesk(async ({ root, admin, start }) => {
    const settings = async (...args: string[]) => {
      const said = await admin("clinic", "settings", "--clinic", "Uno", ...args);
      assert.equal(said.code, 0, said.err);
      return JSON.parse(said.out);
    };
    const before = await settings();
    assert.deepEqual([before.smsPrefixes, before.oidc, before.accessPage.logo], [["+39"], null, null]);
    const oidc = { label: "SPID", issuer: "https://id.example", clientId: "uno", clientSecret: "canarino" };
    await settings("--json", JSON.stringify({ oidc, smsDailyBudget: 7 }));
    const given = await settings("--json", '{"accessPage":{"formCode":"MOD-1"},"oidc":{"label":"CIE"}}');
    assert.deepEqual([given.oidc.label, given.oidc.clientSecret, given.smsDailyBudget], ["CIE", "…", 7]);

    await Deno.writeFile(`${root}/logo.png`, Buffer.from(PNG, "base64"));
    const server = await start();
    try {
      const after = await settings("--logo", `${root}/logo.png`, "--json", '{"accessPage":{"revision":"2"}}');
      assert.deepEqual(after.accessPage, {
        formCode: "MOD-1",
        revision: "2",
        updatedOn: null,
        logo: `PNG, ${Buffer.from(PNG, "base64").length} bytes`,
      });
      // What was told may be given back: what it hides stays as it was.
      assert.deepEqual(await settings("--json", JSON.stringify(after)), after);
      await Deno.writeTextFile(`${root}/logo.png`, "no picture");
      for (
        const [args, sentence] of [
          [["--logo", `${root}/logo.png`], /no PNG/],
          [["--json", '{"smsPrefix":"+39"}'], /smsPrefix is not usable/],
          [["--json", '{"smsDailyBudget":"many"}'], /smsDailyBudget is not usable/],
        ] as const
      ) {
        const refused = await admin("clinic", "settings", "--clinic", "Uno", ...args);
        assert.deepEqual([refused.code, refused.out], [1, ""]);
        assert.match(refused.err, sentence);
      }
      for (const json of ["{", "[]", "7"]) {
        assert.equal((await admin("clinic", "settings", "--clinic", "Uno", "--json", json)).code, 2, json);
      }
      assert.equal((await admin("clinic", "settings", "--clinic", "Uno", "--logo", `${root}/none`)).code, 2);
      assert.deepEqual(await settings(), after);
      assert.ok(!JSON.stringify(after).includes("canarino"));
    } finally {
      await server.stop();
    }
  }));
