import type { DocumentEntry } from "@tuodossier/sdk/contract";
import { createHash } from "node:crypto";
import type * as v from "valibot";
import { trace } from "../accesses/trace.ts";
import type { BlobFacts } from "../blobs/blobs.ts";
import { checkPdf } from "../blobs/pdf.ts";
import { addBlob } from "../blobs/store.ts";
import { dayInItaly } from "../clock.ts";
import { atomically } from "../db/atomically.ts";
import type { Tenant } from "../tenant.ts";
import { correctDocument, protectOrder } from "./correct.ts";
import * as store from "./publish-store.ts";
import { protectionWithin } from "./rules.ts";

/** What a clinic says of a document; what it does not say stays as it is, or is the usual. */
export type DocumentNote = v.InferInput<typeof DocumentEntry>;

/**
 * What came of a publication: a new document, a row of images that now has its report, one that was there and
 * of which another note tells other things, or nothing new.
 */
export interface Published {
  readonly id: string;
  readonly outcome: "added" | "completed" | "corrected" | "present";
}

interface Publication {
  readonly patientId: string;
  readonly entry: DocumentNote;
  readonly pdf: Uint8Array<ArrayBuffer>;
}

/**
 * Puts a PDF into a patient's dossier. The row of images of the same order becomes the report's; the same PDF
 * for the same order is one document, which a changed note corrects; another PDF for it is a document of its
 * own, hidden where the order is hidden and under no less protection than the order.
 *
 * @throws {RefusedPdf} with its `reason`.
 */
export async function publishDocument(tenant: Tenant, publication: Publication): Promise<Published> {
  const { patientId, entry, pdf } = publication;
  checkPdf(pdf);
  const accession = entry.accession ?? null;
  const content = { patientId, accession, sha256: createHash("sha256").update(pdf).digest("hex") };
  const present = await store.documentWithContent(tenant.db, content);
  if (present) {
    return await atomically(tenant, (within) => correctDocument(within, { patientId, id: present, entry }));
  }

  const blob = await tenant.blobs.put(pdf, "application/pdf");
  const published = await atomically(tenant, async (within): Promise<Published> => {
    const same = await store.documentWithContent(within.db, content);
    if (same) return await correctDocument(within, { patientId, id: same, entry });
    return await add(within, { ...publication, accession, blob });
  }).catch(async (error) => {
    await tenant.blobs.remove(blob.id);
    throw error;
  });
  if (published.outcome === "corrected" || published.outcome === "present") {
    await tenant.blobs.remove(blob.id);
  }
  return published;
}

async function add(
  tenant: Tenant,
  facts: Publication & { accession: string | null; blob: BlobFacts },
): Promise<Published> {
  const { patientId, entry, accession, blob } = facts;
  const { db, now } = tenant;
  await addBlob(db, blob, now());
  const order = accession === null ? [] : await store.documentsOfOrder(db, { patientId, accession });
  const images = order.find(({ blobId }) => blobId === null);
  const protection = protectionWithin(entry.protection ?? "none", order.map((one) => one.protection));
  const about = {
    type: entry.type ?? "referto",
    author: entry.author ?? null,
    unit: entry.unit ?? null,
    protection,
    blobId: blob.id,
  };
  const services = entry.services ?? [];
  let id = images?.id;
  if (images) {
    await store.changeDocument(db, images.id, {
      ...about,
      services: services.length > 0 ? services : undefined,
      date: entry.date,
      facilityId: entry.facility && await store.facilityNamed(db, entry.facility, now()),
      unread: true,
    });
  } else {
    const facilityId = await store.facilityNamed(db, entry.facility ?? tenant.clinic.name, now());
    const date = entry.date ?? dayInItaly(now());
    const obscuredAt = order[0]?.obscuredAt ?? null;
    const document = { ...about, patientId, accession, services, facilityId, date, obscuredAt };
    id = await store.addDocument(db, document, now());
  }
  await trace(tenant, { actor: "operator", act: "import", room: "documents", patientId, objectId: id! });
  await protectOrder(tenant, order.filter((one) => one.id !== id), protection);
  return { id: id!, outcome: images ? "completed" : "added" };
}

/**
 * The document a study belongs to: the first of its order (accession), else a row of type "immagini" made for
 * it. Whoever knows the study already has its document and does not ask. `description` becomes one of its
 * services.
 */
export async function documentForStudy(
  tenant: Tenant,
  facts: {
    patientId: string;
    accession: string | null;
    /** `YYYY-MM-DD`; today where the images do not say. */
    date: string | null;
    description: string;
    /** By name; the clinic itself where the images do not say. */
    facility: string | null;
  },
): Promise<{ id: string; facilityId: string }> {
  const { patientId } = facts;
  const accession = facts.accession?.trim() || null;
  const description = facts.description.trim();
  return await atomically(tenant, async ({ db, now }) => {
    const facilityId = await store.facilityNamed(db, facts.facility?.trim() || tenant.clinic.name, now());
    const order = accession === null ? [] : await store.documentsOfOrder(db, { patientId, accession });
    const [first] = order;
    if (!first) {
      const id = await store.addDocument(db, {
        patientId,
        type: "immagini",
        facilityId,
        date: facts.date ?? dayInItaly(now()),
        services: description ? [description] : [],
        accession,
        author: null,
        unit: null,
        protection: "none",
        blobId: null,
        obscuredAt: null,
      }, now());
      return { id, facilityId };
    }
    if (first.blobId === null && description && !first.services.includes(description)) {
      await store.changeDocument(db, first.id, { services: [...first.services, description], unread: true });
    }
    return { id: first.id, facilityId };
  });
}
