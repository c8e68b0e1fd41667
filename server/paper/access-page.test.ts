import assert from "node:assert/strict";
import { correction, generate } from "lean-qr";
import { checkPdf } from "../blobs/pdf.ts";
import { facts, made, readPdf } from "./access-page.testing.ts";
import { faceOf, STROKED_ZERO } from "./face.ts";
import { A4 } from "./sheet.ts";

const has = (program: string) => {
  try {
    return new Deno.Command(program, { args: ["-v"], stdout: "null", stderr: "null" }).outputSync().success;
  } catch {
    return false;
  }
};
const poppler = has("pdftotext") && has("pdffonts") && has("pdfinfo");

async function asked(program: string, options: readonly string[], pdf: Uint8Array): Promise<string> {
  const path = await Deno.makeTempFile({ suffix: ".pdf" });
  try {
    await Deno.writeFile(path, pdf);
    const command = new Deno.Command(program, {
      args: [...options, path, ...program === "pdftotext" ? ["-"] : []],
    });
    const { stdout, stderr } = await command.output();
    assert.equal(new TextDecoder().decode(stderr), "");
    return new TextDecoder().decode(stdout);
  } finally {
    await Deno.remove(path);
  }
}

Deno.test("the page is one sheet of A4 that says all a patient needs, in the order it is read", async () => {
  const bytes = await made();
  const pdf = await readPdf(bytes);
  assert.equal(pdf.count, 1);
  assert.deepEqual([Math.round(pdf.size.width), Math.round(pdf.size.height)], [595, 842]);
  assert.equal(pdf.title, "Istruzioni per l'accesso al portale");
  assert.match(pdf.language, /it-IT/);
  assert.equal(pdf.tagged, true);
  const text = pdf.text();
  let from = 0;
  for (
    const part of [
      "Clinica di prova",
      "MOD-12 · Rev. 3",
      "Aggiornato il 12/01/2026",
      "Istruzioni per l'accesso al portale",
      "Cognome\nEsempi\nNome\nČeňka\nN. esame\nAQ111870/2025P2",
      "Aderendo anche al DSE¹, puoi consultare questo esame",
      "Questo esame sarà disponibile entro il: 02/03/2026",
      "clinica.example/referti",
      "PRV PRV 80A41 Z999S\nÈ il tuo codice fiscale; il segno sbarrato è la cifra zero.",
      "0999 000 000\nLunedì–venerdì 8–19",
      "Guida al portale",
      "*****46",
      "codice di sicurezza (OTP)",
      "12 caratteri",
      "L'SMS non arriva? Aspetta qualche minuto. Hai dimenticato la password?",
      "un computer",
      "¹ Il DSE (Dossier Sanitario Elettronico)",
      "revocare",
      "MOD-12 · Rev. 3",
      "Pag. 1 di 1",
    ]
  ) {
    const at = text.indexOf(part, from);
    assert.ok(at >= 0, `${part} in\n${text.slice(from)}`);
    from = at;
  }
});

Deno.test("what is not known is not on it", async () => {
  const clinic = {
    ...facts.clinic,
    phone: null,
    hours: null,
    formCode: null,
    revision: null,
    updatedOn: null,
  };
  const text = (await readPdf(
    await made({ clinic, examNumber: null, availableOn: null, signInUrl: null, adhesion: false }),
  )).text();
  for (
    const absent of ["N. esame", "Aggiornato", "Rev.", "disponibile entro", "null", "undefined", "Chiama"]
  ) {
    assert.ok(!text.includes(absent), absent);
  }
  assert.match(text, /i tuoi esami sul portale TuoDossier\.\nPuoi aderire in segreteria/);
  assert.match(text, /sul sito della clinica/);
});

