import * as v from "valibot";
import { firstBrokenEntry } from "../accesses/trace.ts";
import { clinicNamed } from "../clinic/clinics.ts";
import { command } from "./command.ts";

export const traceVerify = command({
  usage: "[--clinic KEY]",
  options: v.strictObject({ clinic: v.optional(v.string()) }),
  async run(clinics, { clinic }) {
    const tenants = clinic ? [await clinicNamed(clinics, clinic)] : await clinics.all();
    const lines: string[] = [];
    let broken = false;
    for (const tenant of tenants) {
      const entry = await firstBrokenEntry(tenant);
      broken ||= entry !== null;
      const finding = entry === null ? "the trace is whole" : `the trace is broken at entry ${entry}`;
      lines.push(`${tenant.clinic.name}: ${finding}`);
    }
    if (broken) throw new Error(lines.join("\n"));
    return lines;
  },
});
