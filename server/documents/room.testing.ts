/** Invented documents for the tests of the rooms that read them. */
import type { DocumentEntry } from "@tuodossier/sdk/contract";
import type { Tenant } from "../tenant.ts";
import { publishDocument } from "./publish.ts";

/** A PDF unlike any other of another number. */
export const pdfOf = (number: number): Uint8Array<ArrayBuffer> =>
  new TextEncoder().encode(`%PDF-1.4\n% document ${number}\n%%EOF\n`);

export const entryOf = (facts: Partial<DocumentEntry> = {}): DocumentEntry => ({
  kind: "document",
  type: "referto",
  services: [],
  protection: "none",
  ...facts,
});

export async function publish(
  tenant: Tenant,
  facts: { patientId: string; number: number; entry?: Partial<DocumentEntry> },
): Promise<string> {
  const entry = entryOf({ date: "2025-06-01", ...facts.entry });
  const published = await publishDocument(tenant, { ...facts, entry, pdf: pdfOf(facts.number) });
  return published.id;
}