Deno.test("the same patient at the same time gives the same bytes, few and safe", async () => {
  const bytes = await made();
  // Another's letters in between: the fonts that are kept must not remember them.
  await made({ patient: { ...facts.patient, familyName: "ΑΒΓ АВС Ä\u00A0Ä" } });
  assert.deepEqual(await made(), bytes);
  assert.ok(bytes.length < 60_000, `${bytes.length}`);
  checkPdf(bytes);
});

/** Where each line begins and ends, from its operators: its fonts' sizes and the characters' widths are not asked. */
const placesOf = (operators: string) =>
  [...operators.matchAll(/^BT .*? rg (-?[\d.]+) (-?[\d.]+) Td/gm)].map(([, x, y]) => ({
    x: Number(x),
    y: Number(y),
  }));

const long = (letter: string, count: number) => letter.repeat(count);
const worst = {
  clinic: {
    ...facts.clinic,
    name: long("W", 200),
    phone: long("0", 200),
    hours: long("W", 200),
    formCode: long("M", 40),
    revision: long("W", 20),
  },
  patient: {
    ...facts.patient,
    familyName: long("W", 100),
    givenName: long("Ǆ", 100),
    codiceFiscale: long("W", 32),
  },
  examNumber: long("W", 40),
  signInUrl: `https://clinica.example/${long("W", 2000)}`,
  guideUrl: `https://${long("portale.", 25)}example/t/pk_7Hk2mQx9TzR4bN8wLs3VfYcJ/guide`,
  adhesion: false,
};

Deno.test("the longest names stay on the one page, whole and within its margins", async () => {
  const bytes = await made(worst);
  const pdf = await readPdf(bytes);
  assert.equal(pdf.count, 1);
  const text = pdf.text().replaceAll("\n", "");
  for (
    const value of [worst.clinic.name, worst.patient.familyName, worst.patient.givenName, worst.examNumber]
  ) {
    assert.ok(text.includes(value));
  }
  for (const { x, y } of placesOf(pdf.operators)) {
    assert.ok(x >= 50 && x <= A4.width - 50 && y >= 20 && y <= A4.height - 40, `${x} ${y}`);
  }
  assert.ok(pdf.text().endsWith("Pag. 1 di 1"));
});

Deno.test("lines never cross the margins, and blocks never each other", { ignore: !poppler }, async () => {
  for (const changes of [{}, worst]) {
    const boxes = await asked("pdftotext", ["-bbox-layout"], await made(changes));
    const lines = [
      ...boxes.matchAll(/<line xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)"/g),
    ]
      .map(([, ...numbers]) => numbers.map(Number));
    assert.ok(lines.length > 20);
    for (const [xMin, yMin, xMax, yMax] of lines) {
      assert.ok(xMin >= 53 && xMax <= A4.width - 53 && yMin >= 30 && yMax <= A4.height - 20);
    }
    for (const [i, one] of lines.entries()) {
      for (const other of lines.slice(i + 1)) {
        // Boxes of neighbouring lines touch by their fonts' measure: only a middle inside another is an overlap.
        const middle = (other[1] + other[3]) / 2;
        const quarter = (one[3] - one[1]) / 4;
        const apart = other[0] >= one[2] || other[2] <= one[0] || middle <= one[1] + quarter ||
          middle >= one[3] - quarter;
        assert.ok(apart, `${one} over ${other}`);
      }
    }
  }
});

Deno.test("every script is shown, or shown to be missing", async () => {
  const patient = {
    ...facts.patient,
    familyName: "Čšž-Ðurić Ňguyễn Thị Παπαδοπούλου Щербакова",
    givenName: "①ﬁ 漢字 علي 😀 e\u0301 a\u200Bb \u202Eevil \uD800",
  };
  const text = (await readPdf(await made({ patient }))).text().replaceAll("\n", " ");
  assert.ok(text.includes(patient.familyName), text);
  assert.ok(text.includes("1ﬁ �� ��� � é ab evil �"), text);
  assert.ok(!text.includes("(none)"));
});

