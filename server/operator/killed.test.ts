import assert from "node:assert/strict";
import { adminCommand } from "../admin/cli.ts";
import { blobById } from "../blobs/store.ts";
import { openData } from "../data.ts";
import { imageFile } from "../imaging/dicom.testing.ts";

const SERVER = new URL("../", import.meta.url).pathname;
const CF = "PRVPRV80A41Z999S";
const FILES = 60;

async function countFiles(folder: string): Promise<number> {
  let count = 0;
  try {
    for await (const { name, isDirectory } of Deno.readDir(folder)) {
      count += isDirectory ? await countFiles(`${folder}/${name}`) : 1;
    }
  } catch (error) {
    if (!(error instanceof Deno.errors.NotFound)) throw error;
  }
  return count;
}

Deno.test("an import killed at any moment leaves nothing half there, frees the folder, and is finished by the next", async () => {
  const root = await Deno.makeTempDir({ prefix: "tuo-" });
  const data = `${root}/data`;
  const admin = (...args: string[]) =>
    adminCommand({ args: [...args, "--data", data], environment: {}, out: () => {}, err: () => {} });
  const config = { data, masterKey: null, baseUrl: "http://localhost:1" };
  try {
    await Deno.mkdir(`${root}/files`);
    for (let i = 0; i < FILES; i++) {
      await Deno.writeFile(
        `${root}/files/${i}`,
        imageFile({ instance: `2.25.1.1.${i}`, number: i, size: 64 }),
      );
    }
    await admin("clinic", "add", "--name", "Uno", "--origin", "http://a.example");
    const person = [
      "--given",
      "P",
      "--family",
      "U",
      "--born",
      "1980-01-01",
      "--sex",
      "F",
      "--phone",
      "+393330000001",
    ];
    assert.equal(await admin("patient", "enrol", "--clinic", "Uno", "--cf", CF, ...person), 0);
    const clinics = `${data}/clinics`;
    const before = await countFiles(clinics);

    for (const after of [1, 20, 45]) {
      const child = new Deno.Command(Deno.execPath(), {
        args: [
          "run",
          "-A",
          `${SERVER}import.ts`,
          "--data",
          data,
          "--clinic",
          "Uno",
          "--patient",
          CF,
          `${root}/files`,
        ],
        stdout: "null",
        stderr: "null",
      }).spawn();
      const ended = child.status;
      let over = false;
      void ended.then(() => over = true);
      while (!over && await countFiles(clinics) < before + after) {
        await new Promise((wait) => setTimeout(wait, 2));
      }
      if (!over) child.kill("SIGKILL");
      await ended;

      const opened = await openData(config, Date.now);
      const [tenant] = await opened.all();
      const instances = await tenant.db.selectFrom("instances").select("blob_id").execute();
      for (const { blob_id } of instances) {
        const blob = await blobById(tenant.db, blob_id);
        let bytes = 0;
        for await (const piece of tenant.blobs.read(blob)) bytes += piece.length;
        assert.equal(bytes, blob.bytes);
      }
      const studies = await tenant.db.selectFrom("studies").select("id").execute();
      const documents = await tenant.db.selectFrom("documents").select("id").execute();
      const entries = await tenant.db.selectFrom("accesses").select("object_id").where("act", "=", "import")
        .execute();
      assert.deepEqual([studies.length, documents.length], instances.length > 0 ? [1, 1] : [0, 0]);
      assert.ok(entries.length >= studies.length);
      await opened.close();
    }

    const { code, stdout } = await new Deno.Command(Deno.execPath(), {
      args: [
        "run",
        "-A",
        `${SERVER}import.ts`,
        "--data",
        data,
        "--clinic",
        "Uno",
        "--patient",
        CF,
        `${root}/files`,
      ],
      stderr: "null",
    }).output();
    const [, imported, there] =
      /imported (\d+), already there (\d+)/.exec(new TextDecoder().decode(stdout)) ?? [];
    assert.deepEqual([code, Number(imported) + Number(there)], [0, FILES]);
  } finally {
    await Deno.remove(root, { recursive: true });
  }
});
