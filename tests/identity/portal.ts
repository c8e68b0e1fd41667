/** A portal in the test's own process, whose clock the test moves, and the clinic's site beside it. */
import {
  type Clinics,
  dossierTarget,
  enrol,
  givePassword,
  importFiles,
  inMemory,
  listMessages,
  openData,
  startServer,
  type Tenant,
} from "@tuodossier/server";
import { buildElements } from "../../examples/demo/build.ts";
import { seedClinic, seedPatients } from "../../examples/demo/data/mod.ts";
import { createSite } from "../../examples/demo/site.ts";

export interface IdentityPortal {
  /** The clinic's site. */
  readonly origin: string;
  /** The portal's. */
  readonly endpoint: string;
  readonly clinics: Clinics;
  readonly tenant: Tenant;
  /** Past first access, with one document. */
  readonly patient: { readonly codiceFiscale: string; readonly password: string; readonly phone: string };
  /** What the clinic's site was asked for: address and headers of each request. */
  readonly asked: readonly string[];
  /** Moves the portal's clock. */
  advance(ms: number): void;
  /** Every code that was sent by SMS, oldest first. */
  codes(): Promise<string[]>;
  [Symbol.asyncDispose](): Promise<void>;
}

/** A page of the clinic's own, beside those of the demo's site. */
export interface ClinicPage {
  readonly body: (facts: { endpoint: string; key: string }) => string;
  /** Its Content-Security-Policy. */
  readonly policy?: (endpoint: string) => string;
}

/** A page with the profile, and whatever leads to it. */
export const pageOf = (login: string): ClinicPage["body"] => ({ endpoint, key }) =>
  `<!doctype html>
<html lang="it"><meta charset="utf-8"><title>Clinica</title>
<script type="module" src="${endpoint}/sdk/v1/tuodossier.js" data-endpoint="${endpoint}" data-key="${key}"></script>
<main><h1>Referti</h1>${login}<tuo-profile></tuo-profile></main></html>`;

/** @param pages By path, without the query. */
export async function openPortal(
  { pages = {} }: { pages?: Readonly<Record<string, ClinicPage>> } = {},
): Promise<IdentityPortal> {
  await buildElements();
  const data = await Deno.makeTempDir({ prefix: "tuo-identity-" });
  let ahead = 0;
  const now = () => Date.now() + ahead;
  const port = freePort();
  const endpoint = `http://localhost:${port}`;
  const config = {
    data,
    baseUrl: endpoint,
    host: "127.0.0.1",
    port,
    masterKey: null,
    static: new URL("../../components/dist", import.meta.url).pathname,
  };
  const clinics = await openData(config, now);
  const { key } = (await clinics.add({ ...seedClinic, supportEmail: "aiuto@clinica.example", origins: [] }))
    .clinic;

  const asked: string[] = [];
  const site = Deno.serve(
    { hostname: "127.0.0.1", port: 0, onListen: () => {} },
    (request) => {
      asked.push(`${request.url} ${JSON.stringify([...request.headers])}`);
      const page = pages[new URL(request.url).pathname];
      return page ? pageAnswer(page, { endpoint, key }) : answer(request);
    },
  );
  const origin = `http://127.0.0.1:${site.addr.port}`;
  const answer = createSite({
    hosts: () => [new URL(origin).host],
    endpoint,
    key,
    state: () => Promise.reject(new Error("This is no demo")),
    accessPage: () => Promise.resolve(null),
    resetAttempts: () => Promise.resolve(),
  });
  await clinics.setOrigins(key, [origin]);
  const server = await startServer(config, { clinics, now, log: () => {} });
  const tenant = (await clinics.find(key))!;
  const patient = await addPatient(tenant);

  return {
    origin,
    endpoint,
    clinics,
    tenant,
    patient,
    asked,
    advance: (ms) => void (ahead += ms),
    async codes() {
      const messages = await listMessages(tenant.db);
      return messages.filter(({ kind }) => kind === "sms")
        .flatMap(({ text }) => /\b(\d{6})\b/.exec(text)?.[1] ?? []);
    },
    async [Symbol.asyncDispose]() {
      await site.shutdown();
      await server.stop();
      await Deno.remove(data, { recursive: true });
    },
  };
}

/** A page that is eager to tell everybody where its reader is. */
const pageAnswer = ({ body, policy }: ClinicPage, facts: { endpoint: string; key: string }) =>
  new Response(body(facts), {
    headers: {
      "Content-Type": "text/html; charset=utf-8",
      "Referrer-Policy": "unsafe-url",
      ...(policy ? { "Content-Security-Policy": policy(facts.endpoint) } : {}),
    },
  });

async function addPatient(tenant: Tenant): Promise<IdentityPortal["patient"]> {
  const { enrolment, password, files } = seedPatients.find(({ firstAccess }) => firstAccess)!;
  const { patientId } = await enrol(tenant, enrolment);
  await givePassword(tenant, { patientId, password, firstUntil: null });
  await importFiles(dossierTarget(tenant, patientId), inMemory(files()), () => {});
  const { codiceFiscale, phone } = enrolment;
  return { codiceFiscale, password, phone };
}

function freePort(): number {
  const listener = Deno.listen({ hostname: "127.0.0.1", port: 0 });
  const { port } = listener.addr;
  listener.close();
  return port;
}
