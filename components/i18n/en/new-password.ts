import type { newPassword as italian } from "../it/new-password.ts";

export const newPassword: typeof italian = {
  of: {
    first: {
      title: "Choose your password",
      lead:
        "This is your first time here: the password from the SMS is good only once. Choose one that only " +
        "you know.",
      save: "Save and sign in",
    },
    reset: {
      title: "Reset password",
      lead: "Choose a new password. Then we ask for a code, to be sure that it is you.",
      save: "Save and go on",
    },
    change: {
      title: "Change the password",
      lead: "Type the one you use now and choose a new one.",
      save: "Change the password",
    },
  },
  current: "Current password",
  password: "New password",
  hint:
    "At least 12 characters; better with a capital, a small letter, a digit and a special character. A few words " +
    "with spaces are fine.",
  repeat: "Repeat the new password",
  suggest: "Suggest a password",
  suggested: "Here is one: write it down in a safe place before you go on, then repeat it below.",
  saving: "Saving…",
  strength: "Strength",
  strengths: ["too short", "weak", "fair", "good", "excellent"],
  faults: {
    "too-short": "The password needs at least 12 characters.",
    "too-long": "The password can have 128 characters at most.",
    "common": "This password is among the first that are tried. Choose a less common one.",
    "repetitive": "This password repeats itself or follows an order. Choose a more varied one.",
    "personal": "This password contains your data or the clinic's. Choose another.",
    "unchanged": "This is the password you have now. Choose a new one.",
    "different": "The two passwords are not the same.",
    "unrepeated": "Repeat the password you have chosen.",
    "current-missing": "Type the password you use now.",
    "current-wrong": "This is not your current password. Check it and try again.",
  },
};
