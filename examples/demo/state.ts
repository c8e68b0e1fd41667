/** What the demo tells developers and tests, and keeps between starts. */
import { type Clinics, listMessages } from "@tuodossier/server";
import { seedPatients } from "./data/mod.ts";

/** Kept in the data folder: a demo's secrets are no secrets. */
export interface DemoClinic {
  readonly key: string;
  readonly clientId: string;
  readonly clientSecret: string;
}

export interface DemoState {
  readonly clinics: readonly (DemoClinic & { name: string; origin: string; endpoint: string })[];
  readonly patients: readonly {
    codiceFiscale: string;
    password: string;
    note: string;
    phone: string;
    name: string;
  }[];
  /** Oldest first, never trimmed. */
  readonly outbox: readonly { kind: "sms" | "email"; to: string; text: string; html?: string; at: string }[];
}

export async function demoState(
  clinics: Clinics,
  facts: { clinic: DemoClinic; origin: string; endpoint: string },
): Promise<DemoState> {
  const { key, clientId, clientSecret } = facts.clinic;
  const tenant = await clinics.find(key);
  const messages = tenant ? await listMessages(tenant.db) : [];
  return {
    clinics: [{
      key,
      name: tenant?.clinic.name ?? "",
      origin: facts.origin,
      endpoint: facts.endpoint,
      clientId,
      clientSecret,
    }],
    patients: seedPatients.map(({ enrolment, password, note }) => ({
      codiceFiscale: enrolment.codiceFiscale,
      password,
      note,
      phone: enrolment.phone,
      name: `${enrolment.givenName} ${enrolment.familyName}`,
    })),
    outbox: messages.map(({ kind, to, text, html, at }) => ({
      kind,
      to,
      text,
      ...(html ? { html } : {}),
      at,
    })),
  };
}
