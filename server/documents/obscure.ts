import { trace } from "../accesses/trace.ts";
import { type PatientSession, requireRecentSignIn } from "../auth/sessions/sessions.ts";
import { atomically } from "../db/atomically.ts";
import { Problem } from "../http/problem.ts";
import type { Tenant } from "../tenant.ts";
import { etagOf } from "./present.ts";
import { isWidening } from "./rules.ts";
import { documentById, setObscured, type StoredDocument } from "./store.ts";
import { requireDocument } from "./visible.ts";

/**
 * Hides a document from the clinic's professionals, or shows it again, as its patient wants it. Of requests
 * that saw the same version one is done; hiding counts as a change even where nothing changes, so hidden wins
 * a race.
 *
 * @throws {Problem} `request.precondition-required` without a version, `request.precondition-failed` with an
 * old one, `auth.step-up` for showing again what is hidden for longer than an undo.
 */
export async function obscure(
  tenant: Tenant,
  session: PatientSession,
  facts: { id: string; obscured: boolean; ifMatch: string | undefined },
): Promise<StoredDocument> {
  const { obscured, ifMatch } = facts;
  const document = await requireDocument(tenant, session, facts.id);
  if (!ifMatch || ifMatch.trim() === "*") throw new Problem("request.precondition-required");
  const seen = ifMatch.split(",").map((tag) => tag.trim());
  if (!seen.includes(etagOf(document))) throw new Problem("request.precondition-failed");
  if (isWidening(document, { obscured, now: tenant.now() })) requireRecentSignIn(session, tenant.now());
  if (!obscured && document.obscuredAt === null) return document;

  const { patientId, id: sessionId } = session;
  return await atomically(tenant, async (within) => {
    const { db, now } = within;
    if (!await setObscured(db, { document, obscured, now: now() })) {
      throw new Problem("request.precondition-failed");
    }
    const act = obscured ? "obscure" : "restore";
    await trace(within, {
      actor: "patient",
      act,
      room: "documents",
      patientId,
      objectId: document.id,
      sessionId,
    });
    const changed = await documentById(db, { patientId, id: document.id });
    return changed!;
  });
}
