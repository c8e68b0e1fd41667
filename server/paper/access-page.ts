import { faceOf } from "./face.ts";
import { drawKeys } from "./keys.ts";
import type { Rich } from "./lines.ts";
import type { Picture } from "./picture.ts";
import { qrOf } from "./qr.ts";
import {
  A4,
  BLACK,
  createSheet,
  drawBoxes,
  drawLines,
  drawLogo,
  drawRule,
  drawText,
  linesIn,
  ornament,
  type Sheet,
  sizeFor,
  tagged,
} from "./sheet.ts";
import { accent, faded, left, measure, right } from "./grid.ts";
import { createType } from "./type.ts";
import { isDrawable, writePaper } from "./write.ts";

/** A label and what it says. */
export interface Fact {
  readonly label: string;
  readonly value: string;
}

/** What a patient needs at hand: large, with a small line below. */
export interface Key extends Fact {
  readonly note: string | null;
}

/** The printed page that tells a patient how to get in: all its words. */
export interface AccessPage {
  readonly title: string;
  /** BCP 47. */
  readonly language: string;
  readonly clinic: string;
  readonly logo: Picture | null;
  /** The form's code, its revision, its day. */
  readonly form: readonly string[];
  readonly patient: readonly Fact[];
  readonly lead: readonly Rich[];
  readonly available: Rich | null;
  readonly keys: readonly Key[];
  readonly guide: {
    readonly title: string;
    readonly text: string;
    readonly address: string;
    readonly alt: string;
  };
  readonly stepsTitle: string;
  readonly steps: readonly Rich[];
  readonly notes: readonly Rich[];
  readonly footnote: Rich;
  readonly pageNumber: string;
}

/** Where the foot begins. */
const FOOT = A4.height - 46;

/** The page as a PDF: one sheet of A4, however long the names on it. */
export async function accessPagePdf(
  { logo: given, ...words }: AccessPage,
  madeAt: number,
): Promise<Uint8Array<ArrayBuffer>> {
  const logo = given && await isDrawable(given) ? given : null;
  const page: AccessPage = { ...words, logo };
  const faces = { regular: await faceOf("regular"), strong: await faceOf("strong") };
  const code = qrOf(page.guide.address);
  for (let scale = 1;; scale *= 0.97) {
    const sheet = createSheet({ regular: createType(faces.regular), strong: createType(faces.strong) });
    if (!drawPage({ sheet, page, code, scale })) continue;
    const { title, language } = page;
    return await writePaper({ title, language, madeAt, logo, sheet });
  }
}

interface Drawing {
  readonly sheet: Sheet;
  readonly page: AccessPage;
  readonly code: ReturnType<typeof qrOf>;
  /** Of every size on the page, from 1 down. */
  readonly scale: number;
}

/** Answers whether it found room. */
function drawPage({ sheet, page, code, scale }: Drawing): boolean {
  const em = (points: number) => points * scale;
  let y = drawHead(sheet, page, scale);
  y = drawTitle(sheet, page, { y, scale });
  y = drawPatient(sheet, page, { y, scale });
  y = drawLead(sheet, page, { y, scale });
  y = drawKeys(sheet, page, { y, scale, code });
  y = drawSteps(sheet, page, { y, scale });
  for (const [at, note] of page.notes.entries()) {
    tagged(sheet, { path: ["P"] }, () => {
      y = drawText(sheet, note, { x: left, y, width: measure, size: em(11), leading: em(16) });
    });
    y += em(at === page.notes.length - 1 ? 0 : 3);
  }
  const footnote = linesIn(sheet, page.footnote, { width: measure, size: em(8.5) });
  const footnoteY = FOOT - em(9) - (footnote.length - 1) * em(12.5);
  tagged(sheet, { path: ["Note"] }, () => {
    drawLines(sheet, footnote, { x: left, y: footnoteY, size: em(8.5), leading: em(12.5), color: faded });
  });
  ornament(sheet, () => drawRule(sheet, { x: left, y: footnoteY - em(16), width: em(72), color: faded }));
  drawFoot(sheet, page);
  return y <= footnoteY - em(22);
}

