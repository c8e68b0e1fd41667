import { publishDocument, type Tenant } from "../../server/mod.ts";

/** Publishes `count` small reports into a dossier, one a day. */
export async function fillDossier(
  tenant: Tenant,
  facts: { patientId: string; count: number },
): Promise<void> {
  for (let i = 0; i < facts.count; i++) {
    const date = new Date(Date.UTC(2024, 0, 1 + i)).toISOString().slice(0, 10);
    await publishDocument(tenant, {
      patientId: facts.patientId,
      entry: { kind: "document", type: "referto", date, services: [`PRESTAZIONE ${i}`], protection: "none" },
      pdf: new TextEncoder().encode(`%PDF-1.4\n% ${i}\n%%EOF\n`),
    });
  }
}
