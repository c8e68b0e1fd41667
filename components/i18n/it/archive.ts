import type { VolumeSize } from "@tuodossier/sdk";
const sizes: Readonly<Record<VolumeSize, string>> = {
  unlimited: "senza limiti",
  cd: "CD (650 MB)",
  dvd: "DVD (4,7 GB)",
  fat32: "Chiavetta FAT32 (4 GB)",
};

export const archive = {
  title: "Esporta studi DICOM",
  lead: "Un archivio ZIP con le tue immagini originali, da conservare o da portare a un altro medico.",
  onPhone:
    "Per aprire un archivio ZIP serve un computer. Da un telefono puoi prepararlo, ma conviene scaricarlo dal computer.",
  studies: "Studi da esportare",
  name: "Nome",
  modality: "Modalità",
  description: "Descrizione",
  when: "Data Ora",
  source: "Sorgente AE",
  choose: "Scelta",
  chooseAll: "Tutti gli studi",
  include: (description: string, when: string) => `Esporta ${description}, ${when}`,
  noDescription: "senza descrizione",
  noDate: "senza data",
  preparing: "in preparazione",
  unavailable: "non disponibile: chiedilo alla clinica",
  reports: "Referti",
  includeReports: "Includi i referti",
  ofChosen: (reports: number, size: string) =>
    reports === 1 ? `1 PDF degli studi scelti, ${size}` : `${reports} PDF degli studi scelti, ${size}`,
  noneOfChosen: "Gli studi scelti non hanno referti.",
  includeOthers: "Includi anche gli altri documenti",
  others: (reports: number, size: string) => `${reports} PDF, ${size}`,
  media: "Media",
  zip: "Archivio ZIP",
  size: "Dimensioni",
  sizeHint: "Un archivio più grande viene diviso in più volumi, ognuno leggibile da solo.",
  sizes,
  chosen: (studies: number, reports: number, size: string) => {
    const images = studies === 1 ? "1 studio" : `${studies} studi`;
    const papers = reports === 0 ? "" : reports === 1 ? " e 1 referto" : ` e ${reports} referti`;
    return `${images}${papers}, circa ${size}`;
  },
  nothingChosen: "Scegli almeno uno studio.",
  start: "Inizia",
  working: "Prepariamo l'archivio",
  workingHint: "Puoi lasciare aperta questa pagina e fare altro.",
  /** `43 % (circa 31 MB di 72 MB)`. */
  done: (percent: string, bytes: string, of: string) => `${percent}\u00a0% (circa ${bytes} di ${of})`,
  stop: "Interrompi",
  ready: "L'archivio è pronto",
  until: (when: string) => `Lo puoi scaricare fino al ${when}.`,
  volume: (number: number, of: number) => `Volume ${number} di ${of}`,
  exactly: (size: string, bytes: string) => `${size} (${bytes} byte)`,
  files: (files: string) => `${files} file`,
  download: "Scarica",
  downloadVolume: (number: number, of: number) => `Scarica il volume ${number} di ${of}`,
  started: "Il download è partito: lo trovi tra i download del browser.",
  resume: "Se si interrompe, riprendilo dai download del browser; altrimenti premi di nuovo «Scarica».",
  again: "Cambia la scelta",
  empty: "Non hai ancora studi con immagini da esportare.",
  next: "Che cosa fare dopo",
  steps: [
    {
      title: "Estrai tutto",
      text:
        "Sul computer apri la cartella dei download, premi con il tasto destro sul file ZIP e scegli «Estrai tutto».",
    },
    {
      title: "Copia su una chiavetta",
      text: "Copia la cartella estratta su una chiavetta USB, se la porti a un medico.",
    },
    {
      title: "Apri INDEX.HTM",
      text:
        "Nella cartella apri INDEX.HTM: da lì leggi i referti. Al medico consegna la cartella intera; README.TXT spiega come usarla.",
    },
  ],
};
