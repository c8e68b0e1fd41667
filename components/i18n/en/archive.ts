import type { archive as italian } from "../it/archive.ts";

export const archive: typeof italian = {
  title: "Export DICOM studies",
  lead: "A ZIP archive with your original images, to keep or to take to another doctor.",
  onPhone:
    "A ZIP archive needs a computer to be opened. You can prepare it on a phone, but download it on a computer.",
  studies: "Studies to export",
  name: "Name",
  modality: "Modality",
  description: "Description",
  when: "Date and time",
  source: "Source AE",
  choose: "Choice",
  chooseAll: "All studies",
  include: (description, when) => `Export ${description}, ${when}`,
  noDescription: "without description",
  noDate: "without date",
  preparing: "in preparation",
  unavailable: "not available: ask the clinic",
  reports: "Reports",
  includeReports: "Include the reports",
  ofChosen: (reports, size) =>
    reports === 1 ? `1 PDF of the chosen studies, ${size}` : `${reports} PDFs of the chosen studies, ${size}`,
  noneOfChosen: "The chosen studies have no reports.",
  includeOthers: "Include the other documents too",
  others: (reports, size) => reports === 1 ? `1 PDF, ${size}` : `${reports} PDFs, ${size}`,
  media: "Media",
  zip: "ZIP archive",
  size: "Size",
  sizeHint: "A larger archive is divided into volumes, each readable on its own.",
  sizes: {
    unlimited: "no limit",
    cd: "CD (650 MB)",
    dvd: "DVD (4.7 GB)",
    fat32: "FAT32 stick (4 GB)",
  },
  chosen: (studies, reports, size) => {
    const images = studies === 1 ? "1 study" : `${studies} studies`;
    const papers = reports === 0 ? "" : reports === 1 ? " and 1 report" : ` and ${reports} reports`;
    return `${images}${papers}, about ${size}`;
  },
  nothingChosen: "Choose at least one study.",
  start: "Start",
  working: "Preparing the archive",
  workingHint: "You can leave this page open and do something else.",
  done: (percent, bytes, of) => `${percent}% (about ${bytes} of ${of})`,
  stop: "Stop",
  ready: "The archive is ready",
  until: (when) => `You can download it until ${when}.`,
  volume: (number, of) => `Volume ${number} of ${of}`,
  exactly: (size, bytes) => `${size} (${bytes} bytes)`,
  files: (files) => `${files} files`,
  download: "Download",
  downloadVolume: (number, of) => `Download volume ${number} of ${of}`,
  started: "The download has started: you find it among the browser's downloads.",
  resume: "If it breaks off, resume it among the browser's downloads; otherwise press “Download” again.",
  again: "Change the choice",
  empty: "You have no studies with images to export yet.",
  next: "What to do then",
  steps: [
    {
      title: "Extract all",
      text: "On the computer open the downloads folder, right-click the ZIP file and choose “Extract all”.",
    },
    {
      title: "Copy to a stick",
      text: "Copy the extracted folder to a USB stick, if you take it to a doctor.",
    },
    {
      title: "Open INDEX.HTM",
      text:
        "In the folder open INDEX.HTM: reports are read from there. Hand the whole folder to the doctor; README.TXT says how to use it.",
    },
  ],
};
