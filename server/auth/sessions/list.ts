/** What a patient sees of their own sessions, and ends. */
import type { SessionList } from "@tuodossier/sdk/contract";
import { trace } from "../../accesses/trace.ts";
import { instant, SECOND } from "../../clock.ts";
import { atomically } from "../../db/atomically.ts";
import { Problem } from "../../http/problem.ts";
import type { Tenant } from "../../tenant.ts";
import { IDLE, SESSION_LIFE } from "../limits.ts";
import { endSession, sessionsOf } from "./store.ts";
import type { PatientSession } from "./sessions.ts";

/** The sessions that can still be used: the one that asks first, then the newest. */
export async function listSessions(tenant: Tenant, { id, patientId }: PatientSession): Promise<SessionList> {
  const open = await sessionsOf(tenant.db, patientId, tenant.now());
  const before = (text: string, seconds: number) => instant(Date.parse(text) - seconds * SECOND);
  const sessions = open.map((session) => ({
    id: session.id,
    device: session.device,
    current: session.id === id,
    startedAt: before(session.endsAt, SESSION_LIFE),
    seenAt: before(session.idleUntil, IDLE),
  }));
  const isCurrent = ({ current }: { current: boolean }) => current;
  return { sessions: [...sessions.filter(isCurrent), ...sessions.filter((one) => !isCurrent(one))] };
}

/**
 * Ends a session of the patient's own, and with it its errands and downloads.
 * @throws {Problem} `request.not-found`: unknown, over, or somebody else's.
 */
export async function endOwnSession(
  tenant: Tenant,
  { session, id }: { session: PatientSession; id: string },
): Promise<void> {
  const { id: sessionId, patientId } = session;
  await atomically(tenant, async (within) => {
    const { db } = within;
    const now = within.now();
    const own = await sessionsOf(db, patientId, now);
    if (!own.some((one) => one.id === id)) throw new Problem("request.not-found");
    await endSession(db, id, now);
    await trace(within, {
      actor: "patient",
      act: "end-session",
      room: "auth",
      patientId,
      objectId: id,
      sessionId,
    });
  });
}
