import assert from "node:assert/strict";
import type { Clinics } from "../../clinic/clinics.ts";
import { MINUTE } from "../../clock.ts";
import type { LogEntry } from "../../log.ts";
import { openPortal } from "../../testing/portal.ts";
import { until } from "../../testing/until.ts";
import { forgetful, links } from "./inbox.testing.ts";
import { openResets } from "./worker.ts";

/** Time that passes as soon as somebody waits for it, but for the long rests. */
const hurried = (ms: number, signal: AbortSignal) =>
  new Promise<void>((resolve) => {
    if (signal.aborted || ms <= 1000) return resolve();
    signal.addEventListener("abort", () => resolve());
  });

Deno.test("what waited over a restart is answered, and then what it is woken for", async () => {
  await using portal = await openPortal();
  const patient = await forgetful(portal);
  await patient.credentials.requestReset(patient.codiceFiscale);
  const { clinics, tenant } = portal;
  const resets = openResets({ clinics, log: () => {}, sleep: hurried });
  await until(async () => (await links(portal)).length === 1);
  portal.advance(15 * MINUTE);
  await patient.credentials.requestReset(patient.codiceFiscale);
  resets.wake(tenant.clinic.key);
  await until(async () => (await links(portal)).length === 2);
  await resets.stop();
});

Deno.test("a failure is logged without a word of whom it was about, and tried again", async () => {
  await using portal = await openPortal();
  const patient = await forgetful(portal);
  await patient.credentials.requestReset(patient.codiceFiscale);
  const logs: LogEntry[] = [];
  let failures = 2;
  const clinics: Clinics = {
    ...portal.clinics,
    find(key) {
      if (failures-- > 0) throw new Error(`no way to ${patient.codiceFiscale}`);
      return portal.clinics.find(key);
    },
  };
  const resets = openResets({
    clinics,
    log: (entry) => void logs.push(entry),
    sleep: (ms, signal) => hurried(ms === 60_000 ? 0 : ms, signal),
  });
  await until(async () => (await links(portal)).length === 1);
  await resets.stop();
  assert.deepEqual(logs, Array(2).fill({ event: "reset.unanswered", error: "Error" }));
});
