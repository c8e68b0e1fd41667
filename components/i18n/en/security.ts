import type { security as italian } from "../it/security.ts";

export const security: typeof italian = {
  title: "Security",
  password: "Password",
  passwordHow: "You will need your current password to change it.",
  changePassword: "Change password",
  authenticator: "Authenticator app",
  authenticatorOff: "Off. You receive your codes by SMS.",
  authenticatorWhy:
    "An app on your phone creates the codes, even without a connection. It is safer than text messages, which can be " +
    "diverted to another SIM or read on a locked screen.",
  authenticatorOn: "On. The app on your phone creates your codes.",
  turnOn: "Turn on",
  turnOnName: "Turn on the authenticator app",
  turnOff: "Remove",
  turnOffName: "Remove the authenticator app",
  recovery: (left) => {
    const few = left > 3 ? "" : " To get new ones, remove the app and turn it on again.";
    if (left === 0) return `You have no recovery codes left.${few}`;
    return (left === 1 ? "You have one recovery code left." : `You have ${left} recovery codes left.`) + few;
  },
  devices: "Sessions and devices",
  devicesLead:
    "Where you are signed in. If you don't recognise a device, sign it out and change your password.",
  thisDevice: "this device",
  active: "Active now",
  started: (when) => `Signed in: ${when}`,
  seen: (when) => `Last active: ${when}`,
  end: "Sign out",
  endName: (device, started) => `Sign out of ${device}, signed in ${started}`,
  endCurrent: "Sign out here",
  endCurrentName: (started) => `Sign out here, signed in ${started}`,
  endAsk: (device) => `Sign out of ${device}?`,
  endHere: "Sign out of the portal on this device?",
  endYes: "Yes, sign out",
  ended: (device) => `You have been signed out of ${device}.`,
  endOthers: "Sign out everywhere else",
  endOthersAsk: "Sign out of all your other devices?",
  endedOthers: "You have been signed out of all your other devices.",
  alone: "You are not signed in on any other device.",
};
