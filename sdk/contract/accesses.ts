/** The trace: who opened the dossier, when, and why. */
import * as v from "valibot";
import { Id, Instant, queryNumber } from "./values.ts";

export const actors = ["patient", "professional", "system", "operator"] as const;
export const acts = [
  "list",
  "read",
  "obscure",
  "restore",
  "export",
  "import",
  "sign-in",
  "sign-out",
  "end-session",
  "change-password",
  "reset-password",
  "change-contact",
  "add-authenticator",
  "remove-authenticator",
  "link-identity",
  "enrol",
  "issue-password",
  "unlock",
  "disable",
  "enable",
  "print",
] as const;

export const AccessQuery = v.strictObject({
  limit: v.optional(queryNumber(1, 100), "25"),
  cursor: v.optional(v.pipe(v.string(), v.regex(/^\d{1,15}$/))),
});

export const Access = v.object({
  sequence: v.number(),
  at: Instant,
  actor: v.picklist(actors),
  /** Name and unit of a professional; null for the patient. */
  who: v.nullable(v.string()),
  act: v.picklist(acts),
  /** The room the object belongs to, e.g. `documents`. */
  room: v.string(),
  objectId: v.nullable(Id),
  purpose: v.nullable(v.string()),
});

export const AccessList = v.object({ items: v.array(Access), next: v.nullable(v.string()) });

export type Actor = typeof actors[number];
export type Act = typeof acts[number];
export type Access = v.InferOutput<typeof Access>;
export type AccessList = v.InferOutput<typeof AccessList>;
