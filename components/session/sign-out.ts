import type { TuoDossier } from "@tuodossier/sdk";

/** Signs out; who came in by the clinic's identity provider goes there to leave it too. */
export async function signOut(tuo: TuoDossier): Promise<void> {
  const { logoutUrl } = await tuo.session.signOut();
  if (logoutUrl) location.assign(logoutUrl);
}
