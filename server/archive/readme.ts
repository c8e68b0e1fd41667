/** README.TXT, as IHE PDI asks for it: who made the medium, what is on it, how to read it. */
import { italianDay } from "../clock.ts";
import type { Medium } from "./medium.ts";

/** Lines end in CR LF and have ASCII only: any program on any system shows them. */
export function readme({ clinic, createdAt, volume, studies, reports }: Medium): string {
  const day = createdAt.toISOString().slice(0, 10);
  const part = volume.of > 1;
  const lines = [
    `ESAMI E REFERTI - ${clinic.name}`,
    ...(clinic.phone ? [`Telefono: ${clinic.phone}`] : []),
    `Creato il ${italianDay(day)} con TuoDossier`,
    ...(part ? [`Volume ${volume.number} di ${volume.of}: si legge anche da solo`] : []),
    "",
    "COME SI USA",
    "1. Estrai tutto l'archivio in una cartella.",
    '   Windows: tasto destro sull\'archivio, "Estrai tutto". Mac: doppio clic.',
    "2. Copia la cartella, con tutto quello che contiene, su una chiavetta o un disco.",
    "3. Apri INDEX.HTM: e' l'elenco degli esami e apre i referti.",
    "4. Per le immagini dai al medico la cartella intera: il suo programma legge il",
    "   file DICOMDIR.",
    "",
    "CHE COSA CONTIENE",
    "INDEX.HTM     elenco di esami e referti, si apre con qualunque browser",
    ...(reports.length ? ["REPORTS       referti in PDF"] : []),
    ...(studies.length ? ["DICOM         immagini, in formato DICOM"] : []),
    "DICOMDIR      indice delle immagini, per i programmi che le leggono",
    "MANIFEST.TXT  impronta SHA-256 di ogni file, per verificare la copia",
    "",
    "Contiene dati sanitari: conservalo con cura e consegnalo solo a chi ti cura.",
    "",
    "",
    `EXAMS AND REPORTS - ${clinic.name}`,
    ...(clinic.phone ? [`Telephone: ${clinic.phone}`] : []),
    `Made on ${day} by TuoDossier`,
    ...(part ? [`Volume ${volume.number} of ${volume.of}: it can be read on its own`] : []),
    "",
    "HOW TO USE IT",
    "1. Extract the whole archive into a folder.",
    "2. Copy the folder with all it contains to a USB stick or a disk.",
    "3. Open INDEX.HTM: it lists the exams and opens the reports.",
    "4. For the images give the doctor the whole folder: their program reads the",
    "   file DICOMDIR.",
    "",
    "CONTENTS",
    "INDEX.HTM     list of exams and reports, opens in any browser",
    ...(reports.length ? ["REPORTS       reports, as PDF"] : []),
    ...(studies.length ? ["DICOM         images, in DICOM format"] : []),
    "DICOMDIR      index of the images, for the programs that read them",
    "MANIFEST.TXT  SHA-256 digest of every file, to verify a copy",
    "",
    "It holds health data: keep it with care, hand it only to who treats you.",
    "",
  ];
  return lines.map(ascii).join("\r\n");
}

/** `perché` becomes `perche'`, as Italian is typed without accents; other letters lose their marks. */
const ascii = (text: string): string =>
  text.replace(/([àèéìòù])(?!\p{L})/giu, "$1'").normalize("NFD").replace(/\p{M}/gu, "").replace(
    /[^\x20-\x7e]/g,
    "?",
  );