Deno.test("the code is the guide's address, module by module, with its white margin", async () => {
  const { operators } = await readPdf(await made());
  const dark = operators.split("\n").filter((line) => line.startsWith("0 0 0 rg") && line.endsWith(" f"))[0];
  const white = /1 1 1 rg ([\d.]+) ([\d.]+) ([\d.]+) ([\d.]+) re f/.exec(operators)!.slice(1).map(Number);
  const expected = generate(facts.guideUrl, { minCorrectionLevel: correction.M });
  const module = white[2] / (expected.size + 8);
  const found = new Set<string>();
  for (const [, ...numbers] of dark.matchAll(/([\d.]+) ([\d.]+) ([\d.]+) ([\d.]+) re/g)) {
    const [x, y, width, height] = numbers.map(Number);
    assert.ok(Math.abs(height - module) < 0.02);
    const column = Math.round((x - white[0]) / module) - 4;
    const row = Math.round((white[1] + white[3] - y - height) / module) - 4;
    for (let i = 0; i < Math.round(width / module); i++) found.add(`${column + i} ${row}`);
  }
  for (let y = -4; y < expected.size + 4; y++) {
    for (let x = -4; x < expected.size + 4; x++) {
      assert.equal(found.has(`${x} ${y}`), expected.get(x, y), `${x} ${y}`);
    }
  }
  // 0.5 mm and more a module: any telephone reads that.
  assert.ok(module * 25.4 / 72 > 0.5);
});

Deno.test("a logo stands on it, and a broken one is left out", async () => {
  const png = (body: string) => new Uint8Array([...atob(body)].map((one) => one.charCodeAt(0)));
  const dot = png(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
  );
  const withLogo = (png: Uint8Array) => ({
    clinic: { ...facts.clinic, logo: { png, width: 300, height: 100 } },
  });
  assert.match((await readPdf(await made(withLogo(dot)))).operators, /\/logo Do/);
  const broken = dot.slice(0, 40);
  assert.doesNotMatch((await readPdf(await made(withLogo(broken)))).operators, /\/logo Do/);
});

Deno.test("poppler finds embedded subsets, tags, and the text in order", { ignore: !poppler }, async () => {
  const bytes = await made();
  const fonts = (await asked("pdffonts", [], bytes)).trim().split("\n").slice(2);
  assert.equal(fonts.length, 2);
  for (const font of fonts) {
    assert.match(font, /^[A-Z]{6}\+NotoSans-\w+ +CID TrueType +Identity-H +yes yes yes/);
  }
  assert.match(
    await asked("pdfinfo", [], bytes),
    /Tagged: +yes[^]*Pages: +1\n[^]*595\.28 x 841\.89 pts \(A4\)/,
  );
  for (const option of ["-layout", "-raw"]) {
    const text = await asked("pdftotext", [option], bytes);
    assert.match(
      text,
      /Istruzioni per l'accesso al portale[^]*Esempi[^]*disponibile entro il: 02\/03\/2026[^]*Come accedere[^]*1 +Apri[^]*Pag\. 1 di 1/,
    );
  }
});

Deno.test("a zero of the username is drawn with a stroke, unlike the letter O, and copied as a zero", async () => {
  const of = async (codiceFiscale: string) =>
    await readPdf(await made({ patient: { ...facts.patient, codiceFiscale } }));
  const [zeroes, letters] = [await of("PRVPRV00A41Z999S"), await of("PRVPRVOOA41Z999S")];
  assert.ok(zeroes.text().includes("PRV PRV 00A41 Z999S"));
  assert.ok(letters.text().includes("PRV PRV OOA41 Z999S"));
  assert.ok(!letters.text().includes("sbarrato"));
  const face = await faceOf("strong");
  const glyphOf = (one: string) => face.glyphOf(one.codePointAt(0)!).id;
  assert.equal(new Set([glyphOf("0"), glyphOf("O"), glyphOf(STROKED_ZERO)]).size, 3);
});
