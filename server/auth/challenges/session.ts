import type { Tenant } from "../../tenant.ts";
import { isSessionAlive } from "../sessions/sessions.ts";
import type { Challenge } from "./store.ts";

/** Whether a challenge still has the session it belongs to, if any: an errand ends with it. */
export const hasSession = async (
  within: Tenant,
  { sessionId }: Pick<Challenge, "sessionId">,
): Promise<boolean> => sessionId === null || await isSessionAlive(within, sessionId);
