import { type Access, type AccessList, AccessQuery } from "@tuodossier/sdk/contract";
import { Hono } from "hono";
import { query } from "../http/body.ts";
import type { Env } from "../http/env.ts";
import { requireSession } from "../http/session.ts";
import { listEntries, type StoredEntry } from "./store.ts";
import { trace } from "./trace.ts";

/** `/v1/accesses`: who opened the signed-in patient's dossier, newest first. */
export const accessRoutes = new Hono<Env>().use(requireSession).get("/", async (c) => {
  const { tenant, session: { patientId, id: sessionId } } = c.var;
  const { limit, cursor } = query(c, AccessQuery);
  await trace(tenant, { actor: "patient", act: "list", room: "accesses", patientId, sessionId });
  const before = cursor === undefined ? null : Number(cursor);
  const entries = await listEntries(tenant.db, { patientId, before, limit: limit + 1 });
  const shown = entries.slice(0, limit);
  const next = entries.length > limit ? String(shown.at(-1)!.sequence) : null;
  return c.json({ items: shown.map(presentEntry), next } satisfies AccessList);
});

const presentEntry = ({ sequence, at, actor, who, act, room, objectId, purpose }: StoredEntry): Access => ({
  sequence,
  at,
  actor: actor as Access["actor"],
  who,
  act: act as Access["act"],
  room,
  objectId,
  purpose,
});
