import assert from "node:assert/strict";
import { mediumFiles } from "./medium.ts";
import { sampleMedium, writeMedium } from "./medium.testing.ts";
import { found, run, withFolder } from "./peer.testing.ts";
import { indexPage } from "./index-page.ts";

const textOf = (name: string): string => {
  const file = mediumFiles(sampleMedium()).find((one) => one.name === name);
  assert.ok(file && "made" in file);
  return new TextDecoder().decode(file.made);
};

Deno.test("every name is one the standards allow, and none comes from the patient's data", () => {
  const files = mediumFiles(sampleMedium());
  const allowed = [
    /^(DICOMDIR|README\.TXT|INDEX\.HTM|MANIFEST\.TXT)$/,
    /^REPORTS\/REP\d{5}\.PDF$/,
    // PS3.10 §8.2: up to 8 components of 1 to 8 characters A–Z, 0–9 and _
    /^DICOM\/ST\d{6}\/SE\d{6}\/IM\d{6}$/,
  ];
  for (const { name } of files) assert.ok(allowed.some((form) => form.test(name)), name);
  assert.equal(new Set(files.map(({ name }) => name)).size, files.length);
  for (const name of ["DICOMDIR", "README.TXT", "INDEX.HTM", "MANIFEST.TXT"]) {
    assert.ok(files.some((file) => file.name === name), name);
  }
});

Deno.test("README.TXT is ASCII with CR LF, and tells who made the medium", () => {
  const text = textOf("README.TXT");
  assert.match(text, /^[\x20-\x7e\r\n]*$/);
  assert.doesNotMatch(text, /[^\r]\n|\r[^\n]/);
  assert.match(text, /Clinica Citta' & Figli\r\n/);
  assert.match(text, /Volume 1 di 2/);
});

Deno.test("INDEX.HTM runs nothing, asks nothing of a network, and links only to what is there", () => {
  const page = textOf("INDEX.HTM");
  assert.doesNotMatch(page, /<script|<link|<img|<i>|<b>|https?:|javascript:|\son\w+=|@import|url\(/i);
  const names = mediumFiles(sampleMedium()).map(({ name }) => name);
  const links = [...page.matchAll(/href="([^"]*)"/g)].map(([, link]) => link);
  assert.ok(links.length >= 2 + 3 + 2);
  for (const link of links) assert.ok(names.some((name) => name === link || name.startsWith(link)), link);
  assert.match(page, /Niccolò &#34;Nico&#34; &#60;script&#62;/);
  assert.match(page, /25\/11\/2024, DX, AQ1\/2025P2/);
});

Deno.test("a medium without reports or without images has no empty chapter", () => {
  const bare = { ...sampleMedium(), reports: [], studies: [], placedReports: [], placedStudies: [] };
  assert.doesNotMatch(indexPage(bare), /<ul>/);
  assert.deepEqual(mediumFiles(bare).map(({ name }) => name), [
    "README.TXT",
    "INDEX.HTM",
    "DICOMDIR",
    "MANIFEST.TXT",
  ]);
});

Deno.test({
  name: "sha256sum verifies the copied medium with MANIFEST.TXT",
  ignore: !found("sha256sum", "--version"),
  fn: () =>
    withFolder(async (folder) => {
      const medium = sampleMedium();
      const files = mediumFiles(medium);
      await writeMedium(folder, files, medium.contents);
      const script = `cd "$1" && sha256sum --strict -c MANIFEST.TXT`;
      const seen = await run("sh", ["-c", script, "sh", folder]);
      assert.equal(seen.match(/: OK$/gm)?.length, files.length - 1);
    }),
});
