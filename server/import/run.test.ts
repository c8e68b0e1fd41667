import assert from "node:assert/strict";
import { zipSync } from "fflate";
import { imageFile } from "../imaging/dicom.testing.ts";
import { openPortal, type TestPortal } from "../testing/portal.ts";
import { inMemory } from "./file.ts";
import { type ImportEvent, importFiles } from "./run.ts";
import { dossierTarget } from "./target.ts";
import { walk } from "./walk.ts";

const utf8 = new TextEncoder();
const pdf = (text: string) => utf8.encode(`%PDF-1.4\n% ${text}\n%%EOF\n`);
const json = (value: unknown) => utf8.encode(JSON.stringify(value));
type Files = readonly (readonly [path: string, bytes: Uint8Array])[];

async function run(portal: TestPortal, patientId: string, files: Files) {
  const events: ImportEvent[] = [];
  const made = inMemory(files.map(([path, bytes]) => ({ path, bytes })));
  const counts = await importFiles(dossierTarget(portal.tenant, patientId), made, (event) => {
    events.push(event);
  });
  return { counts, events };
}

const documents = (portal: TestPortal, patientId: string) =>
  portal.tenant.db.selectFrom("documents").leftJoin("studies", "studies.document_id", "documents.id")
    .select([
      "documents.accession",
      "documents.date",
      "documents.type",
      "documents.blob_id",
      "studies.id as study",
    ])
    .where("documents.patient_id", "=", patientId).orderBy("documents.date").execute();

Deno.test("report, note and images come together, whichever comes first", async () => {
  const note = json({ kind: "document", accession: "AQ7/2025P2", date: "2024-05-03", services: ["TC"] });
  const files: Files = [
    ["caso/IM1", imageFile({ accession: "AQ7/2025P2" })],
    ["caso/referto.json", note],
    ["caso/referto.pdf", pdf("referto")],
  ];
  await using portal = await openPortal();
  for (const order of [files, [...files].reverse(), [files[1], files[2], files[0]]]) {
    const { patientId } = await portal.addPatient();
    const { counts } = await run(portal, patientId, order);
    assert.deepEqual(counts, { imported: 2, alreadyThere: 0, skipped: 0, refused: 0 });
    const [row, ...others] = await documents(portal, patientId);
    assert.equal(others.length, 0);
    assert.deepEqual([row.accession, row.date, row.type], ["AQ7/2025P2", "2024-05-03", "referto"]);
    assert.ok(row.study && row.blob_id);
    const again = await run(portal, patientId, order);
    assert.deepEqual(again.counts, { imported: 0, alreadyThere: 2, skipped: 0, refused: 0 });
  }
});

Deno.test("a PDF of which nobody said anything goes to its folder's images only where they agree", async () => {
  await using portal = await openPortal();
  const { patientId } = await portal.addPatient();
  await run(portal, patientId, [
    ["uno/a.pdf", pdf("a")],
    ["uno/1", imageFile({ accession: "A1", study: "2.25.1", instance: "2.25.1.1" })],
    ["uno/2", imageFile({ accession: "A1", study: "2.25.2", instance: "2.25.2.1", date: "20240601" })],
    ["due/b.pdf", pdf("b")],
    ["due/1", imageFile({ accession: "B1", study: "2.25.3", instance: "2.25.3.1", date: "20220101" })],
    ["due/2", imageFile({ accession: "B2", study: "2.25.4", instance: "2.25.4.1", date: "20220102" })],
    ["tre/c.pdf", pdf("c")],
    ["quattro/d.pdf", pdf("d")],
    ["quattro/DICOM/1", imageFile({ accession: "D1", study: "2.25.5", instance: "2.25.5.1" })],
  ]);
  const rows = (await documents(portal, patientId)).filter(({ blob_id }) => blob_id !== null);
  const found = new Set(
    rows.map(({ accession, date, study }) => `${accession} ${date} ${study ? "images" : "alone"}`),
  );
  assert.deepEqual(
    [...found].sort(),
    ["A1 2024-06-01 images", "D1 2024-05-01 images", "null 2022-01-02 alone", "null 2026-01-15 alone"].sort(),
  );
});

Deno.test("a signed form is recorded once", async () => {
  await using portal = await openPortal();
  const { patientId } = await portal.addPatient({ consents: false });
  const entry = {
    kind: "consent",
    type: "privacy",
    date: "2024-01-01",
    decisions: [{ code: "dse-adhesion", given: true }],
  };
  const files: Files = [["consensi/privacy.pdf", pdf("p")], ["consensi/privacy.json", json(entry)]];
  assert.equal((await run(portal, patientId, files)).counts.imported, 1);
  assert.equal((await run(portal, patientId, files)).counts.alreadyThere, 1);
  const events = await portal.tenant.db.selectFrom("consent_events").select("code").execute();
  assert.deepEqual(events, [{ code: "dse-adhesion" }]);
});

