import type { ProtectionClass } from "@tuodossier/sdk/contract";
import { trace } from "../accesses/trace.ts";
import type { Tenant } from "../tenant.ts";
import type { DocumentNote, Published } from "./publish.ts";
import * as store from "./publish-store.ts";
import { protectionWithin } from "./rules.ts";
import { documentById, type StoredDocument } from "./store.ts";

/**
 * Brings what a note says to the document that has its PDF already; within a transaction. What the note does
 * not say stays. Alone in its order a document can lose its protection so; beside a protected one it cannot.
 */
export async function correctDocument(
  tenant: Tenant,
  facts: { patientId: string; id: string; entry: DocumentNote },
): Promise<Published> {
  const { patientId, id, entry } = facts;
  const { db, now } = tenant;
  const document = (await documentById(db, { patientId, id }))!;
  const { accession } = document;
  const order = accession === null ? [] : await store.documentsOfOrder(db, { patientId, accession });
  const others = order.filter((one) => one.id !== id);
  const protection = protectionWithin(
    entry.protection ?? document.protection,
    others.map((one) => one.protection),
  );
  const told = {
    type: entry.type ?? document.type,
    facilityName: entry.facility ?? document.facilityName,
    date: entry.date ?? document.date,
    services: entry.services && entry.services.length > 0 ? entry.services : document.services,
    author: entry.author ?? document.author,
    unit: entry.unit ?? document.unit,
    protection,
  };
  const { facilityName, ...change } = told;
  const names = Object.keys(told) as (keyof typeof told)[];
  if (names.every((name) => JSON.stringify(told[name]) === JSON.stringify(document[name]))) {
    return { id, outcome: "present" };
  }
  const facilityId = await store.facilityNamed(db, facilityName, now());
  await store.changeDocument(db, id, { ...change, facilityId, unread: false });
  await trace(tenant, { actor: "operator", act: "import", room: "documents", patientId, objectId: id });
  await protectOrder(tenant, others, protection);
  return { id, outcome: "corrected" };
}

/** A class given to one document of an order is given to those that have none. */
export async function protectOrder(
  tenant: Tenant,
  others: readonly StoredDocument[],
  protection: ProtectionClass,
): Promise<void> {
  for (const { id, patientId, protection: own } of others) {
    if (own === protectionWithin(own, [protection])) continue;
    await store.changeDocument(tenant.db, id, { protection, unread: false });
    await trace(tenant, { actor: "operator", act: "import", room: "documents", patientId, objectId: id });
  }
}
