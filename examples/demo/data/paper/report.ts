/** A clinic's report as a PDF. */
import type { Person } from "../people.ts";
import { drawFoot, drawHead, drawPatient, italianDay, margin, right, width } from "./letterhead.ts";
import { writePdf } from "./pdf.ts";
import {
  A4,
  accent,
  bold,
  createSheet,
  drawLine,
  drawParagraph,
  drawText,
  faded,
  oblique,
  type Sheet,
} from "./sheet.ts";

/** One analyte of a laboratory: what, result, unit, reference; `flag` marks a result outside of it. */
export interface Analyte {
  readonly name: string;
  readonly result: string;
  readonly unit: string;
  readonly reference: string;
  readonly flag?: boolean;
}

export interface Section {
  readonly heading: string;
  readonly text?: string;
  readonly analytes?: readonly Analyte[];
}

export interface Report {
  readonly title: string;
  readonly date: string;
  readonly facility: string;
  readonly unit: string;
  readonly author: string;
  /** What the author signs as. */
  readonly role: string;
  readonly accession?: string;
  readonly sections: readonly Section[];
}

export function reportPdf(patient: Person, report: Report): Uint8Array {
  const sheet = createSheet();
  let y = drawHead(sheet, report.facility);
  drawText(sheet, report.title, { x: margin, y: y + 6, face: bold, size: 14 });
  y = drawPatient(sheet, {
    patient,
    y: y + 20,
    rows: [
      ["Data esame", italianDay(report.date)],
      ["Unità", report.unit],
      ...(report.accession ? [["N. esame", report.accession] as const] : []),
    ],
  });
  for (const section of report.sections) y = drawSection(sheet, { section, y });
  drawSignature(sheet, { report, y: Math.max(y + 36, 600) });
  drawFoot(sheet, "Mod. REF-01 rev. 4");
  return writePdf({ title: report.title, date: report.date, sheets: [sheet] });
}

function drawSection(sheet: Sheet, { section, y }: { section: Section; y: number }): number {
  drawText(sheet, section.heading, { x: margin, y, face: bold, size: 10.5, color: accent });
  let next = y + 16;
  if (section.text) next = drawParagraph(sheet, section.text, { x: margin, y: next, width, leading: 14.5 });
  if (section.analytes) next = drawAnalytes(sheet, { analytes: section.analytes, y: next });
  return next + 10;
}

const COLUMNS = [margin, margin + 235, margin + 310, margin + 390] as const;

function drawAnalytes(
  sheet: Sheet,
  { analytes, y }: { analytes: readonly Analyte[]; y: number },
): number {
  ["Esame", "Risultato", "Unità", "Valori di riferimento"].forEach((title, i) =>
    drawText(sheet, title, { x: COLUMNS[i], y, size: 8, color: faded })
  );
  drawLine(sheet, { from: [margin, y + 5], to: [right, y + 5] });
  let line = y + 18;
  for (const { name, result, unit, reference, flag } of analytes) {
    drawText(sheet, name, { x: COLUMNS[0], y: line, size: 9.5 });
    drawText(sheet, flag ? `${result} *` : result, {
      x: COLUMNS[1],
      y: line,
      size: 9.5,
      face: flag ? bold : 0,
    });
    drawText(sheet, unit, { x: COLUMNS[2], y: line, size: 9.5 });
    drawText(sheet, reference, { x: COLUMNS[3], y: line, size: 9.5 });
    drawLine(sheet, { from: [margin, line + 5], to: [right, line + 5], width: 0.3, color: "0.85 0.88 0.9" });
    line += 16;
  }
  return line;
}

function drawSignature(sheet: Sheet, { report, y }: { report: Report; y: number }): void {
  const middle = right - 95;
  const line = Math.min(y, A4.height - 120);
  drawText(sheet, `Pontelume, ${italianDay(report.date)}`, { x: margin, y: line, size: 9.5 });
  drawText(sheet, report.role, { x: middle, y: line, size: 9, color: faded, align: "center" });
  drawText(sheet, report.author, { x: middle, y: line + 15, size: 10.5, face: bold, align: "center" });
  drawLine(sheet, { from: [middle - 90, line + 22], to: [middle + 90, line + 22] });
  drawText(sheet, "firma dimostrativa, senza valore legale", {
    x: middle,
    y: line + 32,
    size: 7.5,
    face: oblique,
    color: faded,
    align: "center",
  });
}