Deno.test("notes that are wrong keep their PDF out, and say what is wrong; what stands alone is named", async () => {
  await using portal = await openPortal();
  const { patientId } = await portal.addPatient();
  const bad: [unknown, RegExp][] = [
    [{ kind: "document", date: "2024-13-01" }, /date/],
    [{ kind: "document", surname: "Rossi" }, /surname/],
    [{ kind: "letter" }, /kind/],
    [[], /kind/],
    [{ kind: "consent", type: "privacy", date: "2024-01-01", decisions: [] }, /decisions/],
  ];
  const files: Files = [
    ...bad.flatMap(([entry], i) => [[`${i}.pdf`, pdf(`${i}`)], [`${i}.json`, json(entry)]] as const),
    ["x.pdf", pdf("x")],
    ["x.json", utf8.encode("{")],
    ["y.json", json({ kind: "document" })],
    ["z.pdf", utf8.encode("not a pdf")],
    ["empty", new Uint8Array(0)],
    ["empty.pdf", new Uint8Array(0)],
    ["big.json.pdf", pdf("/JavaScript ")],
  ];
  const { counts, events } = await run(portal, patientId, files);
  assert.deepEqual(counts, { imported: 0, alreadyThere: 0, skipped: 0, refused: bad.length + 6 });
  const reasonOf = (path: string) => events.find((event) => event.path === path)?.reason ?? "";
  for (const [i, [, reason]] of bad.entries()) assert.match(reasonOf(`${i}.pdf`), reason);
  assert.match(reasonOf("big.json.pdf"), /active/);
});

Deno.test("a ZIP's images and papers come in as from a folder, and its names lead nowhere", async () => {
  await using portal = await openPortal();
  const { patientId } = await portal.addPatient();
  const folder = await Deno.makeTempDir();
  const before = Array.from(Deno.readDirSync(folder));
  const zip = zipSync({
    "../../../../etc/cron.d/evil": imageFile({ accession: "Z1", instance: "2.25.1.1.1" }),
    "/abs/IM2": [imageFile({ accession: "Z1", instance: "2.25.1.1.2" }), { level: 0 }],
    "C:\\win\\IM3": imageFile({ accession: "Z1", instance: "2.25.1.1.3" }),
    "referto.pdf": pdf("in zip"),
    "dir/": new Uint8Array(0),
    "inner.zip": zipSync({ "IM4": imageFile({ instance: "2.25.1.1.4" }) }),
  });
  const { counts, events } = await run(portal, patientId, [["cd.zip", zip]]);
  assert.deepEqual(counts, { imported: 4, alreadyThere: 0, skipped: 0, refused: 1 });
  assert.match(events.find(({ outcome }) => outcome === "refused")?.reason ?? "", /inside an archive/);
  const rows = await documents(portal, patientId);
  assert.deepEqual(rows.map(({ accession, type }) => [accession, type]), [["Z1", "referto"]]);
  assert.deepEqual(Array.from(Deno.readDirSync(folder)), before);
  await Deno.remove(folder, { recursive: true });
});

