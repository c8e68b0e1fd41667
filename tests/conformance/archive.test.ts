import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { seedPatients } from "../../examples/demo/data/mod.ts";
import { dossierTarget, importFiles, inMemory } from "../../server/mod.ts";
import { openPortal, PORTAL } from "../../server/testing/portal.ts";
import { orthancPath, startOrthanc } from "./orthanc.ts";

const digest = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex");
/** The radiographs of both feet and the ultrasound: small, of three kinds. */
const CHOSEN = /piede|eco|\.json$|\.pdf$/;

Deno.test({
  name: "a PACS takes in the ZIP that a patient takes home, every file as it came to us",
  ignore: orthancPath === null,
  async fn() {
    await using portal = await openPortal();
    const { patientId, codiceFiscale } = await portal.addPatient();
    const files = [...seedPatients[0].files()].filter(({ path }) => CHOSEN.test(path));
    const sent = new Set(files.filter(({ path }) => path.endsWith(".dcm")).map(({ bytes }) => digest(bytes)));
    assert.ok(sent.size > 3);
    await importFiles(dossierTarget(portal.tenant, patientId), inMemory(files));
    const tuo = await portal.signIn(codiceFiscale);
    const studies = (await tuo.imaging.allStudies()).items.map(({ id }) => id);
    const { id } = await tuo.archive.create({ studies });
    const { url } = await tuo.archive.ticket(id, 1);
    const zip = await (await portal.fetch(url)).bytes();
    assert.ok(url.startsWith(PORTAL));

    await using orthanc = await startOrthanc();
    const answer = await orthanc.request("/instances", { method: "POST", body: zip });
    assert.equal(answer.status, 200);
    await answer.body?.cancel();
    const instances = await (await orthanc.request("/instances")).json() as string[];
    const taken = await Promise.all(
      instances.map(async (each) => digest(await (await orthanc.request(`/instances/${each}/file`)).bytes())),
    );
    assert.deepEqual(taken.sort(), [...sent].sort());
  },
});
