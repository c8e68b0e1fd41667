/** A whole portal in memory's reach, for tests: real databases in a temporary folder, no network. */
import {
  createCredentials,
  createTransport,
  createTuoDossier,
  type HandOverMessage,
  type KeyStore,
  memoryKeyStore,
  type SignIn,
  type TuoDossier,
} from "@tuodossier/sdk";
import type { ConsentEntry, Enrolment } from "@tuodossier/sdk/contract";
import { createApp } from "../app.ts";
import { givePassword } from "../auth/accounts/accounts.ts";
import { createProofVerifier } from "../auth/sessions/proof.ts";
import { type Clinics, openClinics } from "../clinic/clinics.ts";
import { enrol } from "../clinic/enrolment.ts";
import { recordConsent } from "../consents/record.ts";
import { newKey } from "../keys/derive.ts";
import type { LogEntry } from "../log.ts";
import { listMessages } from "../messages/store.ts";
import type { Tenant } from "../tenant.ts";

export const PORTAL = "http://portal.test";
export const CLINIC_SITE = "http://clinic.test";
export const PASSWORD = "lampada verde 42 onde";

export interface TestPortal {
  /** The data folder, removed with the portal. */
  readonly folder: string;
  readonly clinics: Clinics;
  readonly tenant: Tenant;
  readonly logs: LogEntry[];
  /** Moves the clock. */
  advance(ms: number): void;
  /** Sends a request as a page of `origin` would. */
  fetch(input: string | URL | Request, init?: RequestInit): Promise<Response>;
  fetchFrom(origin: string | null): typeof fetch;
  /** Enrols an invented patient, past first access, with portal activation and adhesion unless said otherwise. */
  addPatient(
    facts?: Partial<Enrolment> & { consents?: boolean },
  ): Promise<{ patientId: string; codiceFiscale: string }>;
  /** Signs in through password and code; the SDK as the clinic's page has it. */
  signIn(codiceFiscale: string, password?: string): Promise<TuoDossier>;
  /** Goes through password and code up to what the sign-in page would post. */
  handOver(
    tuo: TuoDossier,
    codiceFiscale: string,
    password: string,
  ): Promise<{ signIn: SignIn; message: HandOverMessage }>;
  lastCode(): Promise<string>;
  /** Where the last signed-in page keeps its key and tokens. */
  readonly keyStore: KeyStore;
  [Symbol.asyncDispose](): Promise<void>;
}

export async function openPortal(): Promise<TestPortal> {
  const folder = await Deno.makeTempDir({ prefix: "tuo-" });
  let time = Date.UTC(2026, 0, 15, 9);
  const now = () => time;
  const logs: LogEntry[] = [];
  const clinics = await openClinics({ folder, masterKey: newKey(), baseUrl: PORTAL, now });
  const tenant = await clinics.add({
    name: "Clinica di prova",
    origins: [CLINIC_SITE],
    phone: "0999 000 000",
  });
  const { key } = tenant.clinic;
  const app = createApp({
    clinics,
    proofs: createProofVerifier(now),
    baseUrl: PORTAL,
    static: folder,
    now,
    log: (entry) => void logs.push(entry),
  });
  const fetchFrom = (origin: string | null): typeof fetch => async (input, init) => {
    const request = new Request(input, init);
    const headers = new Headers(request.headers);
    if (origin) headers.set("Origin", origin);
    return await app.fetch(new Request(request, { headers }));
  };
  let patients = 0;
  let keyStore = memoryKeyStore();

  const portal: TestPortal = {
    folder,
    clinics,
    tenant,
    logs,
    advance: (ms) => void (time += ms),
    fetch: fetchFrom(CLINIC_SITE),
    fetchFrom,
    async addPatient({ consents = true, ...facts } = {}) {
      const number = String(++patients).padStart(3, "0");
      const codiceFiscale = facts.codiceFiscale ?? `PRVPRV80A01Z${number}X`;
      const enrolment: Enrolment = {
        codiceFiscale,
        givenName: "Prova",
        familyName: `Paziente${number}`,
        birthDate: "1980-01-01",
        sex: "F",
        phone: `+39333000${number}`,
        ...facts,
      };
      const { patientId } = await enrol(tenant, enrolment);
      await givePassword(tenant, { patientId, password: PASSWORD, firstUntil: null });
      if (consents) {
        const entry: ConsentEntry = {
          kind: "consent",
          type: "privacy",
          date: "2020-01-01",
          textVersion: "1",
          decisions: [{ code: "portal-activation", given: true }, { code: "dse-adhesion", given: true }],
        };
        const pdf = new TextEncoder().encode("%PDF-1.4\n%%EOF\n");
        await recordConsent(tenant, { patientId, entry, pdf });
      }
      return { patientId, codiceFiscale };
    },
    async lastCode() {
      const messages = await listMessages(tenant.db);
      return messages.map(({ text }) => /è (\d{6})\./.exec(text)?.[1]).findLast((code) =>
        code !== undefined
      ) ?? "";
    },
    async handOver(tuo, codiceFiscale, password) {
      const signIn = await tuo.session.beginSignIn({ origin: CLINIC_SITE });
      const asked = new URLSearchParams(new URL(signIn.url).hash.slice(1));
      const handOver = {
        origin: asked.get("origin")!,
        codeChallenge: asked.get("challenge")!,
        keyThumbprint: asked.get("thumbprint")!,
      };
      const transport = createTransport({ endpoint: PORTAL, key, now, fetch: fetchFrom(PORTAL) });
      const credentials = createCredentials(transport);
      const { challenge } = await credentials.begin({ codiceFiscale, password, handOver });
      const answer = await credentials.enterCode(challenge, await portal.lastCode());
      if (answer.next !== "hand-over") throw new Error("a first password has to be replaced");
      return { signIn, message: { type: "tuo-hand-over", code: answer.code, state: asked.get("state")! } };
    },
    async signIn(codiceFiscale, password = PASSWORD) {
      keyStore = memoryKeyStore();
      const tuo = createTuoDossier({ endpoint: PORTAL, key, now, fetch: fetchFrom(CLINIC_SITE), keyStore });
      const { signIn, message } = await portal.handOver(tuo, codiceFiscale, password);
      await signIn.accept(message);
      return tuo;
    },
    get keyStore() {
      return keyStore;
    },
    async [Symbol.asyncDispose]() {
      await clinics.close();
      await Deno.remove(folder, { recursive: true });
    },
  };
  return portal;
}
