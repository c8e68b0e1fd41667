/** How many downloads a session has running: in this process, where their bytes flow. */
import { Problem } from "../http/problem.ts";

/** RULES: Errors, logs, limits. */
const MOST = 2;
const bySession = new Map<string, number>();

/** @throws {Problem} `archive.limit` where as many run as may. */
export function requireRoom(sessionId: string): void {
  if ((bySession.get(sessionId) ?? 0) >= MOST) throw new Problem("archive.limit");
}

/** Counts one more until the answer is called, which counts once. */
export function beginRunning(sessionId: string): () => void {
  bySession.set(sessionId, (bySession.get(sessionId) ?? 0) + 1);
  let over = false;
  return () => {
    if (over) return;
    over = true;
    const left = (bySession.get(sessionId) ?? 1) - 1;
    if (left > 0) bySession.set(sessionId, left);
    else bySession.delete(sessionId);
  };
}
