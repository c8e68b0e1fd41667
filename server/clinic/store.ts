import type { Kysely } from "kysely";
import type { RegistryTables } from "../db/registry-schema.ts";
import type { Clinic } from "../tenant.ts";
import { type ClinicSettings, readSettings } from "./settings.ts";

export type Registry = Kysely<RegistryTables>;
export type RegisteredClinic = Clinic & { readonly wrappedKey: Uint8Array<ArrayBuffer> };

export async function addClinic(
  registry: Registry,
  clinic: Omit<Clinic, "origins"> & { wrappedKey: Uint8Array; createdAt: string },
): Promise<void> {
  await registry.insertInto("clinics").values({
    id: clinic.id,
    key: clinic.key,
    name: clinic.name,
    phone: clinic.phone,
    hours: clinic.hours,
    help_url: clinic.helpUrl,
    support_email: clinic.supportEmail,
    wrapped_key: clinic.wrappedKey,
    created_at: clinic.createdAt,
    settings: JSON.stringify(clinic.settings),
  }).execute();
}

export async function listClinics(registry: Registry): Promise<RegisteredClinic[]> {
  const rows = await registry.selectFrom("clinics").selectAll().orderBy("id").execute();
  const origins = await registry.selectFrom("origins").selectAll().execute();
  return rows.map((row) => ({
    id: row.id,
    key: row.key,
    name: row.name,
    phone: row.phone,
    hours: row.hours,
    helpUrl: row.help_url,
    supportEmail: row.support_email,
    settings: readSettings(JSON.parse(row.settings)),
    origins: origins.filter(({ clinic_id }) => clinic_id === row.id).map(({ origin }) => origin),
    wrappedKey: new Uint8Array(row.wrapped_key),
  }));
}

/** Sets the sites a clinic's pages live on, in place of those before. */
export async function setOrigins(
  registry: Registry,
  clinicId: string,
  origins: readonly string[],
): Promise<void> {
  await registry.transaction().execute(async (tx) => {
    await tx.deleteFrom("origins").where("clinic_id", "=", clinicId).execute();
    if (origins.length === 0) return;
    await tx.insertInto("origins").values(origins.map((origin) => ({ clinic_id: clinicId, origin })))
      .execute();
  });
}

export async function setSettings(
  registry: Registry,
  clinicId: string,
  settings: ClinicSettings,
): Promise<void> {
  await registry.updateTable("clinics").set({ settings: JSON.stringify(settings) })
    .where("id", "=", clinicId).execute();
}

export async function addClient(
  registry: Registry,
  client: { id: string; clinicId: string; secretHash: string; createdAt: string },
): Promise<void> {
  await registry.insertInto("clients").values({
    id: client.id,
    clinic_id: client.clinicId,
    secret_hash: client.secretHash,
    created_at: client.createdAt,
  }).execute();
}

export async function findClient(
  registry: Registry,
  clinicId: string,
  id: string,
): Promise<{ secretHash: string } | undefined> {
  return await registry.selectFrom("clients").select("secret_hash as secretHash").where("id", "=", id)
    .where("clinic_id", "=", clinicId).executeTakeFirst();
}
