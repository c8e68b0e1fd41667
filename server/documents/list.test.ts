import assert from "node:assert/strict";
import { TuoError } from "@tuodossier/sdk";
import { DocumentList, documentTypes } from "@tuodossier/sdk/contract";
import { sql } from "kysely";
import * as v from "valibot";
import { openPortal } from "../testing/portal.ts";
import { encodeCursor } from "./cursor.ts";
import { publish } from "./room.testing.ts";

const COUNT = 200;
const facilities = ["Sede Nord", "sede sud", "Àncona", "Clinica di prova"];
const dayOf = (number: number) =>
  new Date(Date.UTC(2024, 0, 1 + number * 37 % 90)).toISOString().slice(0, 10);

/** Two hundred documents, many of them alike in what they are sorted by; and a neighbour's. */
async function openDossier() {
  const portal = await openPortal();
  const [{ patientId, codiceFiscale }, neighbour] = [await portal.addPatient(), await portal.addPatient()];
  for (let number = 0; number < COUNT; number++) {
    const entry = {
      type: documentTypes[number % documentTypes.length],
      facility: facilities[number % facilities.length],
      date: dayOf(number),
      services: number % 5 === 0 ? [] : [`RX TORACE ${number % 3}`, "Visita 50%_finale \\ perché"],
    };
    await publish(portal.tenant, { patientId, number, entry });
  }
  await publish(portal.tenant, { patientId: neighbour.patientId, number: 1, entry: { facility: "Altrove" } });
  return { portal, tuo: await portal.signIn(codiceFiscale), patientId };
}

Deno.test("a list of two hundred documents", async (t) => {
  const { portal, tuo, patientId } = await openDossier();
  await using _ = portal;

  await t.step("pages, forth and back, show every document once, in order, whatever the sort", async () => {
    for (const sort of ["date", "type", "facility", "services"] as const) {
      for (const direction of ["ascending", "descending"] as const) {
        const seen: string[] = [];
        const pages: string[][] = [];
        let cursor: string | undefined;
        let previous: string | null = null;
        do {
          const page = await tuo.documents.list({ sort, direction, limit: 30, cursor });
          v.parse(DocumentList, page);
          assert.equal(page.total, COUNT);
          assert.equal(page.offset, seen.length);
          assert.equal(page.previous === null, seen.length === 0);
          const ids = page.items.map(({ id }) => id);
          pages.push(ids);
          seen.push(...ids);
          cursor = page.next ?? undefined;
          previous = page.previous;
        } while (cursor);
        assert.equal(new Set(seen).size, COUNT);
        for (let at = pages.length - 2; at >= 0; at--) {
          const page = await tuo.documents.list({ sort, direction, limit: 30, cursor: previous! });
          assert.deepEqual(page.items.map(({ id }) => id), pages[at]);
          previous = page.previous;
        }
        assert.equal(previous, null);
      }
    }
  });

  await t.step("dates come in order, newest first unless asked otherwise", async () => {
    const dates = (await tuo.documents.list({ limit: 100 })).items.map(({ date }) => date);
    assert.deepEqual(dates, dates.toSorted().reverse());
  });

  await t.step("a document published meanwhile moves no row to another page", async () => {
    const first = await tuo.documents.list({ limit: 10 });
    const expected = await tuo.documents.list({ limit: 10, cursor: first.next! });
    await publish(portal.tenant, {
      patientId,
      number: 1000,
      entry: { date: "2030-01-01", accession: "late" },
    });
    const second = await tuo.documents.list({ limit: 10, cursor: first.next! });
    assert.deepEqual(second.items.map(({ id }) => id), expected.items.map(({ id }) => id));
    assert.deepEqual([second.offset, second.total], [11, COUNT + 1]);
    const back = await tuo.documents.list({ limit: 20, cursor: second.previous! });
    assert.deepEqual([back.offset, back.items.length, back.items[0].date], [0, 20, "2030-01-01"]);
  });

  await t.step("filters combine, and are counted", async () => {
    const all = (await Promise.all(["0", "1", "2"].map((n) => tuo.documents.list({ text: `torace ${n}` }))))
      .reduce((sum, { total }) => sum + total, 0);
    assert.equal(all, COUNT * 4 / 5);
    const [{ facility }] = (await tuo.documents.list({ limit: 1 })).items;
    const query = { facility: facility.id, type: "lettera", from: "2024-01-10", to: "2024-02-10" } as const;
    const page = await tuo.documents.list({ ...query, limit: 100 });
    assert.equal(page.total, page.items.length);
    for (const item of page.items) {
      assert.deepEqual([item.facility.id, item.type], [facility.id, "lettera"]);
      assert.ok(item.date >= "2024-01-10" && item.date <= "2024-02-10");
    }
    const none = await tuo.documents.list({ from: "2031-01-01" });
    assert.deepEqual([none.items, none.total, none.offset, none.next, none.previous], [[], 0, 0, null, null]);
  });

  await t.step("the text is found without case and accents, its wildcards are letters", async () => {
    const total = async (text: string) => (await tuo.documents.list({ text })).total;
    assert.equal(await total("PERCHE"), COUNT * 4 / 5);
    assert.equal(await total("50%_FINALE \\"), COUNT * 4 / 5);
    assert.equal(await total("50__finale"), 0);
    assert.equal(await total("%"), COUNT * 4 / 5);
    assert.equal(await total("0%"), COUNT * 4 / 5);
    assert.equal(await total("x%e"), 0);
    assert.equal(await total('","'), 0);
  });

  await t.step("facets know the patient's own facilities and no other", async () => {
    const { facets } = await tuo.documents.list({ type: "lettera" });
    assert.deepEqual(facets.facilities.map(({ name }) => name).toSorted(), facilities.toSorted());
    assert.deepEqual(facets.types, [...documentTypes].sort());
  });

  await t.step("cursors that were made up, or for another sort, are refused; limits are kept", async () => {
    const { next } = await tuo.documents.list({ sort: "type" });
    const made = { sort: "date", toward: "next", id: patientId } as const;
    const bad = [
      { cursor: next! },
      { cursor: "AAAA" },
      { cursor: btoa('["date","next",1,2]').replaceAll("=", "") },
      { limit: 0 },
      { limit: 101 },
      { limit: "-1" },
      { sort: "id" },
      { cursor: `${encodeCursor({ ...made, value: "2024" })}*` },
    ];
    for (const query of bad) {
      const sent = tuo.documents.list(query as Parameters<typeof tuo.documents.list>[0]);
      await assert.rejects(sent, (error) => error instanceof TuoError && error.code === "request.invalid");
    }
    const harmless = encodeCursor({ ...made, value: "' OR 1=1 --" });
    assert.equal((await tuo.documents.list({ cursor: harmless })).items.length <= 5, true);
  });

  await t.step("the first page is found by index, without sorting the dossier", async () => {
    const { rows } = await sql<{ detail: string }>`EXPLAIN QUERY PLAN SELECT documents.id FROM documents
      INNER JOIN facilities ON facilities.id = documents.facility_id
      LEFT JOIN blobs ON blobs.id = documents.blob_id
      WHERE documents.patient_id = ${patientId} AND documents.published_at <= ${"2026"}
      ORDER BY documents.date DESC, documents.id DESC LIMIT 5`.execute(portal.tenant.db);
    const plan = rows.map(({ detail }) => detail).join("\n");
    assert.match(plan, /documents_by_date/);
    assert.doesNotMatch(plan, /TEMP B-TREE/);
  });
});
