import assert from "node:assert/strict";
import { newKey } from "../keys/derive.ts";
import { openClinics } from "./clinics.ts";

Deno.test("a clinic that could not be opened is opened when what was in the way is gone", async () => {
  const folder = await Deno.makeTempDir({ prefix: "tuo-" });
  const facts = { folder, masterKey: newKey(), baseUrl: "http://localhost:1", now: Date.now };
  try {
    const first = await openClinics(facts);
    const [one, two] = [
      await first.add({ name: "Uno", origins: [] }),
      await first.add({ name: "Due", origins: [] }),
    ];
    await first.close();
    const path = `${folder}/clinics/${one.clinic.id}/clinic.db`;
    await Deno.rename(path, `${path}.away`);
    await Deno.mkdir(path);

    const second = await openClinics(facts);
    await assert.rejects(second.find(one.clinic.key), { name: "DatabaseError" });
    await assert.rejects(second.find(one.clinic.key), { name: "DatabaseError" });
    assert.equal((await second.find(two.clinic.key))?.clinic.name, "Due");
    await Deno.remove(path);
    await Deno.rename(`${path}.away`, path);
    assert.equal((await second.find(one.clinic.key))?.clinic.name, "Uno");
    assert.equal((await second.all()).length, 2);
    await second.close();

    await Deno.mkdir(`${folder}/clinics/${one.clinic.id}/blobs/00`, { recursive: true });
    await Deno.rename(path, `${path}.away`);
    const third = await openClinics(facts);
    await assert.rejects(third.find(one.clinic.key), /is missing: put it back/);
    await third.close();
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
});
