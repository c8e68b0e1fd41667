import type { session as italian } from "../it/session.ts";

export const session: typeof italian = {
  errands: {
    "step-up": "Confirm it's you",
    "password": "Change password",
    "phone": "Change mobile number",
    "email": "Change e-mail address",
    "authenticator": "Authenticator app",
  },
  errandRedirect:
    "You will do this on the portal's own page and then come back here. If you are writing something, save it first.",
  errandSilent:
    "The portal's page can't open inside this site. Open it in full: you will come back here afterwards.",
  errandOpen: "Open the portal's page",
  idleTitle: "Are you still there?",
  idle: "You haven't used the portal for a while. For your security, you will be signed out in:",
  stay: "Stay signed in",
  leave: "Sign out now",
  endTitle: "Your session is about to end",
  end: "A session lasts eight hours at most and can't be extended. You will be signed out in:",
  endSave:
    "If you are writing to the clinic, send or copy your text; if a download is running, let it finish. Then sign in again.",
  understood: "Got it",
  time: (minutes, seconds) =>
    [
      minutes > 0 ? `${minutes} ${minutes === 1 ? "minute" : "minutes"}` : "",
      seconds > 0 || minutes === 0 ? `${seconds} ${seconds === 1 ? "second" : "seconds"}` : "",
    ].filter(Boolean).join(" and "),
  soon: "30 seconds left.",
};
