import { type Clinics, enrol, givePassword, issueFirstPassword, type Tenant } from "@tuodossier/server";
import { seedClinic, type SeedPatient, seedPatients } from "./data/mod.ts";
import type { DemoClinic } from "./state.ts";

/** Kept beside the data: which clinic is the demo's, and which patients are whole. */
interface Seeded extends DemoClinic {
  readonly done: readonly string[];
}

/**
 * Fills an empty data folder; one that was filled is left as it is, one that was left halfway is finished.
 * Enrolment and import are the product's own.
 */
export async function seedDemo(
  clinics: Clinics,
  facts: { data: string; say: (text: string) => void },
): Promise<DemoClinic> {
  const path = `${facts.data}/demo.json`;
  let seeded = await readSeeded(path);
  if (!seeded) {
    const { name, phone, hours, helpUrl } = seedClinic;
    const tenant = await clinics.add({
      name,
      phone,
      hours,
      helpUrl,
      origins: [],
      supportEmail: "aiuto@brumalba.example",
    });
    seeded = { key: tenant.clinic.key, ...await clinics.addClient(tenant.clinic.key), done: [] };
    await writeSeeded(path, seeded);
  }
  const tenant = await clinics.find(seeded.key);
  if (!tenant) {
    throw new Error(`${path} speaks of a clinic that is not in the registry: remove the data folder`);
  }
  for (const patient of seedPatients) {
    const { codiceFiscale, givenName, familyName } = patient.enrolment;
    if (seeded.done.includes(codiceFiscale)) continue;
    facts.say(`seeding ${givenName} ${familyName} …`);
    await seedPatient(tenant, patient);
    seeded = { ...seeded, done: [...seeded.done, codiceFiscale] };
    await writeSeeded(path, seeded);
  }
  return seeded;
}

async function seedPatient(
  tenant: Tenant,
  { enrolment, password, firstAccess, files }: SeedPatient,
): Promise<void> {
  const { codiceFiscale } = enrolment;
  const { patientId } = await enrol(tenant, enrolment);
  if (firstAccess) await issueFirstPassword(tenant, { codiceFiscale, password });
  else await givePassword(tenant, { patientId, password, firstUntil: null });
  void files;
}

async function readSeeded(path: string): Promise<Seeded | null> {
  const text = await Deno.readTextFile(path).catch(() => null);
  return text === null ? null : JSON.parse(text);
}

async function writeSeeded(path: string, seeded: Seeded): Promise<void> {
  await Deno.writeTextFile(`${path}.part`, JSON.stringify(seeded, null, 2));
  await Deno.rename(`${path}.part`, path);
}
