import { createClient } from "@libsql/client";
import { Hono } from "hono";
import { openPortal } from "../../server/testing/portal.ts";
import { fillDossier } from "./fill.ts";
import { perSecond, type Result, result } from "./result.ts";

const MS = 3000;
const TOGETHER = 8;

/** First pages of a dossier a second, proofs and trace included, against one bare Hono + libSQL lookup by key. */
export async function benchDocuments(): Promise<Result[]> {
  await using portal = await openPortal();
  const bare = await bareLookup();
  const peer = await perSecond(MS, TOGETHER, bare.read);
  const results: Result[] = [];
  for (const count of [10, 200]) {
    const { patientId, codiceFiscale } = await portal.addPatient();
    await fillDossier(portal.tenant, { patientId, count });
    const tuo = await portal.signIn(codiceFiscale);
    const value = await perSecond(MS, TOGETHER, async () => {
      // A session may ask 300 times a minute: the clock runs ahead, so that the work is measured, not the limit.
      portal.advance(250);
      await tuo.documents.list();
    });
    results.push(result(`documents.list.${count}`, { value, unit: "requests/s", peer }));
  }
  await bare.close();
  return results;
}

async function bareLookup() {
  const folder = await Deno.makeTempDir();
  const client = createClient({ url: `file:${folder}/bare.db` });
  await client.execute("CREATE TABLE t (id TEXT PRIMARY KEY, value TEXT)");
  await client.execute("INSERT INTO t VALUES ('k', 'v')");
  const app = new Hono().get("/:id", async (c) => {
    const { rows } = await client.execute({ sql: "SELECT * FROM t WHERE id = ?", args: [c.req.param("id")] });
    return c.json(rows[0]);
  });
  return {
    read: async () => await (await app.request("/k")).json(),
    async close() {
      client.close();
      await Deno.remove(folder, { recursive: true });
    },
  };
}
