import assert from "node:assert/strict";
import type { KyselyPlugin } from "kysely";
import { issueFirstPassword } from "../clinic/enrolment.ts";
import { Problem } from "../http/problem.ts";
import { DAY } from "../clock.ts";
import type { Tenant } from "../tenant.ts";
import { openPortal, PASSWORD } from "../testing/portal.ts";
import { disableAccount } from "./desk.ts";
import { HAND_OVER as handOver } from "./errand.testing.ts";
import { verifyPassword } from "./passwords/hash.ts";
import { begin } from "./sign-in.ts";

/** The tenant with every statement written down, in order, without its values. */
function watched(tenant: Tenant): { tenant: Tenant; statements: string[] } {
  const statements: string[] = [];
  const executor = tenant.db.getExecutor();
  const watch: KyselyPlugin = {
    transformQuery({ node, queryId }) {
      statements.push(executor.compileQuery(node, queryId).sql);
      return node;
    },
    transformResult: ({ result }) => Promise.resolve(result),
  };
  return { tenant: { ...tenant, db: tenant.db.withPlugin(watch) }, statements };
}

Deno.test("whoever is refused costs the same statements and one Argon2id", async () => {
  await using portal = await openPortal();
  const wrong = await portal.addPatient();
  const disabled = await portal.addPatient();
  await disableAccount(portal.tenant, disabled.patientId);
  const inactive = await portal.addPatient({ consents: false });
  const late = await portal.addPatient();
  await issueFirstPassword(portal.tenant, { codiceFiscale: late.codiceFiscale, password: PASSWORD });
  portal.advance(31 * DAY);

  const tries = {
    unknown: ["NOSUCH80A01Z999X", PASSWORD],
    malformed: ["x", PASSWORD],
    wrong: [wrong.codiceFiscale, "wrong password here"],
    disabled: [disabled.codiceFiscale, PASSWORD],
    inactive: [inactive.codiceFiscale, PASSWORD],
    late: [late.codiceFiscale, PASSWORD],
  };
  const costs: Record<string, unknown> = {};
  for (const [who, [codiceFiscale, password]] of Object.entries(tries)) {
    for (const round of [1, 2]) {
      const { tenant, statements } = watched(portal.tenant);
      let hashes = 0;
      const refused = begin(tenant, {
        codiceFiscale,
        password,
        handOver,
        devices: [`${"A".repeat(43)}.9999999999.${"A".repeat(43)}`],
        address: "192.0.2.1",
        verify(stored, given) {
          hashes++;
          return verifyPassword(stored, given);
        },
      });
      await assert.rejects(
        refused,
        (error) => error instanceof Problem && error.code === "auth.invalid-credentials",
      );
      costs[`${who} ${round}`] = { statements, hashes };
    }
  }
  const [first, ...others] = Object.entries(costs);
  const { statements, hashes } = first[1] as { statements: string[]; hashes: number };
  assert.equal(hashes, 1);
  assert.ok(statements.length > 6);
  for (const [who, cost] of others) assert.deepEqual(cost, first[1], who);
});

Deno.test("whoever has to wait costs the same statements and no Argon2id", async () => {
  await using portal = await openPortal();
  const { codiceFiscale } = await portal.addPatient();
  const costs: string[][] = [];
  for (const user of [codiceFiscale, "NOSUCH80A01Z999X"]) {
    for (let i = 0; i < 6; i++) {
      const { tenant, statements } = watched(portal.tenant);
      const facts = { password: "wrong", handOver, address: "192.0.2.1" };
      let hashes = 0;
      const verify = () => {
        hashes++;
        return Promise.resolve(false);
      };
      const code = i < 5 ? "auth.invalid-credentials" : "auth.wait";
      await assert.rejects(
        begin(tenant, { ...facts, codiceFiscale: user, verify }),
        (error) => error instanceof Problem && error.code === code,
      );
      assert.equal(hashes, i < 5 ? 1 : 0);
      if (i === 5) costs.push(statements);
    }
  }
  assert.deepEqual(costs[0], costs[1]);
});
