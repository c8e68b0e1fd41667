import type { Clinics } from "../clinic/clinics.ts";
import { type AdminCommand, type Given, UsageError } from "./command.ts";
import { patientAccessPage } from "./access-page.ts";
import { checkMail, checkSms } from "./check.ts";
import { clinicAdd, clinicList, clinicOrigins } from "./clinic.ts";
import { patientEnrol, patientFirstPassword } from "./patient.ts";
import { patientDisable, patientEnable, patientUnlock } from "./patient-access.ts";
import { clinicSettings } from "./settings.ts";
import { traceVerify } from "./trace.ts";

export const COMMANDS: Readonly<Record<string, AdminCommand>> = {
  "clinic add": clinicAdd,
  "clinic list": clinicList,
  "clinic origins": clinicOrigins,
  "clinic settings": clinicSettings,
  "patient access-page": patientAccessPage,
  "patient disable": patientDisable,
  "patient enable": patientEnable,
  "patient enrol": patientEnrol,
  "patient first-password": patientFirstPassword,
  "patient unlock": patientUnlock,
  "trace verify": traceVerify,
  "check sms": checkSms,
  "check mail": checkMail,
  "check smtp": { ...checkMail, usage: `${checkMail.usage} (the same as check mail)` },
};

/**
 * Runs a command where the databases are, and answers the lines to print.
 * @throws {UsageError}
 * @throws {Error} with a sentence.
 */
export async function runCommand(
  clinics: Clinics,
  { name, options }: { name: string; options: Given },
): Promise<string[]> {
  return await commandNamed(name).read(options)(clinics);
}

/** @throws {UsageError} */
export function commandNamed(name: string): AdminCommand {
  if (!Object.hasOwn(COMMANDS, name)) {
    throw new UsageError(name ? `There is no command "${name}"` : "No command");
  }
  return COMMANDS[name];
}

export const USAGE = Object.entries(COMMANDS)
  .map(([name, { usage }]) => `  deno task admin ${name} ${usage}`.trimEnd())
  .join("\n") + "\nEach takes --data DIR too; without it, TUO_DATA or ./data.";
