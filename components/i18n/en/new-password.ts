import type { newPassword as italian } from "../it/new-password.ts";

export const newPassword: typeof italian = {
  of: {
    first: {
      title: "Choose your password",
      lead:
        "This is your first sign-in, and the password we texted you works only once. Choose one that only " +
        "you know.",
      save: "Save and sign in",
    },
    reset: {
      title: "Choose a new password",
      lead: "Once you've chosen it, we'll ask for a code to make sure it's you.",
      save: "Save and continue",
    },
    change: {
      title: "Change your password",
      lead: "Enter your current password and choose a new one.",
      save: "Change password",
    },
  },
  current: "Current password",
  password: "New password",
  hint:
    "At least 12 characters, ideally with upper and lower case letters, a digit and a symbol. A few words with " +
    "spaces work well too.",
  repeat: "Repeat the new password",
  suggest: "Suggest a password",
  suggested: "Here's one: write it down somewhere safe first, then repeat it below.",
  copy: "Copy",
  copied: "Password copied: paste it somewhere safe.",
  uncopied: "Your browser won't let us copy it. Write it down on paper instead.",
  saving: "Saving…",
  strength: "Strength",
  strengths: ["too short", "weak", "fair", "good", "excellent"],
  refused: "not accepted",
  faults: {
    "missing": "Enter your new password.",
    "too-short": "Your password needs at least 12 characters.",
    "too-long": "Your password can have at most 128 characters.",
    "common": "This password is too easy to guess. Choose a less common one.",
    "repetitive": "This password is repetitive or follows a pattern. Choose a more varied one.",
    "personal": "This password contains your details or the clinic's. Choose another one.",
    "unchanged": "This is your current password. Choose a new one.",
    "different": "The two passwords don't match.",
    "unrepeated": "Repeat the password you've chosen.",
    "current-missing": "Enter your current password.",
    "current-wrong": "That isn't your current password. Check it and try again.",
  },
};
