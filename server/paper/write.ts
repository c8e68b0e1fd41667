import { PDFDocument, PDFHexString, PDFName, type PDFRef, PDFString } from "@cantoo/pdf-lib";
import { meaningOf, type Weight } from "./face.ts";
import type { Picture } from "./picture.ts";
import { type Sheet, type Tag, typeOf } from "./sheet.ts";
import type { Type } from "./type.ts";

export interface Paper {
  readonly title: string;
  /** BCP 47. */
  readonly language: string;
  /** Milliseconds since 1970. */
  readonly madeAt: number;
  readonly logo: Picture | null;
  readonly sheet: Sheet;
}

/** Whether a page can bear the picture: what says it is a PNG may be broken further on. */
export async function isDrawable({ png }: Picture): Promise<boolean> {
  const pdf = await PDFDocument.create({ updateMetadata: false });
  return await pdf.embedPng(png).then(() => true, () => false);
}

type Context = PDFDocument["context"];

/** A PDF of one page, tagged, its fonts embedded: the same bytes for the same content and time. */
export async function writePaper(paper: Paper): Promise<Uint8Array<ArrayBuffer>> {
  const { title, language, madeAt, logo, sheet } = paper;
  const pdf = await PDFDocument.create({ updateMetadata: false });
  const { context } = pdf;
  const page = pdf.addPage([595.28, 841.89]);
  pdf.setTitle(title, { showInWindowTitleBar: true });
  pdf.setLanguage(language);
  pdf.setProducer("TuoDossier");
  pdf.setCreationDate(new Date(madeAt));
  pdf.setModificationDate(new Date(madeAt));
  const image = logo && await pdf.embedPng(logo.png);
  const weights = Object.entries(sheet.types) as [Weight, Type][];
  page.node.set(
    PDFName.of("Resources"),
    context.obj({
      Font: Object.fromEntries(
        weights.map(([weight, type], at) => [weight, embedType(context, type, "ABCDEF"[at].repeat(6))]),
      ),
      ...image ? { XObject: { logo: image.ref } } : {},
    }),
  );
  const content = context.flateStream(sheet.operators.join("\n"));
  page.node.set(PDFName.of("Contents"), context.register(content));
  page.node.set(PDFName.of("StructParents"), context.obj(0));
  page.node.set(PDFName.of("Tabs"), PDFName.of("S"));
  pdf.catalog.set(PDFName.of("MarkInfo"), context.obj({ Marked: true }));
  pdf.catalog.set(PDFName.of("StructTreeRoot"), embedTags(context, { tags: sheet.tags, page: page.ref }));
  return new Uint8Array(await pdf.save());
}

/** A font of the characters in use, each with a code of its own (ISO 32000-2 §9.7). */
function embedType(context: Context, { face, used }: Type, prefix: string): PDFRef {
  const characters = used();
  const glyphs = characters.map((codePoint) => face.glyphOf(codePoint));
  const { file, at } = face.subset(glyphs.map(({ id }) => id));
  const name = `${prefix}+${face.name}`;
  const descriptor = context.register(context.obj({
    Type: "FontDescriptor",
    FontName: name,
    // Symbolic: its characters are ours, of no standard set.
    Flags: 4,
    FontBBox: [...face.box],
    ItalicAngle: 0,
    Ascent: face.ascent,
    Descent: face.descent,
    CapHeight: face.capHeight,
    StemV: 80,
    FontFile2: context.register(context.flateStream(file, { Length1: file.length })),
  }));
  const glyphMap = new Uint8Array([0, 0, ...at.flatMap((id) => [id >> 8, id & 255])]);
  const descendant = context.register(context.obj({
    Type: "Font",
    Subtype: "CIDFontType2",
    BaseFont: name,
    CIDSystemInfo: {
      Registry: PDFString.of("Adobe"),
      Ordering: PDFString.of("Identity"),
      Supplement: 0,
    },
    FontDescriptor: descriptor,
    W: [1, glyphs.map(({ width }) => width)],
    CIDToGIDMap: context.register(context.flateStream(glyphMap)),
  }));
  return context.register(context.obj({
    Type: "Font",
    Subtype: "Type0",
    BaseFont: name,
    Encoding: "Identity-H",
    DescendantFonts: [descendant],
    ToUnicode: context.register(context.flateStream(characterMap(characters))),
  }));
}

/** What to copy for each code (ISO 32000-2 §9.10.3); a list has 100 entries at most. */
function characterMap(characters: readonly number[]): string {
  const lists: string[] = [];
  for (let from = 0; from < characters.length; from += 100) {
    const list = characters.slice(from, from + 100);
    const entries = list.map((codePoint, i) => `<${hex(from + i + 1)}> <${utf16(meaningOf(codePoint))}>`);
    lists.push(`${list.length} beginbfchar\n${entries.join("\n")}\nendbfchar`);
  }
  return `/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000> <ffff>
endcodespacerange
${lists.join("\n")}
endcmap
CMapName currentdict /CMap defineresource pop
end
end`;
}

const hex = (number: number) => number.toString(16).padStart(4, "0");
const utf16 = (codePoint: number) => {
  const text = String.fromCodePoint(codePoint);
  return Array.from({ length: text.length }, (_, at) => hex(text.charCodeAt(at))).join("");
};

interface Piece {
  readonly step: string;
  readonly alt?: string;
  readonly children: (Piece | number)[];
}

/** The tree of the page's pieces (ISO 32000-2 §14.7): neighbours of one path share its elements. */
function embedTags(
  context: Context,
  { tags, page }: { tags: readonly Tag[]; page: PDFRef },
): PDFRef {
  const whole: Piece = { step: "Document", children: [] };
  tags.forEach(({ path, alt }, mark) => {
    let parent = whole;
    for (const step of path) {
      const last = parent.children.at(-1);
      const shared = step !== path.at(-1) && typeof last === "object" && last.step === step;
      const piece: Piece = shared ? last : { step, alt, children: [] };
      if (!shared) parent.children.push(piece);
      parent = piece;
    }
    parent.children.push(mark);
  });

  const root = context.nextRef();
  const owners: PDFRef[] = [];
  const embed = ({ step, alt, children }: Piece, parent: PDFRef): PDFRef => {
    const ref = context.nextRef();
    const kids = children.map((child) => {
      if (typeof child !== "number") return embed(child, ref);
      owners[child] = ref;
      return child;
    });
    const facts = { Type: "StructElem", S: typeOf(step), P: parent, Pg: page, K: kids };
    const element = context.obj(facts);
    if (alt !== undefined) element.set(PDFName.of("Alt"), PDFHexString.fromText(alt));
    context.assign(ref, element);
    return ref;
  };
  const document = embed(whole, root);
  const marks = context.register(context.obj({ Nums: [0, owners] }));
  context.assign(
    root,
    context.obj({ Type: "StructTreeRoot", K: [document], ParentTree: marks, ParentTreeNextKey: 1 }),
  );
  return root;
}
