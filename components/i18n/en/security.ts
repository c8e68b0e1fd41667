import type { security as italian } from "../it/security.ts";

export const security: typeof italian = {
  title: "Security",
  password: "Password",
  passwordHow: "To change it you need the one of now.",
  changePassword: "Change password",
  authenticator: "Authenticator app",
  authenticatorOff: "Off: you get your codes by SMS.",
  authenticatorWhy:
    "An app on your telephone makes the codes, with no need of a network. It is safer than SMS, which can be sent to " +
    "another SIM or read on a locked screen.",
  authenticatorOn: "On: the app on your telephone makes the codes.",
  turnOn: "Turn on",
  turnOnName: "Turn on the authenticator app",
  turnOff: "Remove",
  turnOffName: "Remove the authenticator app",
  recovery: (left) =>
    left === 0
      ? "You have no recovery codes left: remove the app and turn it on again to get others."
      : left === 1
      ? "You have one recovery code left."
      : `You have ${left} recovery codes left.`,
  devices: "Sessions and devices",
  devicesLead:
    "Where your portal is open. If you do not know a device, sign out there and change your password.",
  thisDevice: "this device",
  active: "Active now",
  started: (when) => `Signed in: ${when}`,
  seen: (when) => `Last active: ${when}`,
  end: "Sign out",
  endName: (device) => `Sign out of ${device}`,
  endAsk: (device) => `Do you want to sign out of ${device}?`,
  endHere: "Do you want to sign out of the portal on this device?",
  endYes: "Yes, sign out",
  ended: (device) => `You have signed out of ${device}.`,
  endOthers: "Sign out everywhere else",
  endOthersAsk: "Do you want to sign out of all other devices?",
  endedOthers: "You have signed out of all other devices.",
  alone: "The portal is not open on any other device.",
};
