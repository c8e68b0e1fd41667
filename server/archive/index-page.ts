/** INDEX.HTM: what is on the medium, readable in any browser without a network and without JavaScript. */
import type { DirectoryKeys } from "./dicomdir-keys.ts";
import type { MediumReport, MediumSeries, MediumStudy, Placed, PlacedMedium } from "./medium.ts";
import { PAGE_STYLE } from "./index-page-style.ts";

export function indexPage(medium: PlacedMedium): string {
  const { clinic, patientName, createdAt, volume, placedReports, placedStudies } = medium;
  const made = dayOf(createdAt.toISOString().slice(0, 10).replaceAll("-", ""));
  const parts = volume.of > 1
    ? `<p>Volume ${volume.number} di ${volume.of}: si legge anche da solo.
<span lang="en">Volume ${volume.number} of ${volume.of}, readable on its own.</span></p>\n`
    : "";
  return `<!DOCTYPE html>
<html lang="it">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Esami e referti, ${text(clinic.name)}</title>
<style>${PAGE_STYLE}</style>
</head>
<body>
<header>
<p>${text(clinic.name)}${clinic.phone ? `, ${text(clinic.phone)}` : ""}</p>
<h1>${text(patientName)}</h1>
<p>Esami e referti, archivio del ${made}. <span lang="en">Exams and reports.</span></p>
${parts}</header>
<main>
${section("Referti", "Reports", placedReports.map(reportItem))}${
    section("Immagini", "Images", placedStudies.map(studyItem))
  }<section>
<h2>Come si usa <span lang="en">How to use it</span></h2>
<p>I referti si aprono da qui. Per le immagini consegna al medico la cartella intera: il suo programma
legge il file <code>DICOMDIR</code>. Se stai leggendo dentro un archivio ZIP, estrailo prima tutto.</p>
<p lang="en">Reports open from here. For the images hand the whole folder to the doctor, whose program
reads the file <code>DICOMDIR</code>. If you read this inside a ZIP archive, extract all of it first.</p>
</section>
</main>
<footer>
<p>Contiene dati sanitari: conservalo con cura.
<span lang="en">It holds health data: keep it with care.</span></p>
<p><a href="README.TXT">README.TXT</a> <a href="MANIFEST.TXT">MANIFEST.TXT</a></p>
</footer>
</body>
</html>
`;
}

const section = (title: string, english: string, items: readonly string[]): string =>
  items.length === 0
    ? ""
    : `<section>\n<h2>${title} <span lang="en">${english}</span></h2>\n<ul>\n${
      items.join("")
    }</ul>\n</section>\n`;

const reportItem = ({ name, report }: { name: string; report: MediumReport }): string =>
  `<li><a href="${name}">${text(report.title)}</a><p>${
    dayOf(report.date.replaceAll("-", ""))
  }, PDF</p></li>\n`;

function studyItem({ item, folder }: Placed<MediumStudy>): string {
  const path = folder.join("/");
  const title = key(item.keys, "StudyDescription") || "Esame senza descrizione";
  const modalities = [...new Set(item.series.map(({ keys }) => key(keys, "Modality")).filter(Boolean))];
  const facts = [
    dayOf(key(item.keys, "StudyDate")),
    modalities.join(", "),
    key(item.keys, "AccessionNumber"),
  ];
  return `<li><h3>${text(title)}</h3>
<p>${text(facts.filter(Boolean).join(", "))}</p>
<ol>
${item.series.map(seriesItem).join("")}</ol>
<p><a href="${path}/">Cartella ${path}</a></p></li>
`;
}

function seriesItem({ keys, instances }: MediumSeries): string {
  const title = key(keys, "SeriesDescription") || key(keys, "Modality") || "Serie";
  const count = instances.length === 1 ? "1 file" : `${instances.length} file`;
  return `<li>${text(title)} <small>${count}</small></li>\n`;
}

const key = (keys: DirectoryKeys, keyword: string): string => {
  const value = keys[keyword];
  return typeof value === "string" ? value.trim() : "";
};

/** `20241125` as `25/11/2024`; nothing for what is not a day. */
const dayOf = (day: string): string =>
  /^(\d{4})(\d{2})(\d{2})$/.exec(day)?.slice(1).reverse().join("/") ?? "";

const text = (value: string): string =>
  value.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