function drawHead(sheet: Sheet, page: AccessPage, scale: number): number {
  const em = (points: number) => points * scale;
  const top = 42;
  const logo = page.logo && fitted(page.logo, { width: em(130), height: em(44) });
  const x = logo ? left + logo.width + em(14) : left;
  const form = { width: em(150), size: em(8.5) };
  if (logo) {
    tagged(
      sheet,
      { path: ["Figure"], alt: page.clinic },
      () => drawLogo(sheet, { ...logo, x: left, y: top }),
    );
  }
  const name: Rich = [{ strong: page.clinic }];
  const nameFacts = { width: right - x - form.width - em(16), size: em(15) };
  const lines = linesIn(sheet, name, nameFacts);
  const nameHeight = lines.length * em(20);
  const height = Math.max(logo?.height ?? 0, nameHeight, page.form.length * em(12), em(28));
  tagged(sheet, { path: ["P"] }, () => {
    const y = top + (height - nameHeight) / 2 + em(15.5);
    drawLines(sheet, lines, { x, y, size: em(15), leading: em(20) });
  });
  let y = top + em(9);
  for (const line of page.form) {
    tagged(sheet, { path: ["P"] }, () => {
      const lines = linesIn(sheet, [line], form);
      y = drawLines(sheet, lines, { ...form, x: right, y, leading: em(12), align: "right", color: faded });
    });
  }
  const bottom = Math.max(top + height, y - em(6)) + em(14);
  ornament(sheet, () => drawBoxes(sheet, [{ x: left, y: bottom, width: measure, height: 1.5 }], accent));
  return bottom;
}

function fitted({ width, height }: Picture, room: { width: number; height: number }) {
  const scale = Math.min(room.width / width, room.height / height);
  return { width: width * scale, height: height * scale };
}

type At = { readonly y: number; readonly scale: number };

function drawTitle(sheet: Sheet, page: AccessPage, at: At): number {
  const em = (points: number) => points * at.scale;
  let y = at.y + em(40);
  tagged(sheet, { path: ["H1"] }, () => {
    const style = { size: em(24), leading: em(30), color: accent };
    y = drawText(sheet, [{ strong: page.title }], { x: left, y, width: measure, ...style });
  });
  return y - em(30);
}

function drawLead(sheet: Sheet, page: AccessPage, at: At): number {
  const em = (points: number) => points * at.scale;
  let { y } = at;
  for (const text of [...page.lead, ...page.available ? [page.available] : []]) {
    tagged(sheet, { path: ["P"] }, () => {
      y = drawText(sheet, text, { x: left, y, width: measure, size: em(11.5), leading: em(17.5) });
    });
  }
  return y;
}

/** Three columns: surname, name, number. */
function drawPatient(sheet: Sheet, { patient }: AccessPage, at: At): number {
  const em = (points: number) => points * at.scale;
  const gap = em(18);
  const width = (measure - gap * (patient.length - 1)) / patient.length;
  const top = at.y + em(30);
  let bottom = top;
  for (const [column, { label, value }] of patient.entries()) {
    const x = left + column * (width + gap);
    tagged(sheet, { path: ["P"] }, () => {
      drawText(sheet, [label], { x, y: top, width, size: em(9), color: faded });
      const y = top + em(18);
      const end = drawText(sheet, [{ strong: value }], { x, y, width, size: em(14), leading: em(18) });
      bottom = Math.max(bottom, end - em(18));
    });
  }
  return bottom + em(27);
}

function drawSteps(sheet: Sheet, { stepsTitle, steps }: AccessPage, at: At): number {
  const em = (points: number) => points * at.scale;
  let y = at.y;
  tagged(sheet, { path: ["H2"] }, () => {
    drawText(sheet, [{ strong: stepsTitle }], { x: left, y, width: measure, size: em(14), color: accent });
  });
  y += em(23);
  const indent = em(24);
  for (const [i, step] of steps.entries()) {
    const item = ["L", `LI ${i + 1}`];
    tagged(sheet, { path: [...item, "Lbl"] }, () => {
      drawLines(sheet, [[{ text: `${i + 1}`, strong: true }]], { x: left, y, size: em(15), color: accent });
    });
    tagged(sheet, { path: [...item, "LBody"] }, () => {
      const style = { size: em(11.5), leading: em(16.5), color: BLACK };
      y = drawText(sheet, step, { x: left + indent, y, width: measure - indent, ...style });
    });
    y += em(6);
  }
  return y + em(4);
}

function drawFoot(sheet: Sheet, { form, pageNumber }: AccessPage): void {
  ornament(sheet, () => {
    drawRule(sheet, { x: left, y: FOOT + 6, width: measure, color: faded });
    const style = { color: faded, y: FOOT + 20 };
    const line = (text: string) => [[{ text, strong: false }]];
    const code = form[0] ?? "";
    // Seldom so long: then smaller.
    const size = sizeFor(sheet, code, { width: measure - 80, largest: 8, smallest: 1 });
    if (code) drawLines(sheet, line(code), { ...style, x: left, size });
    drawLines(sheet, line(pageNumber), { ...style, x: right, size: 8, align: "right" });
  });
}
