import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PDFDocument } from "@cantoo/pdf-lib";
import { consentCodes, ConsentEntry, DocumentEntry, Enrolment } from "@tuodossier/sdk/contract";
import { seedPatients } from "./mod.ts";
import type { SeedFile } from "./seed.ts";

/** Schemas of any make answer to this (Standard Schema 1). */
interface Schema {
  readonly "~standard": { readonly validate: (value: unknown) => object };
}

function assertValid(schema: Schema, value: unknown): void {
  const result = schema["~standard"].validate(value) as { issues?: unknown };
  assert.equal(result.issues, undefined, JSON.stringify(value));
}

const text = new TextDecoder();
const hash = (file: SeedFile) => `${file.path} ${createHash("sha256").update(file.bytes).digest("hex")}`;

/** Every file but pixels is kept whole; of DICOM files only the start, and one a series whole. */
const made = seedPatients.map((patient) => {
  const papers: SeedFile[] = [], samples: SeedFile[] = [], images: { path: string; start: Uint8Array }[] = [];
  let bytes = 0;
  for (const file of patient.files()) {
    bytes += file.bytes.length;
    if (!file.path.endsWith(".dcm")) papers.push(file);
    else {
      if (file.path.endsWith("/0001.dcm")) samples.push(file);
      images.push({ path: file.path, start: file.bytes.slice(0, 3000) });
    }
  }
  return { patient, papers, samples, images, bytes };
});

const entriesOf = (papers: readonly SeedFile[]) =>
  papers.filter(({ path }) => path.endsWith(".json")).map(({ bytes }) => JSON.parse(text.decode(bytes)));

/** The value of (0008,0050), read from the explicit little endian bytes. */
function accessionOf(start: Uint8Array): string {
  const at = text.decode(start).includes("DICM")
    ? start.findIndex((_, i) => [8, 0, 0x50, 0, 0x53, 0x48].every((byte, k) => start[i + k] === byte))
    : -1;
  assert.notEqual(at, -1);
  return text.decode(start.subarray(at + 8, at + 8 + start[at + 6])).trim();
}

Deno.test("patients can be enrolled: each with a code, a telephone and a password of its own", () => {
  for (const { enrolment, password, files } of seedPatients) {
    assertValid(Enrolment, enrolment);
    assert.ok(password.length >= 12 && typeof files === "function");
    for (const own of [enrolment.givenName, enrolment.familyName, enrolment.codiceFiscale]) {
      assert.ok(!password.toLowerCase().includes(own.toLowerCase()));
    }
  }
  for (
    const  of of[(i: number) => seedPatients[i].enrolment.phone, (i: number) => seedPatients[i].password]
  ) {
    assert.equal(new Set(seedPatients.map((_, i) => of(i))).size, seedPatients.length);
  }
  assert.equal(seedPatients[0].firstAccess, false);
  assert.equal(seedPatients.filter(({ firstAccess }) => firstAccess).length, 1);
});

Deno.test("paths stay inside the patient's folder and are never used twice", () => {
  for (const { papers, images } of made) {
    const paths = [...papers, ...images].map(({ path }) => path);
    assert.equal(new Set(paths).size, paths.length);
    for (const path of paths) assert.match(path, /^[a-z]+(\/[a-z0-9-]+)+\.(pdf|json|dcm)$/);
  }
});

Deno.test("every PDF is one whole page, and what lies beside it is a valid entry", async () => {
  for (const { papers } of made) {
    for (const entry of entriesOf(papers)) {
      assertValid(entry.kind === "consent" ? ConsentEntry : DocumentEntry, entry);
    }
    const pdfs = papers.filter(({ path }) => path.endsWith(".pdf"));
    for (const { path, bytes } of pdfs) {
      assert.ok(papers.some((other) => other.path === path.replace(/pdf$/, "json")), path);
      const pdf = await PDFDocument.load(bytes, { updateMetadata: false, throwOnInvalidObject: true });
      assert.equal(pdf.getPageCount(), 1);
    }
  }
});

Deno.test("all consents are decided, one patient without adhesion, one with 200 documents", () => {
  const given = made.map(({ papers }) => {
    const decisions = entriesOf(papers).flatMap((entry) => entry.kind === "consent" ? entry.decisions : []);
    assert.deepEqual(decisions.map(({ code }) => code).sort(), [...consentCodes].sort());
    return decisions.find(({ code }) => code === "dse-adhesion").given;
  });
  assert.deepEqual(given, [true, true, false, true, true]);
  const documents = made.map(({ papers }) =>
    entriesOf(papers).filter(({ kind }) => kind === "document").length
  );
  assert.deepEqual(documents, [9, 3, 2, 200, 1]);
});

Deno.test("every image belongs to a document of its patient, and both feet to one", () => {
  for (const { papers, images } of made) {
    const accessions = new Set(entriesOf(papers).map(({ accession }) => accession));
    for (const { path, start } of images) assert.ok(accessions.has(accessionOf(start)), path);
  }
  const feet = made[0].images.filter(({ path }) => path.includes("piede"));
  assert.equal(new Set(feet.map(({ start }) => accessionOf(start))).size, 1);
  assert.equal(new Set(feet.map(({ path }) => path.split("/")[1])).size, 2);
});

Deno.test("the thorax has 120 slices or more, and all patients fit in 150 MB", () => {
  assert.ok(made[0].images.filter(({ path }) => path.includes("tc-torace")).length >= 120);
  assert.ok(made.reduce((sum, { bytes }) => sum + bytes, 0) < 150e6);
});

Deno.test("a second run makes the same bytes", () => {
  for (const { patient, papers, samples } of made) {
    const expected = new Set([...papers, ...samples].map(hash));
    for (const file of patient.files()) {
      if (file.path.includes("tc-torace") && !file.path.endsWith("/0001.dcm")) break;
      if (!file.path.endsWith(".dcm") || file.path.endsWith("/0001.dcm")) {
        assert.ok(expected.has(hash(file)), file.path);
      }
    }
  }
});

const found = (program: string) => {
  try {
    return new Deno.Command(program, { args: ["--version"], stdout: "null", stderr: "null" }).outputSync() !==
      null;
  } catch {
    return false;
  }
};

async function complaintsOf(program: string, args: readonly string[]): Promise<string[]> {
  const folder = await mkdtemp(join(tmpdir(), "tuo-seed-"));
  try {
    const complaints: string[] = [];
    for (const [i, { path, bytes }] of made.flatMap(({ samples }) => samples).entries()) {
      const file = join(folder, `${i}.dcm`);
      await writeFile(file, bytes);
      const { success, stdout, stderr } = await new Deno.Command(program, { args: [...args, file] }).output();
      const lines = `${text.decode(stdout)}\n${text.decode(stderr)}`.split("\n").filter((line) =>
        /^[EF]:|^Error/.test(line)
      );
      complaints.push(...lines.map((line) => `${path}: ${line}`));
      if (!success) complaints.push(`${path}: refused`);
    }
    return complaints;
  } finally {
    await rm(folder, { recursive: true });
  }
}

Deno.test({
  name: "dcmdump reads an image of each series",
  ignore: !found("dcmdump"),
  fn: async () => assert.deepEqual(await complaintsOf("dcmdump", ["-q"]), []),
});

Deno.test({
  name: "dciodvfy finds no error in an image of each series",
  ignore: !found("dciodvfy"),
  fn: async () => assert.deepEqual(await complaintsOf("dciodvfy", []), []),
});
