import assert from "node:assert/strict";
import { deflateSync } from "node:zlib";
import { checkPdf, PDF_LIMIT } from "./pdf.ts";

const bytes = (text: string) => Uint8Array.from(text, (character) => character.charCodeAt(0));
const pdf = (body: string) => bytes(`%PDF-1.7\n${body}\n%%EOF\n`);
const stream = (dictionary: string, content: Uint8Array) =>
  `1 0 obj\n<<${dictionary}>>\nstream\n${String.fromCharCode(...content)}\nendstream\nendobj\n`;
const refused = (document: Uint8Array, reason: string) =>
  assert.throws(() => checkPdf(document), { name: "RefusedPdf", reason });

Deno.test("what is no PDF is refused, whatever its name", () => {
  refused(bytes("PK\x03\x04"), "not-a-pdf");
  refused(bytes(""), "not-a-pdf");
  refused(bytes("\n%PDF-1.7"), "not-a-pdf");
  refused(new Uint8Array(PDF_LIMIT + 1), "too-large");
});

Deno.test("active content is refused where it stands, however its name is written", () => {
  const names = [
    "/S /JavaScript /JS (app.alert(1))",
    "/JS(1)",
    "/S/Launch/F(cmd.exe)",
    "/Type/EmbeddedFile",
    "/Names<</EmbeddedFiles 3 0 R>>",
    "/S /J#61vaScript",
    "/S /#4a#61#76#61#53#63#72#69#70#74 ",
    "/S /#4AavaScript ",
    "/S/SubmitForm",
    "/S/ImportData",
    "/Subtype/RichMedia",
    "/AcroForm<</XFA 5 0 R>>",
    "/S/GoToR/F(other.pdf)",
    "/S/GoToE",
    "/Subtype/FileAttachment",
    "/Subtype/Movie",
    "/S/Sound",
  ];
  for (const name of names) refused(pdf(`1 0 obj\n<<${name}>>\nendobj`), "active-content");
});

Deno.test("active content is found in packed objects, and in what only looks like a stream", () => {
  const hidden = bytes("1 0 <</S/JavaScript/JS(1)>>");
  refused(pdf(stream("/Type/ObjStm/N 1/First 4/Filter/FlateDecode", deflateSync(hidden))), "active-content");
  refused(pdf(stream("/Type/ObjStm/Filter[/Fl]", deflateSync(bytes("1 0 <</JS(1)>>")))), "active-content");
  refused(pdf(stream("/Type/ObjStm/N 1/First 4", bytes("1 0 <</JS(1)>>"))), "active-content");
  const untyped = stream("/N 1/First 4/Filter/FlateDecode", deflateSync(bytes("1 0 <</JS(1)>>")));
  refused(pdf(untyped), "active-content");
  refused(pdf(`9 0 obj\n(stream\n)\nendobj\n${untyped}`), "active-content");
  refused(pdf(stream("/Filter/FlateDecode", deflateSync(bytes("1 0 <</JS(1)>>")))), "active-content");
  refused(pdf(stream("/Length 40", bytes("2 0 obj<</S/Launch>>endobj"))), "active-content");
});

Deno.test("packed objects that cannot be read, or are a bomb, are refused; so is encryption", () => {
  refused(pdf(stream("/Type/ObjStm/Filter/LZWDecode", bytes("xx"))), "unreadable");
  refused(pdf(stream("/Type/ObjStm/Filter/FlateDecode", bytes("no deflate"))), "unreadable");
  const bomb = deflateSync(new Uint8Array(65 * 1024 * 1024));
  refused(
    pdf(`1 0 obj\n<</Type/ObjStm/Filter/FlateDecode>>\nstream\n${latin1(bomb)}\nendstream`),
    "unreadable",
  );
  refused(pdf("trailer\n<</Encrypt 5 0 R>>"), "encrypted");
});

const latin1 = (content: Uint8Array) => new TextDecoder("latin1").decode(content);

Deno.test("an ordinary report passes: links, views, pictures with any bytes in them", () => {
  checkPdf(pdf("1 0 obj\n<</Type/Catalog/OpenAction[3 0 R/Fit]/JSON 1/Launcher 2>>\nendobj"));
  checkPdf(pdf("1 0 obj\n<</S/URI/URI(https://clinic.example)>>\nendobj"));
  checkPdf(pdf(stream("/Filter/FlateDecode", deflateSync(bytes("0 0 595 842 re W n (JS) Tj")))));
  checkPdf(pdf("stream\n".repeat(1000)));
  checkPdf(pdf(stream("/Subtype/Image/Filter/DCTDecode", bytes("\xff\xd8/JS \x00/JS("))));
  checkPdf(pdf(stream("/Type/ObjStm/Filter/FlateDecode", deflateSync(bytes("1 0 <</Type/Font>>")))));
});

