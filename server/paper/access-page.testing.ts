/** A page as its words are made for a patient, and what a reader finds in a PDF. */
import {
  decodePDFRawStream,
  PDFDict,
  PDFDocument,
  PDFHexString,
  PDFName,
  type PDFObject,
  PDFRawStream,
} from "@cantoo/pdf-lib";
import { type AccessPageFacts, accessPageWords } from "../clinic/access-page-words.ts";
import { accessPagePdf } from "./access-page.ts";

export const facts: AccessPageFacts = {
  clinic: {
    name: "Clinica di prova",
    phone: "0999 000 000",
    hours: "Lunedì–venerdì 8–19",
    logo: null,
    formCode: "MOD-12",
    revision: "3",
    updatedOn: "2026-01-12",
  },
  patient: {
    familyName: "Esempi",
    givenName: "Čeňka",
    codiceFiscale: "PRVPRV80A41Z999S",
    maskedPhone: "*****46",
  },
  examNumber: "AQ111870/2025P2",
  availableOn: "2026-03-02",
  adhesion: true,
  signInUrl: "https://clinica.example/referti",
  guideUrl: "https://portal.example/t/pk_7Hk2mQx9TzR4bN8wLs3VfYcJ/guide",
};

export const made = (changes: Partial<AccessPageFacts> = {}, at = 1_768_467_600_000) =>
  accessPagePdf(accessPageWords({ ...facts, ...changes }), at);

/** Pages, size, information, and the operators of the one page. */
export async function readPdf(bytes: Uint8Array) {
  const pdf = await PDFDocument.load(bytes, { updateMetadata: false });
  const [page] = pdf.getPages();
  const content = (name: PDFObject | undefined) => {
    const stream = pdf.context.lookup(name);
    if (!(stream instanceof PDFRawStream)) throw new Error("not a stream");
    return new TextDecoder().decode(decodePDFRawStream(stream).decode());
  };
  return {
    count: pdf.getPageCount(),
    size: page.getSize(),
    title: pdf.getTitle(),
    language: String(pdf.catalog.get(PDFName.of("Lang"))),
    tagged: pdf.catalog.has(PDFName.of("StructTreeRoot")),
    /** What stands for the pictures. */
    alts: pdf.context.enumerateIndirectObjects().flatMap(([, object]) => {
      const alt = object instanceof PDFDict && object.get(PDFName.of("Alt"));
      return alt instanceof PDFHexString ? [alt.decodeText()] : [];
    }),
    operators: content(page.node.get(PDFName.of("Contents"))),
    /** The text, a line a drawn line, as it can be copied. */
    text(): string {
      const fonts = page.node.Resources()!.lookup(PDFName.of("Font"), PDFDict);
      const maps = new Map(
        ["regular", "strong"].map((weight) => {
          const font = fonts.lookup(PDFName.of(weight), PDFDict);
          const pairs = content(font.get(PDFName.of("ToUnicode"))).matchAll(
            /^<([0-9a-f]{4})> <([0-9a-f]+)>$/gm,
          );
          return [weight, new Map([...pairs].map(([, code, text]) => [code, fromUtf16(text)]))];
        }),
      );
      return [...this.operators.matchAll(/^BT .* ET$/gm)].map(([line]) =>
        [...line.matchAll(/\/(regular|strong) [\d.]+ Tf \[(.*?)\] TJ/g)].map(([, weight, shown]) =>
          [...shown.matchAll(/<([0-9a-f]*)>/g)].flatMap(([, codes]) => codes.match(/.{4}/g) ?? [])
            .map((code) => maps.get(weight)!.get(code) ?? "(none)").join("")
        ).join("")
      ).join("\n");
    },
  };
}

const fromUtf16 = (hex: string) =>
  String.fromCharCode(...hex.match(/.{4}/g)!.map((unit) => Number.parseInt(unit, 16)));