Deno.test("folders are walked by name; links, and what is no file, are named and not followed", async () => {
  const folder = await Deno.makeTempDir();
  try {
    await Deno.mkdir(`${folder}/b/c`, { recursive: true });
    await Deno.writeFile(`${folder}/b/c/2`, imageFile({ instance: "2.25.1.1.2" }));
    await Deno.writeFile(`${folder}/a`, imageFile());
    await Deno.symlink(folder, `${folder}/b/loop`);
    await Deno.symlink("/etc/passwd", `${folder}/link`);
    await Deno.symlink("nowhere", `${folder}/dangling`);
    await using portal = await openPortal();
    const { patientId } = await portal.addPatient();
    const events: ImportEvent[] = [];
    const counts = await importFiles(
      dossierTarget(portal.tenant, patientId),
      walk([`${folder}/`]),
      (event) => {
        events.push(event);
      },
    );
    assert.deepEqual(counts, { imported: 2, alreadyThere: 0, skipped: 0, refused: 3 });
    const refused = events.filter(({ outcome }) => outcome === "refused").map(({ path }) =>
      path.slice(folder.length)
    );
    assert.deepEqual(refused, ["/b/loop", "/dangling", "/link"]);
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
});

Deno.test("a dossier that cannot be written ends the import with an error, and nothing goes on behind it", async () => {
  const files = Array.from(
    { length: 20 },
    (_, i) => ({ path: `${i}`, bytes: imageFile({ instance: `2.25.${i}` }) }),
  );
  let asked = 0;
  const target = {
    instance: () => Promise.reject(new Error(`The disk is full (${++asked})`)),
    paper: () => Promise.reject(new Error("The disk is full")),
  };
  await assert.rejects(importFiles(target, inMemory(files)), /The disk is full \(1\)/);
  assert.ok(asked <= 5);
});

const protectionOf = async (portal: TestPortal, patientId: string) =>
  (await portal.tenant.db.selectFrom("documents").select("protection").where("patient_id", "=", patientId)
    .execute()).map(({ protection }) => protection);

Deno.test("a note counts for every PDF of its name, however often a folder or a ZIP has it", async () => {
  await using portal = await openPortal();
  const note = json({ kind: "document", protection: "hiv" });
  const files: Files[] = [
    [["r.pdf", pdf("1")], ["r.PDF", pdf("2")], ["r.json", note]],
    [["R.PDF", pdf("1")], ["r.json", note]],
    [["cd.zip/r.pdf", pdf("1")], ["cd.zip/r.pdf", pdf("2")], ["cd.zip/r.json", note]],
    [["refert\u00e0.pdf", pdf("1")], ["referta\u0300.json", note]],
  ];
  for (const some of files) {
    const { patientId } = await portal.addPatient();
    const { counts } = await run(portal, patientId, some);
    assert.deepEqual(counts, { imported: some.length - 1, alreadyThere: 0, skipped: 0, refused: 0 });
    assert.deepEqual(new Set(await protectionOf(portal, patientId)), new Set(["hiv"]));
  }
});

Deno.test("of two notes of one name none is guessed; one with exactly the name is meant", async () => {
  await using portal = await openPortal();
  const { patientId } = await portal.addPatient();
  const [hiv, none] = ["hiv", "none"].map((protection) => json({ kind: "document", protection }));
  const two = await run(portal, patientId, [["r.pdf", pdf("1")], ["r.json", hiv], ["r.json", none]]);
  assert.deepEqual(two.counts, { imported: 0, alreadyThere: 0, skipped: 0, refused: 1 });
  await run(portal, patientId, [["R.pdf", pdf("1")], ["r.json", none], ["R.json", hiv]]);
  assert.deepEqual(await protectionOf(portal, patientId), ["hiv"]);
});

Deno.test("a PDF whose note cannot be read stays out, as one whose note is wrong", async () => {
  await using portal = await openPortal();
  const { patientId } = await portal.addPatient();
  const folder = await Deno.makeTempDir();
  try {
    await Deno.writeFile(`${folder}/r.pdf`, pdf("1"));
    await Deno.symlink("/elsewhere/r.json", `${folder}/r.json`);
    const counts = await importFiles(dossierTarget(portal.tenant, patientId), walk([folder]));
    assert.deepEqual(counts, { imported: 0, alreadyThere: 0, skipped: 0, refused: 2 });
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
});

Deno.test("a corrected note is no file that is there already; a form's other decisions are refused", async () => {
  await using portal = await openPortal();
  const { patientId } = await portal.addPatient();
  const note = (more: object) => json({ kind: "document", date: "2024-05-03", ...more });
  const send = async (...files: Files) => (await run(portal, patientId, files)).events[0];
  assert.equal((await send(["r.pdf", pdf("r")], ["r.json", note({})])).outcome, "new");
  assert.equal(
    (await send(["r.pdf", pdf("r")], ["r.json", note({ protection: "hiv" })])).outcome,
    "corrected",
  );
  assert.equal((await send(["r.pdf", pdf("r")])).outcome, "same");
  assert.deepEqual(await protectionOf(portal, patientId), ["hiv"]);

  const signed = (given: boolean, date = "2024-01-01") =>
    json({ kind: "consent", type: "privacy", date, decisions: [{ code: "dse-history", given }] });
  assert.equal((await send(["c.pdf", pdf("c")], ["c.json", signed(true)])).outcome, "new");
  const changed = await send(["c.pdf", pdf("c")], ["c.json", signed(false)]);
  assert.equal(changed.outcome, "refused");
  assert.match(changed.reason!, /signed cannot change/);
  const future = await send(["f.pdf", pdf("f")], ["f.json", signed(true, "2026-01-16")]);
  assert.match(future.reason!, /later than today/);
});
