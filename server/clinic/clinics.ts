import { openSpool } from "../accesses/spool.ts";
import { openBlobs } from "../blobs/blobs.ts";
import { knownBlobs, newestBlob } from "../blobs/store.ts";
import { type Sweep, sweepBlobs } from "../blobs/sweep.ts";
import { instant } from "../clock.ts";
import type { ClinicTables } from "../db/clinic-schema.ts";
import { DatabaseError, openDatabase } from "../db/database.ts";
import { clinic as clinicTables } from "../db/migrations/2026-11-23-clinic.ts";
import { identity as identityTables } from "../db/migrations/2026-11-23-identity.ts";
import { registry as registryTables } from "../db/migrations/2026-11-23-registry.ts";
import { settings as settingsColumn } from "../db/migrations/2026-11-23-settings.ts";
import type { RegistryTables } from "../db/registry-schema.ts";
import { deriveKey, hexOf, newKey, unwrapKey, wrapKey } from "../keys/derive.ts";
import { hashOf, newSecret, sameText } from "../keys/secret.ts";
import { newId } from "../keys/uuid.ts";
import type { Log } from "../log.ts";
import { type Gateways, openOutbox } from "../messages/post.ts";
import { openPostman } from "../messages/postman.ts";
import type { Clinic, Tenant } from "../tenant.ts";
import { readSettings } from "./settings.ts";
import * as store from "./store.ts";

/** What a new clinic is. */
export interface NewClinic {
  readonly name: string;
  readonly origins: readonly string[];
  readonly phone?: string | null;
  readonly hours?: string | null;
  readonly helpUrl?: string | null;
  readonly supportEmail?: string | null;
}

/** All clinics of this portal, each with a database, files and keys of its own. */
export interface Clinics {
  /** The clinic of a publishable key, or null. */
  find(key: string): Promise<Tenant | null>;
  all(): Promise<readonly Tenant[]>;
  add(clinic: NewClinic): Promise<Tenant>;
  setOrigins(key: string, origins: readonly string[]): Promise<void>;
  /** Changes the settings that are named, and leaves the others. @throws {Error} with a sentence. */
  setSettings(key: string, settings: Readonly<Record<string, unknown>>): Promise<Tenant>;
  /** Credentials for a clinic's own system (OAuth client credentials); the secret is told once. */
  addClient(key: string): Promise<{ clientId: string; clientSecret: string }>;
  isClient(tenant: Tenant, clientId: string, clientSecret: string): Promise<boolean>;
  close(): Promise<void>;
}

