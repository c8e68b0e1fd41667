import { Buffer } from "node:buffer";
import * as v from "valibot";
import { clinicNamed } from "../clinic/clinics.ts";
import { pictureOf } from "../paper/picture.ts";
import { isDrawable } from "../paper/write.ts";
import { command, type Given, UsageError } from "./command.ts";

type Tree = { readonly [name: string]: unknown };

const isTree = (value: unknown): value is Tree =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** Stands for a secret. */
const HIDDEN = "…";
const SECRETS = ["clientSecret"];
/** What is told in place of a value changes nothing when it is given back. */
const isStandIn = (name: string, value: unknown): boolean =>
  SECRETS.includes(name) ? value === HIDDEN : name === "logo" && /^PNG, \d+ bytes$/.test(String(value));

export const clinicSettings = command({
  usage: "--clinic KEY [--json '{…}'] [--logo FILE.png]",
  options: v.strictObject({
    clinic: v.pipe(v.string(), v.minLength(1)),
    json: v.optional(v.pipe(v.string(), v.parseJson(), v.check(isTree))),
    logo: v.optional(v.pipe(v.string(), v.minLength(1))),
  }),
  async run(clinics, { clinic, json }) {
    const tenant = await clinicNamed(clinics, clinic);
    const { key, settings } = tenant.clinic;
    if (!isTree(json)) return [shown(settings)];
    const merged = mergedWith(settings, json);
    await requireDrawable(merged);
    return [shown((await clinics.setSettings(key, merged)).clinic.settings)];
  },
  called: { before: withLogo },
});

/** Members that are named take the place of those before, in trees in trees too. */
function mergedWith(before: Tree, given: Tree): Tree {
  const changes = Object.entries(given)
    .filter(([name, value]) => !isStandIn(name, value))
    .map(([name, value]) => {
      const old = Object.hasOwn(before, name) ? before[name] : undefined;
      return [name, isTree(old) && isTree(value) ? mergedWith(old, value) : value];
    });
  return { ...before, ...Object.fromEntries(changes) };
}

const shown = (settings: Tree): string =>
  JSON.stringify(
    settings,
    (name, value) => {
      if (typeof value !== "string") return value;
      if (SECRETS.includes(name)) return HIDDEN;
      return name === "logo" ? `PNG, ${Buffer.from(value, "base64").length} bytes` : value;
    },
    2,
  );

async function requireDrawable({ accessPage }: Tree): Promise<void> {
  const logo = isTree(accessPage) ? accessPage.logo : null;
  if (typeof logo !== "string") return;
  const picture = pictureOf(new Uint8Array(Buffer.from(logo, "base64")));
  if (!picture || !await isDrawable(picture)) {
    throw new Error("The logo is no PNG of at most 2000 by 2000 pixels");
  }
}

/** The logo's file, as the setting it becomes: an argument of a command cannot be so long. */
async function withLogo({ logo, json, ...given }: Given): Promise<Given> {
  if (!logo) return json ? { ...given, json } : given;
  const file = await Deno.readFile(logo[0]).catch((cause) => {
    throw new UsageError(`The file ${logo[0]} cannot be read`, { cause });
  });
  const settings: Tree = { accessPage: { logo: Buffer.from(file).toString("base64") } };
  return { ...given, json: [JSON.stringify(mergedWith(json ? JSON.parse(json[0]) : {}, settings))] };
}
