import type { firstErrors as italian } from "../it/first-errors.ts";

export const firstErrors: typeof italian = {
  "network.lost": "We cannot reach the portal. Check your connection and try again.",
  "server.failed": "Something failed on our side. Try again in a few minutes.",
  "server.busy": "The portal is very busy right now. Try again in a few minutes.",
  "auth.signed-out": "Your session has ended. Sign in again to continue.",
};