export async function openClinics(
  facts: {
    folder: string;
    masterKey: Uint8Array<ArrayBuffer>;
    baseUrl: string;
    now: () => number;
    /** Without them messages stay in the clinics' databases. */
    gateways?: Gateways;
    log?: Log;
  },
): Promise<Clinics> {
  const { folder, masterKey, baseUrl, now, gateways, log } = facts;
  const registryKey = hexOf(await deriveKey(masterKey, "registry"));
  const clinicWrapping = await deriveKey(masterKey, "clinic keys");
  const registry = await openDatabase<RegistryTables>(`${folder}/registry.db`, registryKey, {
    "2026-11-23-registry": registryTables,
    "2026-11-23-settings": settingsColumn,
  });
  const tenants = new Map<string, Promise<Tenant>>();
  const sweeps: Sweep[] = [];

  const open = async ({ wrappedKey, ...clinic }: store.RegisteredClinic): Promise<Tenant> => {
    const clinicKey = await unwrapKey(clinicWrapping, wrappedKey, clinic.id);
    const home = `${folder}/clinics/${clinic.id}`;
    await Deno.mkdir(home, { recursive: true });
    await requireDatabase(home);
    const databaseKey = hexOf(await deriveKey(clinicKey, "database"));
    const db = await openDatabase<ClinicTables>(`${home}/clinic.db`, databaseKey, {
      "2026-11-23-clinic": clinicTables,
      "2026-11-23-identity": identityTables,
    });
    try {
      const blobs = `${home}/blobs`;
      const tenant: Tenant = {
        clinic,
        db,
        blobs: await openBlobs({ folder: blobs, clinicKey, now }),
        spool: await openSpool({
          path: `${home}/trace.spool`,
          key: await deriveKey(clinicKey, "trace spool"),
        }),
        post: gateways
          ? openPostman({
            db,
            clinic: async () => (await tenants.get(clinic.key) ?? tenant).clinic,
            gateways,
            key: await deriveKey(clinicKey, "receipts"),
            baseUrl,
            now,
            log,
          })
          : openOutbox(),
        keys: {
          user: await deriveKey(clinicKey, "user names"),
          code: await deriveKey(clinicKey, "codes"),
          device: await deriveKey(clinicKey, "devices"),
          authenticator: await deriveKey(clinicKey, "authenticators"),
        },
        baseUrl,
        now,
      };
      sweeps.push(sweepBlobs({
        folder: blobs,
        known: (ids) => knownBlobs(db, ids),
        newest: () => newestBlob(db),
        now: now(),
      }));
      return tenant;
    } catch (error) {
      await db.destroy();
      throw error;
    }
  };
  /** Remembers the opening, unless it fails: then the next who asks tries again. */
  const remember = (clinic: store.RegisteredClinic) => {
    const opening = open(clinic);
    tenants.set(clinic.key, opening);
    opening.catch(() => {
      if (tenants.get(clinic.key) === opening) tenants.delete(clinic.key);
    });
  };
  const load = async () => {
    for (const clinic of await store.listClinics(registry)) {
      if (!tenants.has(clinic.key)) remember(clinic);
    }
  };
  const find = async (key: string) => {
    if (!tenants.has(key)) await load();
    return await tenants.get(key) ?? null;
  };
  const required = async (key: string): Promise<Tenant> => {
    const tenant = await find(key);
    if (!tenant) throw new Error(`There is no clinic with the key ${key}`);
    return tenant;
  };

  await load();
  return {
    find,
    async all() {
      await load();
      return await Promise.all(tenants.values());
    },
    async add({ name, origins, phone = null, hours = null, helpUrl = null, supportEmail = null }) {
      const id = newId(now());
      const key = `pk_${newSecret().replaceAll(/[-_]/g, "").slice(0, 24)}`;
      const wrappedKey = await wrapKey(clinicWrapping, newKey(), id);
      const settings = readSettings({});
      const clinic: Omit<Clinic, "origins"> = {
        id,
        key,
        name,
        phone,
        hours,
        helpUrl,
        supportEmail,
        settings,
      };
      await store.addClinic(registry, { ...clinic, wrappedKey, createdAt: instant(now()) });
      await store.setOrigins(registry, id, origins);
      return await required(key);
    },
    async setOrigins(key, origins) {
      const tenant = await required(key);
      await store.setOrigins(registry, tenant.clinic.id, origins);
      const clinic = { ...tenant.clinic, origins };
      tenants.set(key, Promise.resolve({ ...tenant, clinic }));
    },
    async setSettings(key, given) {
      const tenant = await required(key);
      const settings = readSettings({ ...tenant.clinic.settings, ...given });
      await store.setSettings(registry, tenant.clinic.id, settings);
      const changed = { ...tenant, clinic: { ...tenant.clinic, settings } };
      tenants.set(key, Promise.resolve(changed));
      return changed;
    },
    async addClient(key) {
      const { clinic } = await required(key);
      const [clientId, clientSecret] = [newId(now()), newSecret()];
      await store.addClient(registry, {
        id: clientId,
        clinicId: clinic.id,
        secretHash: hashOf(clientSecret),
        createdAt: instant(now()),
      });
      return { clientId, clientSecret };
    },
    async isClient(tenant, clientId, clientSecret) {
      const client = await store.findClient(registry, tenant.clinic.id, clientId);
      return client !== undefined && sameText(client.secretHash, hashOf(clientSecret));
    },
    async close() {
      const opened = await Promise.allSettled(tenants.values());
      for (const sweep of sweeps) await sweep.stop();
      for (const one of opened) {
        if (one.status !== "fulfilled") continue;
        await one.value.post.stop();
        await one.value.db.destroy();
      }
      await registry.destroy();
    },
  };
}

/** Beside files that it has to know, a database is never made anew. */
async function requireDatabase(home: string): Promise<void> {
  const isThere = (name: string) => Deno.stat(`${home}/${name}`).then(() => true, () => false);
  if (!await isThere("clinic.db") && await isThere("blobs")) {
    throw new DatabaseError(`The database ${home}/clinic.db is missing: put it back`);
  }
}

/** @throws {Error} with a sentence. */
export async function clinicNamed(clinics: Clinics, keyOrName: string): Promise<Tenant> {
  const all = await clinics.all();
  const byKey = all.find(({ clinic }) => clinic.key === keyOrName);
  if (byKey) return byKey;
  const sameName = all.filter(({ clinic }) => clinic.name.toLowerCase() === keyOrName.toLowerCase());
  if (sameName.length === 1) return sameName[0];
  throw new Error(
    sameName.length === 0
      ? `There is no clinic with the key or the name "${keyOrName}"`
      : `Several clinics are called "${keyOrName}": give the key of the one you mean`,
  );
}
