/** Kinds of document a long history is made of: for each sentence of the text, what it may say. */
import type { DocumentType } from "@tuodossier/sdk/contract";
import { seedClinic } from "../clinic.ts";
import { authors } from "./authors.ts";

export interface HistoryKind {
  readonly type: DocumentType;
  readonly title: string;
  readonly author: typeof authors[keyof typeof authors];
  /** Left out: one or the other of the two imaging sites. */
  readonly facility?: string;
  /** Start of the accession number. */
  readonly prefix: string;
  /** The first is always there, the others sometimes. */
  readonly services: readonly string[];
  readonly question?: readonly string[];
  readonly heading: string;
  readonly findings: readonly (readonly string[])[];
  readonly conclusions: readonly string[];
}

const unchanged = "Reperti invariati rispetto al controllo precedente.";
const normal = "Esame nei limiti della norma.";

export const historyKinds: readonly HistoryKind[] = [
  {
    type: "referto",
    title: "Radiografia del torace",
    author: authors.radiology,
    prefix: "AQ",
    services: ["RX TORACE 2 PROIEZIONI"],
    question: ["Tosse persistente.", "Controllo preoperatorio.", "Dispnea da sforzo."],
    heading: "Referto",
    findings: [
      ["Non lesioni pleuro-parenchimali in atto.", "Lieve accentuazione della trama alle basi."],
      ["Ombra cardiaca nei limiti.", "Cuore ai limiti superiori per dimensioni."],
      ["Aorta di calibro regolare.", "Aorta allungata, con calcificazioni dell'arco."],
    ],
    conclusions: [normal, unchanged],
  },
  {
    type: "referto",
    title: "Radiografia del ginocchio",
    author: authors.radiology,
    prefix: "AQ",
    services: ["RX GINOCCHIO DX", "RX GINOCCHIO SX"],
    question: ["Dolore da carico.", "Trauma distorsivo."],
    heading: "Referto",
    findings: [
      ["Riduzione della rima femoro-tibiale mediale.", "Rime articolari conservate."],
      ["Piccoli osteofiti marginali.", "Non segni di frattura recente."],
    ],
    conclusions: ["Artrosi femoro-tibiale di grado lieve.", unchanged],
  },
  {
    type: "referto",
    title: "Ecografia della tiroide",
    author: authors.radiology,
    prefix: "AQ",
    services: ["ECO TIROIDE E PARATIROIDI"],
    heading: "Referto",
    findings: [
      ["Tiroide in sede, di volume regolare.", "Tiroide ai limiti superiori per volume."],
      ["Nodulo isoecogeno di 7 mm al lobo destro.", "Non noduli.", "Due formazioni colloidali di 4 mm."],
      ["Non linfonodi sospetti."],
    ],
    conclusions: ["Controllo tra 12 mesi.", normal, unchanged],
  },
  {
    type: "referto",
    title: "Mineralometria ossea (MOC DEXA)",
    author: authors.radiology,
    prefix: "AQ",
    services: ["MOC DEXA LOMBARE", "MOC DEXA FEMORALE"],
    heading: "Referto",
    findings: [
      ["Rachide lombare L1-L4: T-score -1,8.", "Rachide lombare L1-L4: T-score -2,1."],
      ["Collo del femore: T-score -1,6.", "Collo del femore: T-score -1,9."],
    ],
    conclusions: ["Quadro di osteopenia.", "Osteopenia stabile."],
  },
  {
    type: "referto",
    title: "Elettrocardiogramma",
    author: authors.cardiology,
    facility: seedClinic.facilities.cardiology,
    prefix: "CD",
    services: ["ECG", "VISITA CARDIOLOGICA"],
    heading: "Referto",
    findings: [
      ["Ritmo sinusale a 68/min.", "Ritmo sinusale a 74/min.", "Bradicardia sinusale a 56/min."],
      ["Conduzione atrioventricolare normale.", "Blocco di branca destra incompleto."],
      ["Ripolarizzazione nei limiti."],
    ],
    conclusions: [normal, unchanged],
  },
  {
    type: "referto-laboratorio",
    title: "Esami di laboratorio",
    author: authors.laboratory,
    facility: seedClinic.facilities.laboratory,
    prefix: "LB",
    services: ["EMOCROMO", "GLICEMIA", "CREATININA", "ESAME URINE", "TSH"],
    heading: "Risultati",
    findings: [
      ["Emoglobina 13,1 g/dL (12,0 – 16,0).", "Emoglobina 12,6 g/dL (12,0 – 16,0)."],
      ["Glucosio 96 mg/dL (70 – 100).", "Glucosio 104 mg/dL (70 – 100), fuori riferimento."],
      ["Creatinina 0,84 mg/dL (0,50 – 0,90).", "Creatinina 0,79 mg/dL (0,50 – 0,90)."],
    ],
    conclusions: ["I risultati vanno valutati dal medico curante."],
  },
  {
    type: "referto-laboratorio",
    title: "Controllo della coagulazione",
    author: authors.laboratory,
    facility: seedClinic.facilities.laboratory,
    prefix: "LB",
    services: ["PT INR", "APTT"],
    heading: "Risultati",
    findings: [["INR 1,02.", "INR 1,08."], ["aPTT 29 s (24 – 36).", "aPTT 31 s (24 – 36)."]],
    conclusions: ["Valori nei limiti."],
  },
  {
    type: "lettera",
    title: "Lettera al medico curante",
    author: authors.neurology,
    prefix: "VS",
    services: ["VISITA NEUROLOGICA"],
    heading: "Gentile collega",
    findings: [
      ["ho visto la paziente per cefalea.", "ho rivisto la paziente per il controllo concordato."],
      ["L'esame neurologico è nella norma.", "Lieve instabilità alla prova di Romberg."],
      ["Prosegua la terapia in corso.", "Si propone un ciclo di fisioterapia."],
    ],
    conclusions: ["Controllo tra sei mesi.", "Controllo al bisogno."],
  },
  {
    type: "verbale",
    title: "Verbale di prestazione ambulatoriale",
    author: authors.surgery,
    prefix: "VS",
    services: ["MEDICAZIONE", "RIMOZIONE PUNTI"],
    heading: "Descrizione",
    findings: [
      ["Ferita in ordine, margini accostati.", "Ferita asciutta, lieve arrossamento dei margini."],
      ["Medicazione eseguita senza dolore.", "Rimossi i punti, applicati cerotti di sostegno."],
    ],
    conclusions: ["Prossima medicazione tra quattro giorni.", "Non occorrono altri controlli."],
  },
];
