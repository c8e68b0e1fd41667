import type { TuoDossier } from "@tuodossier/sdk";

const leaving = new WeakSet<TuoDossier>();

/** True while the patient's own sign-out is under way: the session did not end by itself. */
export const isLeaving = (tuo: TuoDossier | null): boolean => tuo !== null && leaving.has(tuo);

/** Signs out; who came in by the clinic's identity provider goes there to leave it too. */
export async function signOut(tuo: TuoDossier): Promise<void> {
  leaving.add(tuo);
  try {
    const { logoutUrl } = await tuo.session.signOut();
    if (logoutUrl) location.assign(logoutUrl);
  } finally {
    leaving.delete(tuo);
  }
}
