/** A patient with something to take home, in a portal for tests. */
import type { DocumentEntry } from "@tuodossier/sdk/contract";
import { element, writePart10 } from "@tuodossier/sdk/dicom";
import { publishDocument } from "../documents/publish.ts";
import { ingestInstance } from "../imaging/ingest.ts";
import type { Tenant } from "../tenant.ts";
import type { TestPortal } from "../testing/portal.ts";

export interface Dossier {
  readonly study: string;
  readonly document: string;
  /** What was stored, in the archive's order of images. */
  readonly images: readonly Uint8Array<ArrayBuffer>[];
  readonly pdf: Uint8Array<ArrayBuffer>;
}

interface Size {
  readonly count?: number;
  readonly bytes?: number;
}

/** One report and one study of `count` images of `bytes` pixels each. */
export async function addDossier(
  tenant: Tenant,
  patientId: string,
  { count = 3, bytes = 300_000 }: Size = {},
): Promise<Dossier> {
  const images = Array.from({ length: count }, (_, i) => image(patientId, i + 1, bytes));
  let study = "";
  for (const content of images) {
    const taken = await ingestInstance(tenant, { patientId, bytes: content });
    if (taken.outcome === "refused") throw new Error(taken.reason);
    study = taken.studyId;
  }
  const pdf = new TextEncoder().encode(`%PDF-1.7\n% ${patientId}\n%%EOF\n`);
  const entry: DocumentEntry = {
    kind: "document",
    type: "referto",
    date: "2024-11-25",
    services: ["RX PIEDE DX"],
    accession: "AQ111870/2025P2",
    protection: "none",
  };
  const { id } = await publishDocument(tenant, { patientId, entry, pdf });
  return { study, document: id, images, pdf };
}

function image(patientId: string, number: number, bytes: number): Uint8Array<ArrayBuffer> {
  const [sopClassUid, sopInstanceUid] = ["1.2.840.10008.5.1.4.1.1.7", `2.25.7.1.${number}`];
  return writePart10([
    element(0x00080016, "UI", sopClassUid),
    element(0x00080018, "UI", sopInstanceUid),
    element(0x00080020, "DA", "20241125"),
    element(0x00080050, "SH", "AQ111870/2025P2"),
    element(0x00080060, "CS", "DX"),
    element(0x00081030, "LO", "RX PIEDE DX"),
    element(0x00100010, "PN", "Rossi^Mario"),
    element(0x00100020, "LO", patientId),
    element(0x0020000d, "UI", "2.25.7"),
    element(0x0020000e, "UI", "2.25.7.1"),
    element(0x00200013, "IS", String(number)),
    element(0x7fe00010, "OW", new Uint8Array(bytes).fill(number)),
  ], { sopClassUid, sopInstanceUid });
}

/** A signed-in patient with an export of all they have. */
export async function takeHome(portal: TestPortal, size: Size = {}) {
  const { patientId, codiceFiscale } = await portal.addPatient();
  const dossier = await addDossier(portal.tenant, patientId, size);
  const tuo = await portal.signIn(codiceFiscale);
  const choice = { studies: [dossier.study], documents: [dossier.document] };
  const made = await tuo.archive.create(choice);
  const ticket = async () => (await tuo.archive.ticket(made.id, 1)).url;
  return { patientId, dossier, tuo, made, ticket };
}

/** As a browser navigates: no origin, no proof, no token. */
export const get = (portal: TestPortal, url: string, headers: Record<string, string> = {}, method = "GET") =>
  portal.fetchFrom(null)(url, { headers, method });
export const bytesOf = async (response: Response): Promise<Uint8Array<ArrayBuffer>> =>
  new Uint8Array(await response.arrayBuffer());
/** Status and problem code of a refusal. */
export const codeOf = async (response: Response) => [response.status, (await response.json()).code];
