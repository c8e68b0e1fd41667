import { Origin } from "@tuodossier/sdk/contract";
import * as v from "valibot";
import { clinicNamed } from "../clinic/clinics.ts";
import { command } from "./command.ts";

const Line = v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(200));
const Address = v.pipe(v.string(), v.url(), v.startsWith("https://"));

export const clinicAdd = command({
  usage: "--name NAME --origin ORIGIN [--origin ORIGIN …] [--phone PHONE] [--hours TEXT] [--help-url URL] " +
    "[--support-email ADDRESS]",
  mayMake: true,
  options: v.strictObject({
    name: Line,
    origin: v.pipe(v.array(Origin), v.minLength(1)),
    phone: v.optional(Line),
    hours: v.optional(Line),
    "help-url": v.optional(Address),
    "support-email": v.optional(v.pipe(v.string(), v.email())),
  }),
  async run(clinics, { name, origin, phone, hours, ...rest }) {
    const more = { helpUrl: rest["help-url"], supportEmail: rest["support-email"] };
    const { clinic: { key } } = await clinics.add({ name, origins: origin, phone, hours, ...more });
    const { clientId, clientSecret } = await clinics.addClient(key);
    return [
      `key            ${key}`,
      `client id      ${clientId}`,
      `client secret  ${clientSecret}`,
      "The secret is told this once.",
    ];
  },
});

export const clinicList = command({
  usage: "",
  options: v.strictObject({}),
  async run(clinics) {
    const all = await clinics.all();
    return all.map(({ clinic: { key, name, origins } }) => [key, name, ...origins].join("  "));
  },
});

export const clinicOrigins = command({
  usage: "KEY ORIGIN [ORIGIN …]",
  options: v.strictObject({
    positionals: v.pipe(
      v.array(v.string()),
      v.minLength(2),
      v.check(([, ...origins]) => origins.every((origin) => v.is(Origin, origin))),
    ),
  }),
  async run(clinics, { positionals: [keyOrName, ...origins] }) {
    const { clinic } = await clinicNamed(clinics, keyOrName);
    await clinics.setOrigins(clinic.key, origins);
    return [[clinic.key, clinic.name, ...origins].join("  ")];
  },
});
