/** The three signed forms of a patient, as PDF: each decision a sentence with its two boxes. */
import type { ConsentCode, ConsentDocumentType } from "@tuodossier/sdk/contract";
import { seedClinic } from "../clinic.ts";
import type { Person } from "../people.ts";
import { drawFoot, drawHead, drawPatient, italianDay, margin, right, width } from "./letterhead.ts";
import { writePdf } from "./pdf.ts";
import {
  A4,
  bold,
  createSheet,
  drawBox,
  drawLine,
  drawParagraph,
  drawText,
  faded,
  oblique,
  type Sheet,
} from "./sheet.ts";

export interface Decision {
  readonly code: ConsentCode;
  readonly given: boolean;
}

export interface ConsentForm {
  readonly type: ConsentDocumentType;
  readonly date: string;
  readonly decisions: readonly Decision[];
}

interface Wording {
  readonly title: string;
  readonly form: string;
  readonly intro: string;
}

const wordings: Record<ConsentDocumentType, Wording> = {
  "privacy": {
    title: "Consensi Privacy",
    form: "Mod. PRI-02 rev. 6",
    intro:
      `Letta l'informativa del ${seedClinic.name} (artt. 13 e 14 del Regolamento UE 2016/679) e sapendo che ` +
      "posso cambiare ognuna di queste scelte in ogni momento, allo sportello o sul portale, senza che per questo " +
      "mi sia negata alcuna cura, esprimo liberamente le scelte che seguono.",
  },
  "portal-activation": {
    title: "Richiesta Attivazione Portale TuoDossier",
    form: "Mod. POR-01 rev. 2",
    intro:
      "Chiedo di poter consultare dal portale TuoDossier i miei documenti e le mie immagini. Indico come recapito " +
      "per la prima password e per i codici di sicurezza il numero di cellulare comunicato in accettazione. So che " +
      "le credenziali sono personali, che non devo cederle ad altri e che posso chiedere in ogni momento la " +
      "chiusura dell'accesso.",
  },
  "fea-terms": {
    title: "Dichiarazione di Accettazione delle Condizioni di Servizio FEA",
    form: "Mod. FEA-01 rev. 3",
    intro:
      "Dichiaro di aver letto le condizioni del servizio di Firma Elettronica Avanzata (artt. 56 e 57 del DPCM 22 " +
      "febbraio 2013), che il personale mi ha identificato con un documento valido e che firmo di mio " +
      "pugno sulla tavoletta grafica. So che posso chiedere copia di quanto firmo e che la revoca vale per le " +
      "firme successive.",
  },
};

const sentences: Record<ConsentCode, string> = {
  "fea-use": "Uso della Firma Elettronica Avanzata per i documenti che mi saranno sottoposti",
  "fea": "Consenso alla FEA: firmo con Firma Elettronica Avanzata i moduli di consenso",
  "dse-adhesion": "Dossier Sanitario Elettronico, adesione: i miei documenti sono raccolti in un dossier, " +
    "consultabile da me e dai professionisti che mi hanno in cura",
  "dse-history":
    "Dossier Sanitario Elettronico, recupero storico: vi entrano anche i documenti precedenti all'adesione",
  "remote-reporting":
    "Refertazione da remoto: i miei esami possono essere refertati da un medico in un'altra sede",
  "dse-hiv": "Dati a maggior tutela, sieropositività (L. 135/1990): visibili nel dossier ai professionisti",
  "dse-abortion":
    "Dati a maggior tutela, interruzione volontaria di gravidanza (L. 194/1978): visibili ai professionisti",
  "dse-violence":
    "Dati a maggior tutela, violenza sessuale o pedofilia: visibili nel dossier ai professionisti",
  "portal-activation": "Attivazione del portale TuoDossier a mio nome",
};

export function consentPdf(patient: Person, { type, date, decisions }: ConsentForm): Uint8Array {
  const { title, form, intro } = wordings[type];
  const sheet = createSheet();
  let y = drawHead(sheet, seedClinic.facilities.main);
  drawText(sheet, title, { x: margin, y: y + 6, face: bold, size: 14 });
  y = drawPatient(sheet, { patient, y: y + 20, rows: [["Data", italianDay(date)], ["Modulo", form]] });
  y = drawParagraph(sheet, intro, { x: margin, y, width, leading: 14.5 }) + 12;
  for (const decision of decisions) y = drawDecision(sheet, { decision, y });
  drawSignatures(sheet, { patient, date, y: Math.max(y + 44, 640) });
  drawFoot(sheet, form);
  return writePdf({ title, date, sheets: [sheet] });
}

function drawDecision(sheet: Sheet, { decision, y }: { decision: Decision; y: number }): number {
  const text = { x: margin, y, width: width - 190, size: 9.5, leading: 13 };
  const next = drawParagraph(sheet, sentences[decision.code], text);
  drawTick(sheet, { x: right - 172, y, ticked: decision.given, label: "acconsento" });
  drawTick(sheet, { x: right - 92, y, ticked: !decision.given, label: "non acconsento" });
  drawLine(sheet, { from: [margin, next - 3], to: [right, next - 3], width: 0.3, color: "0.85 0.88 0.9" });
  return next + 12;
}

function drawTick(
  sheet: Sheet,
  { x, y, ticked, label }: { x: number; y: number; ticked: boolean; label: string },
): void {
  drawBox(sheet, { x, y: y - 9, width: 10, height: 10, stroke: "0.2 0.24 0.28" });
  if (ticked) {
    const stroke = { width: 1.6, color: "0.1 0.2 0.55" };
    drawLine(sheet, { from: [x + 1, y - 8.5], to: [x + 9.5, y + 0.5], ...stroke });
    drawLine(sheet, { from: [x + 9, y - 9], to: [x + 1, y + 1], ...stroke });
  }
  drawText(sheet, label, { x: x + 14, y, size: 9, face: ticked ? bold : 0 });
}

function drawSignatures(
  sheet: Sheet,
  { patient, date, y: wanted }: { patient: Person; date: string; y: number },
): void {
  const y = Math.min(wanted, A4.height - 110);
  const name = `${patient.givenName} ${patient.familyName}`;
  drawText(sheet, `Pontelume, ${italianDay(date)}`, { x: margin, y, size: 9.5 });
  for (
    const [x, label, signed] of [[right - 245, "L'operatore", "A. Sportelli"], [
      right - 80,
      patient.sex === "F" ? "La paziente" : "Il paziente",
      name,
    ]] as const
  ) {
    drawText(sheet, label, { x, y, size: 9, color: faded, align: "center" });
    drawText(sheet, signed, {
      x,
      y: y + 20,
      size: 14,
      face: oblique,
      color: "0.1 0.2 0.55",
      align: "center",
    });
    drawLine(sheet, { from: [x - 72, y + 26], to: [x + 72, y + 26] });
  }
  drawText(sheet, "firmato con FEA: firma dimostrativa, senza valore legale", {
    x: right,
    y: y + 38,
    size: 7.5,
    face: oblique,
    color: faded,
    align: "right",
  });
}
