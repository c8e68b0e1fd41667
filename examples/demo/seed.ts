import {
  type Clinics,
  dossierTarget,
  enrol,
  givePassword,
  importFiles,
  inMemory,
  issueFirstPassword,
  patientByCode,
  type Tenant,
} from "@tuodossier/server";
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
    const updatedOn = "2026-01-12";
    await clinics.setSettings(tenant.clinic.key, {
      accessPage: { formCode: "Mod. POR-03", revision: "2", updatedOn },
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
    await seedPatient(tenant, patient, facts.say);
    seeded = { ...seeded, done: [...seeded.done, codiceFiscale] };
    await writeSeeded(path, seeded);
  }
  return seeded;
}

/** A start that was cut short has enrolled a patient whose files are not all in: nothing comes in twice. */
async function seedPatient(
  tenant: Tenant,
  { enrolment, password, firstAccess, files }: SeedPatient,
  say: (text: string) => void,
): Promise<void> {
  const { codiceFiscale, givenName, familyName } = enrolment;
  const patientId = (await patientByCode(tenant.db, codiceFiscale))?.id ??
    (await enrol(tenant, enrolment)).patientId;
  if (firstAccess) await issueFirstPassword(tenant, { codiceFiscale, password });
  else await givePassword(tenant, { patientId, password, firstUntil: null });
  const name = `${givenName} ${familyName}`;
  let [count, bytes] = [0, 0];
  const { refused } = await importFiles(dossierTarget(tenant, patientId), inMemory(files()), (event) => {
    bytes += event.bytes;
    if (++count % 100 === 0) say(`  ${name}: ${count} files, ${Math.round(bytes / 1e6)} MB`);
    if (event.outcome === "refused") say(`  refused ${event.path}: ${event.reason}`);
  });
  if (refused > 0) throw new Error(`The demo's own files were refused: ${refused}`);
}

async function readSeeded(path: string): Promise<Seeded | null> {
  const text = await Deno.readTextFile(path).catch(() => null);
  return text === null ? null : JSON.parse(text);
}

async function writeSeeded(path: string, seeded: Seeded): Promise<void> {
  await Deno.writeTextFile(`${path}.part`, JSON.stringify(seeded, null, 2));
  await Deno.rename(`${path}.part`, path);
}