Deno.test("packed objects packed in an unusual way are refused, however their dictionary is dressed", () => {
  const script = bytes("1 0 <</S/JavaScript/JS(app.alert(1))>>");
  const [once, twice] = [deflateSync(script), deflateSync(deflateSync(script))];
  const hexOfScript = bytes(`${[...script].map((one) => one.toString(16).padStart(2, "0")).join("")}>`);
  // PNG rows of eight bytes, each the difference to the byte before it (ISO 32000-2 §7.4.4.4).
  const rows = Array.from({ length: Math.ceil(script.length / 8) }, (_, row) => {
    const cells = Array.from({ length: 8 }, (_, i) => script[row * 8 + i] ?? 32);
    return [1, ...cells.map((cell, i) => cell - (cells[i - 1] ?? 0) & 255)];
  });
  const predicted = deflateSync(Uint8Array.from(rows.flat()));
  const head = "/Type/ObjStm/N 1/First 4";
  const png = "/Predictor 11/Columns 8";
  const cases: [string, Uint8Array][] = [
    [`${head}/Filter[/FlateDecode/FlateDecode]`, twice],
    [`${head}/Filter[/Fl /Fl]`, twice],
    [`${head}/Filter[/FlateDecode/ASCIIHexDecode]`, deflateSync(hexOfScript)],
    [`${head}/Filter[/ASCIIHexDecode/FlateDecode]`, bytes("789c>")],
    [`${head}/Filter 7 0 R`, twice],
    [`${head}/Filter/FlateDecode/DecodeParms<<${png}>>`, predicted],
    [`${head}/DecodeParms<<${png}>>/Filter/FlateDecode`, predicted],
    [`${head}/Filter/FlateDecode/DecodeParms[<<${png}>>]`, predicted],
    [`${head}/Filter/FlateDecode/DecodeParms 7 0 R`, predicted],
    [`${head}/Filter/FlateDecode/DP<<${png}>>`, predicted],
    [`${head}/Filter/FlateDecode/Decode#50arms<<${png}>>`, predicted],
    [`${head}/Filt#65r[/FlateDecode/FlateDecode]`, twice],
    [`/N 1/#46irst 4/Filter/FlateDecode/DecodeParms<<${png}>>`, predicted],
    // What looks like another object's beginning is in a text or a comment.
    [`${head}/Filter/FlateDecode/DecodeParms<<${png}>>/X(obj)`, predicted],
    [`${head}/Filter/FlateDecode/DecodeParms<<${png}>>/X(9 0 obj<<)`, predicted],
    [`${head}/Filter/FlateDecode/DecodeParms<<${png}>>/X<</Y(endobj\n9 0 obj<<)>>`, predicted],
    [`${head}/Filter/FlateDecode/DecodeParms<<${png}>>% 9 0 obj <<\n`, predicted],
    [`${head}/Filter/FlateDecode/DecodeParms<<${png}>>${" ".repeat(5000)}`, predicted],
    [`${head}/Filter/FlateDecode/DecodeParms<<${png}>>%${"x".repeat(5000)}\n`, predicted],
    [`/Filter[/FlateDecode/FlateDecode]${" ".repeat(5000)}`, twice],
    ["/Filter[/FlateDecode/FlateDecode]", twice],
    [`/Filter/FlateDecode>>endobj 2 ${" ".repeat(60)}0 obj<<${head}/Filter[/Fl/Fl]`, twice],
    [`${head}${"/X(1 0 obj<<)".repeat(200)}/Filter[/FlateDecode/FlateDecode]`, twice],
  ];
  for (const [dictionary, content] of cases) {
    assert.throws(
      () => checkPdf(pdf(stream(dictionary, content))),
      { name: "RefusedPdf" },
      dictionary.slice(0, 100),
    );
  }
  refused(pdf(stream(`${head}/Filter[ /FlateDecode ]/DecodeParms null`, once)), "active-content");
});

Deno.test("the usual packing passes: cross-references and pictures with predictors, object streams without", () => {
  const objects = deflateSync(bytes("1 0 <</Type/Font>>"));
  const table = deflateSync(Uint8Array.from([2, 1, 0, 0, 0, 2, 0, 0, 255, 1]));
  for (const filter of ["/FlateDecode", "[/FlateDecode]", " /Fl "]) {
    checkPdf(pdf(stream(`/Type/ObjStm/N 1/First 4/Filter${filter}`, objects)));
    checkPdf(pdf(stream(`/Type /ObjStm /N 1 /First 4 /Filter${filter} /DecodeParms null `, objects)));
  }
  const predictor = "/DecodeParms<</Columns 4/Predictor 12>>";
  checkPdf(pdf(stream(`/Type/XRef/W[1 2 1]/Filter/FlateDecode${predictor}`, table)));
  checkPdf(pdf(stream(`/Subtype/Image/Filter/FlateDecode${predictor}`, deflateSync(new Uint8Array(5000)))));
  checkPdf(pdf(stream("/Subtype/Image/Filter[/FlateDecode/DCTDecode]", deflateSync(bytes("\xff\xd8 jpeg")))));
});

Deno.test("a file made to be slow is judged in a moment", () => {
  const objects = "9 0 obj<<)".repeat(400);
  const slow = [
    `${objects}stream\n`.repeat(12_000),
    "% 1 0 obj stream\n".repeat(90_000),
    "1 ".repeat(2000) + "stream\n".repeat(90_000),
  ].map((body) => new TextEncoder().encode(`%PDF-1.7\n${body}`));
  const begin = performance.now();
  for (const document of slow) checkPdf(document);
  assert.ok(performance.now() - begin < 20_000);
});
