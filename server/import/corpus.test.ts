import { inflatedFile, readInstance } from "@tuodossier/sdk/dicom";
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { blobById } from "../blobs/store.ts";
import { zeroPreamble } from "../imaging/preamble.ts";
import { openPortal, type TestPortal } from "../testing/portal.ts";
import { corpus, corpusFolder, hasCorpus } from "../../tests/corpus.ts";
import { findServer } from "../operator/client.ts";
import { openEndpoint } from "../operator/endpoint.ts";
import { type Counts, type ImportEvent, importFiles } from "./run.ts";
import { dossierTarget, type ImportTarget } from "./target.ts";
import { walk } from "./walk.ts";

const ignore = !hasCorpus;
const { files } = corpus;
const paths = files.map(({ file }) => `${corpusFolder}/${file}`);
const digestOf = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex");

async function importCorpus(
  target: ImportTarget,
): Promise<{ counts: Counts; events: Map<string, ImportEvent> }> {
  const events = new Map<string, ImportEvent>();
  const note = (event: ImportEvent) => void events.set(event.path, event);
  const counts = await importFiles(target, walk(paths), note);
  return { counts, events };
}

/** Every stored file of a patient, by SOP instance. */
const storedInstances = (portal: TestPortal, patientId: string) =>
  portal.tenant.db.selectFrom("instances").innerJoin("series", "series.id", "instances.series_id")
    .innerJoin("studies", "studies.id", "series.study_id").select(["instances.blob_id", "series_id"])
    .where("studies.patient_id", "=", patientId).execute();

Deno.test({
  name: "the whole corpus comes in as its manifest says, twice, and goes out byte for byte",
  ignore,
  async fn() {
    await using portal = await openPortal();
    const { patientId } = await portal.addPatient();
    const target = dossierTarget(portal.tenant, patientId);
    const { counts, events } = await importCorpus(target);

    assert.equal(counts.imported + counts.alreadyThere + counts.skipped + counts.refused, files.length);
    for (const { file, expected } of files) {
      const event = events.get(`${corpusFolder}/${file}`);
      assert.ok(event, file);
      if (expected === "error") assert.equal(event.outcome, "refused", file);
      else if (expected === "dicomdir") assert.equal(event.outcome, "skipped", file);
      else if (expected !== "error-or-open") {
        assert.ok(["new", "conflict", "same"].includes(event.outcome), file);
      }
      if (event.outcome === "refused") assert.ok(event.reason && event.reason.length > 20, file);
    }

    const again = await importCorpus(target);
    assert.deepEqual(again.counts, {
      imported: 0,
      alreadyThere: counts.imported + counts.alreadyThere,
      skipped: counts.skipped,
      refused: counts.refused,
    });

    const sent = new Set<string>();
    for (const { file } of files) {
      if (!["new", "conflict"].includes(events.get(`${corpusFolder}/${file}`)?.outcome ?? "")) continue;
      const bytes = await Deno.readFile(`${corpusFolder}/${file}`);
      zeroPreamble(bytes);
      sent.add(digestOf(bytes));
    }
    const kept = new Set<string>();
    for (const { blob_id } of await storedInstances(portal, patientId)) {
      const digest = createHash("sha256");
      const blob = await blobById(portal.tenant.db, blob_id);
      for await (const piece of portal.tenant.blobs.read(blob)) digest.update(piece);
      kept.add(digest.digest("hex"));
    }
    assert.deepEqual([...kept].sort(), [...sent].sort());
  },
});

Deno.test({
  name: "the whole corpus comes in through a running server just as without one",
  ignore,
  async fn() {
    await using portal = await openPortal();
    const [local, remote] = [await portal.addPatient(), await portal.addPatient()];
    const endpoint = await openEndpoint({ folder: portal.folder, clinics: portal.clinics });
    const server = await findServer(portal.folder);
    const assignment = { clinic: portal.tenant.clinic.key, codiceFiscale: remote.codiceFiscale };
    const through = await importCorpus(await server.beginImport(assignment));
    const direct = await importCorpus(dossierTarget(portal.tenant, local.patientId));
    assert.deepEqual(through.counts, direct.counts);
    const refusals = ({ events }: typeof direct) =>
      [...events.values()].filter(({ outcome }) => outcome === "refused").map(({ path, reason }) =>
        `${path} ${reason}`
      )
        .sort();
    assert.deepEqual(refusals(through), refusals(direct));
    await endpoint.stop();
  },
});

Deno.test({
  name: "series of the corpus are planned in the order of their positions",
  ignore,
  async fn() {
    await using portal = await openPortal();
    const patient = await portal.addPatient();
    const target = dossierTarget(portal.tenant, patient.patientId);
    const tuo = await portal.signIn(patient.codiceFiscale);
    for (const [name, { series_order_by_position = [] }] of Object.entries(corpus.groups)) {
      const uids: string[] = [];
      for (const file of series_order_by_position) {
        uids.push(readInstance(await Deno.readFile(`${corpusFolder}/${file}`)).instance.sopInstanceUid);
      }
      const backwards = [...series_order_by_position].reverse().map((file) => `${corpusFolder}/${file}`);
      await importFiles(target, walk(backwards));
      const { items } = await tuo.imaging.allStudies();
      const plans = await Promise.all(
        items.flatMap(({ series }) => series.map(({ id }) => tuo.imaging.plan(id))),
      );
      const plan = plans.find(({ instances }) => instances.some((one) => one.sopInstanceUid === uids[0]));
      assert.deepEqual(plan?.instances.map(({ sopInstanceUid }) => sopInstanceUid), uids, name);
    }
  },
});

Deno.test({
  name: "a deflated file is planned and served inflated, its stored form as it came",
  ignore,
  async fn() {
    await using portal = await openPortal();
    const patient = await portal.addPatient();
    const target = dossierTarget(portal.tenant, patient.patientId);
    const deflated = files.filter(({ file, expected }) =>
      file.startsWith("ts-deflated/") && expected === "decode"
    );
    assert.ok(deflated.length > 0);
    const tuo = await portal.signIn(patient.codiceFiscale);
    for (const { file } of deflated) {
      const bytes = await Deno.readFile(`${corpusFolder}/${file}`);
      const plain = inflatedFile(bytes);
      const ingested = await target.instance(bytes);
      assert.ok(ingested.outcome !== "refused");
      const plan = await tuo.imaging.plan(ingested.seriesId);
      const { pixels } = readInstance(plain).instance;
      const planned = plan.instances.find(({ id }) => id === ingested.instanceId);
      for (const [i, [[offset, length]]] of pixels!.frames.entries()) {
        const served = await tuo.imaging.bytes(plan, planned!.pixels!.frames[i][0]);
        assert.deepEqual(served, plain.subarray(offset, offset + length), file);
      }
    }
  },
});
