import type { session as italian } from "../it/session.ts";

export const session: typeof italian = {
  errands: {
    "step-up": "Confirm that it is you",
    "password": "Change password",
    "phone": "Change mobile number",
    "email": "Change e-mail address",
    "authenticator": "Authenticator app",
  },
  errandRedirect:
    "This is done on the portal's page. Then you are brought back here: if you are writing something, save it first.",
  errandSilent:
    "The portal's page does not open inside this site. Open it as a full page: then you are brought back here.",
  errandOpen: "Go to the portal's page",
  idleTitle: "Are you still there?",
  idle: "You have not used the portal for a while. For your safety, if you do nothing you are signed out in:",
  stay: "Stay signed in",
  leave: "Sign out now",
  endTitle: "Your session is about to end",
  end: "A session lasts eight hours at most and cannot be made longer. You are signed out in:",
  endSave:
    "If you are writing to the clinic, send or copy the text; if a download is running, wait until it ends. Then sign in again.",
  understood: "I understand",
  time: (minutes, seconds) =>
    [
      minutes > 0 ? `${minutes} ${minutes === 1 ? "minute" : "minutes"}` : "",
      seconds > 0 || minutes === 0 ? `${seconds} ${seconds === 1 ? "second" : "seconds"}` : "",
    ].filter(Boolean).join(" and "),
  soon: "30 seconds left.",
};
