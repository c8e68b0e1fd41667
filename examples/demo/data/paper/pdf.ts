/** Writing a PDF at once, with the same bytes for the same content (ISO 32000-1 §7.5); Latin text, built-in fonts. */
import { createHash } from "node:crypto";
import type { Sheet } from "./sheet.ts";
import { fonts } from "./sheet.ts";

export interface Paper {
  readonly title: string;
  /** `YYYY-MM-DD`: stands as the day of creation. */
  readonly date: string;
  readonly sheets: readonly Sheet[];
}

/** A4, in points. */
const BOX = "[0 0 595.28 841.89]";

export function writePdf({ title, date, sheets }: Paper): Uint8Array {
  const created = `(D:${date.replaceAll("-", "")}120000Z)`;
  const firstPage = 4 + fonts.length;
  const pages = sheets.map((_, i) => `${firstPage + 2 * i} 0 R`).join(" ");
  const fontNames = fonts.map((_, i) => `/F${i} ${4 + i} 0 R`).join(" ");
  const objects = [
    "<< /Type /Catalog /Pages 2 0 R /Lang (it-IT) /ViewerPreferences << /DisplayDocTitle true >> >>",
    `<< /Type /Pages /Kids [${pages}] /Count ${sheets.length} >>`,
    `<< /Title ${utf16(title)} /Producer (TuoDossier demo) /CreationDate ${created} /ModDate ${created} >>`,
    ...fonts.map((name) => `<< /Type /Font /Subtype /Type1 /BaseFont /${name} /Encoding /WinAnsiEncoding >>`),
    ...sheets.flatMap((sheet, i) => [
      `<< /Type /Page /Parent 2 0 R /MediaBox ${BOX} /Resources << /Font << ${fontNames} >> >> ` +
      `/Contents ${firstPage + 2 * i + 1} 0 R >>`,
      stream(sheet.operators.join("\n")),
    ]),
  ];
  return withCrossReferences(objects);
}

const stream = (content: string) => `<< /Length ${content.length} >>\nstream\n${content}\nendstream`;

/** Text of the information dictionary, UTF-16 with its mark (ISO 32000-1 §7.9.2.2). */
const utf16 = (text: string) =>
  `<FEFF${[...Array(text.length).keys()].map((i) => hex4(text.charCodeAt(i))).join("")}>`;
const hex4 = (code: number) => code.toString(16).padStart(4, "0").toUpperCase();

function withCrossReferences(objects: readonly string[]): Uint8Array {
  let body = "%PDF-1.4\n%\xe2\xe3\xcf\xd3\n";
  const entries = objects.map((object, i) => {
    const at = body.length;
    body += `${i + 1} 0 obj\n${object}\nendobj\n`;
    return `${String(at).padStart(10, "0")} 00000 n \n`;
  });
  const id = createHash("sha256").update(body).digest("hex").slice(0, 32).toUpperCase();
  const trailer = `<< /Size ${objects.length + 1} /Root 1 0 R /Info 3 0 R /ID [<${id}> <${id}>] >>`;
  const xref = `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${entries.join("")}`;
  return latin1(`${body}${xref}trailer\n${trailer}\nstartxref\n${body.length}\n%%EOF\n`);
}

const latin1 = (text: string) => Uint8Array.from(text, (character) => character.charCodeAt(0));
