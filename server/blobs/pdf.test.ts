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
