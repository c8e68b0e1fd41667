import { create, type Font } from "@cantoo/fontkit";

/** The weights that our pages are set in. */
export type Weight = "regular" | "strong";

const FILES: Readonly<Record<Weight, string>> = {
  regular: "@expo-google-fonts/noto-sans/400Regular/NotoSans_400Regular.ttf",
  strong: "@expo-google-fonts/noto-sans/600SemiBold/NotoSans_600SemiBold.ttf",
};

/**
 * A zero with a stroke, for what is copied sign by sign: nobody takes it for an O. Private to our faces; who copies
 * it from the page gets a plain zero.
 */
export const STROKED_ZERO = "\uE000";
const STROKED = STROKED_ZERO.codePointAt(0)!;

/** The character that is copied, searched and read out where this one is drawn. */
export const meaningOf = (codePoint: number): number => codePoint === STROKED ? 0x30 : codePoint;

/** A font that was read. Lengths are in thousandths of its size, upwards. */
export interface Face {
  readonly name: string;
  readonly box: readonly [number, number, number, number];
  readonly ascent: number;
  readonly descent: number;
  readonly capHeight: number;
  /** Characters to draw for a text: each of them has a glyph. */
  printable(text: string): string;
  glyphOf(codePoint: number): { readonly id: number; readonly width: number };
  /** What is added behind each character so that pairs stand well; 0 for most. */
  kerning(text: string): readonly number[];
  /** A font file with these glyphs alone, and where each of them is in it. */
  subset(glyphs: readonly number[]): { readonly file: Uint8Array; readonly at: readonly number[] };
}

const faces = new Map<Weight, Promise<Face>>();

/** Read once: it takes longer than a page. */
export function faceOf(weight: Weight): Promise<Face> {
  const known = faces.get(weight);
  if (known) return known;
  const reading = Deno.readFile(new URL(import.meta.resolve(FILES[weight]))).then(openFace);
  faces.set(weight, reading);
  reading.catch(() => faces.delete(weight));
  return reading;
}

/** Stands for a character without a glyph: seen, not lost. */
const MISSING = "\uFFFD";
/** Pairs are kept a pair: letters can be told apart, and found again in the text. */
const PLAIN = { liga: false, clig: false, dlig: false, ccmp: false, kern: true };

function openFace(file: Uint8Array): Face {
  const font = create(file) as Font;
  const scale = 1000 / font.unitsPerEm;
  const { minX, minY, maxX, maxY } = font.bbox;
  const has = (text: string) => [...text].every((one) => font.hasGlyphForCodePoint(one.codePointAt(0)!));
  const [strokedZero] = font.layout("0", { zero: true }).glyphs;
  const stepped = (one: string): string => {
    if (one === STROKED_ZERO || has(one)) return one;
    const simpler = [...one.normalize("NFKD")].filter(has).join("");
    return simpler || MISSING;
  };
  return {
    name: font.postscriptName ?? "Font",
    box: [minX * scale, minY * scale, maxX * scale, maxY * scale],
    ascent: font.ascent * scale,
    descent: font.descent * scale,
    capHeight: font.capHeight * scale,
    // Marks of direction and joining have no shape of their own.
    printable: (text) => [...text.normalize("NFC").replace(/\p{Cf}/gu, "")].map(stepped).join(""),
    glyphOf(codePoint) {
      // Every font has a first glyph, for what is missing.
      const { id, advanceWidth } = codePoint === STROKED
        ? strokedZero
        : font.glyphForCodePoint(codePoint) ?? font.getGlyph(0)!;
      return { id, width: advanceWidth * scale };
    },
    kerning(text) {
      const characters = [...text];
      const { glyphs, positions } = font.layout(text, PLAIN);
      // Where a script is written in other glyphs than its characters they stand side by side.
      if (!positions || glyphs.length !== characters.length) return characters.map(() => 0);
      return positions.map(({ xAdvance }, at) => (xAdvance - glyphs[at].advanceWidth) * scale);
    },
    subset(glyphs) {
      const subset = font.createSubset();
      const at = glyphs.map((id) => subset.includeGlyph(id) as number);
      return { file: subset.encode(), at };
    },
  };
}
