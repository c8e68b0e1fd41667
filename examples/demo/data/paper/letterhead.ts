/** The clinic's paper: head with its logo, foot with page number and what the sheet is. */
import { seedClinic } from "../clinic.ts";
import type { Person } from "../people.ts";
import {
  A4,
  accent,
  bold,
  drawBox,
  drawDisc,
  drawLine,
  drawText,
  faded,
  oblique,
  type Sheet,
} from "./sheet.ts";

export const margin = 52;
export const right = A4.width - margin;
export const width = right - margin;

/** `2026-03-02` as `02/03/2026`. */
export const italianDay = (day: string) => day.split("-").reverse().join("/");

/** Draws the head; returns where the page goes on. */
export function drawHead(sheet: Sheet, facility: string): number {
  drawLogo(sheet, { x: margin + 22, y: 66 });
  drawText(sheet, seedClinic.name, { x: margin + 56, y: 56, face: bold, size: 17, color: accent });
  drawText(sheet, facility, { x: margin + 56, y: 71, size: 9.5 });
  drawText(sheet, seedClinic.director, { x: right, y: 48, size: 8, color: faded, align: "right" });
  drawText(sheet, seedClinic.address, { x: right, y: 59, size: 8, color: faded, align: "right" });
  drawText(sheet, `Tel. ${seedClinic.phone}`, { x: right, y: 70, size: 8, color: faded, align: "right" });
  drawLine(sheet, { from: [margin, 84], to: [right, 84], width: 1.4, color: accent });
  return 112;
}

/** A sun that rises out of fog: what the clinic's invented name says. */
function drawLogo(sheet: Sheet, { x, y }: { x: number; y: number }): void {
  drawDisc(sheet, { x, y, radius: 16, fill: "0.96 0.66 0.2", half: true });
  for (const [i, half] of [22, 17, 11].entries()) {
    const lineY = y + 3 + i * 4.5;
    drawLine(sheet, { from: [x - half, lineY], to: [x + half, lineY], width: 2.2, color: accent });
  }
  for (let i = 0; i < 5; i++) {
    const angle = Math.PI * (i + 1) / 6;
    const ray = (r: number) => [x - r * Math.cos(angle), y - r * Math.sin(angle)] as const;
    drawLine(sheet, { from: ray(19.5), to: ray(24), width: 1.6, color: "0.96 0.66 0.2" });
  }
}

export function drawFoot(sheet: Sheet, form: string): void {
  const y = A4.height - 40;
  drawLine(sheet, { from: [margin, y - 12], to: [right, y - 12] });
  drawText(sheet, form, { x: margin, y, size: 7.5, color: faded });
  drawText(sheet, "Documento dimostrativo: persone, strutture e dati sono inventati", {
    x: A4.width / 2,
    y,
    size: 7.5,
    face: oblique,
    color: faded,
    align: "center",
  });
  drawText(sheet, "Pag. 1 di 1", { x: right, y, size: 7.5, color: faded, align: "right" });
}

/** The framed block that says whom the sheet is about; returns where the page goes on. */
export function drawPatient(
  sheet: Sheet,
  { patient, y, rows }: { patient: Person; y: number; rows: readonly (readonly [string, string])[] },
): number {
  const cells = [
    ["Paziente", `${patient.familyName.toUpperCase()} ${patient.givenName}`],
    ["Codice fiscale", patient.codiceFiscale],
    [patient.sex === "F" ? "Nata il" : "Nato il", italianDay(patient.birthDate)],
    ["ID paziente", patient.patientNumber],
    ...rows,
  ] as const;
  const height = Math.ceil(cells.length / 2) * 16 + 10;
  drawBox(sheet, { x: margin, y, width, height, fill: "0.955 0.97 0.975", stroke: "0.8 0.86 0.88" });
  cells.forEach(([label, value], i) => {
    const x = margin + 10 + (i % 2) * (width / 2);
    const line = y + 17 + Math.floor(i / 2) * 16;
    drawText(sheet, label, { x, y: line, size: 8, color: faded });
    drawText(sheet, value, { x: x + 70, y: line, size: 9.5, face: i === 0 ? bold : 0 });
  });
  return y + height + 26;
}
