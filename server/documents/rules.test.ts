import assert from "node:assert/strict";
import { effectiveConsents } from "../consents/rules.ts";
import { type Guarded, isWidening, maySee, type Reader } from "./rules.ts";

const AT = "2026-01-15T09:00:00.000Z";
const bools = [false, true] as const;
const classes = ["none", "hiv", "abortion", "violence"] as const;
const readers = {
  patient: { kind: "patient" },
  author: { kind: "professional", name: "Dott. Autore", unit: "Altra" },
  unit: { kind: "professional", name: "Dott. Collega", unit: "Radiologia" },
  other: { kind: "professional", name: "Dott. Altro", unit: "Cardiologia" },
  unitless: { kind: "professional", name: "Dott. Altro", unit: null },
} as const satisfies Record<string, Reader>;

Deno.test("who sees what, over every combination of consent, document and reader", () => {
  let seen = 0;
  for (const adhesion of bools) {
    for (const history of bools) {
      for (const consented of [null, "hiv", "abortion", "violence"] as const) {
        for (const protection of classes) {
          for (const date of ["2022-12-31", "2023-01-01", "2023-01-02"]) {
            for (const obscured of bools) {
              for (const published of bools) {
                const give = (
                  code: "dse-adhesion" | "dse-history" | `dse-${"hiv" | "abortion" | "violence"}`,
                ) => ({
                  code,
                  given: true,
                  at: "2023-01-01T08:00:00.000Z",
                  form: "1",
                });
                const consents = effectiveConsents([
                  ...(adhesion ? [give("dse-adhesion")] : []),
                  ...(history ? [give("dse-history")] : []),
                  ...(consented ? [give(`dse-${consented}`)] : []),
                ], "2026-01-15");
                const document: Guarded = {
                  date,
                  publishedAt: published ? AT : "2026-01-15T09:00:00.001Z",
                  obscuredAt: obscured ? AT : null,
                  protection,
                  author: "Dott. Autore",
                  unit: "Radiologia",
                };
                const see = (reader: Reader) => maySee(reader, document, { consents, at: AT });
                const covered = (protection === "none" || consented === protection) &&
                  (date !== "2022-12-31" || history);
                const others = adhesion && published && !obscured && covered;
                const what = JSON.stringify({ adhesion, history, consented, document });
                assert.equal(see(readers.patient), adhesion && published, what);
                assert.equal(see(readers.author), true, what);
                assert.equal(see(readers.unit), true, what);
                assert.equal(see(readers.other), others, what);
                assert.equal(see(readers.unitless), others, what);
                seen++;
              }
            }
          }
        }
      }
    }
  }
  assert.equal(seen, 2 * 2 * 4 * 4 * 3 * 2 * 2);
});

Deno.test("a document without author and unit is nobody's own", () => {
  const document: Guarded = {
    date: "2024-01-01",
    publishedAt: AT,
    obscuredAt: AT,
    protection: "none",
    author: null,
    unit: null,
  };
  const consents = effectiveConsents(
    [{ code: "dse-adhesion", given: true, at: "2023-01-01", form: null }],
    "2026-01-15",
  );
  for (const reader of [readers.author, readers.unit, readers.unitless]) {
    assert.equal(maySee(reader, document, { consents, at: AT }), false);
  }
});

Deno.test("hiding never widens; showing again does, but for ten minutes", () => {
  const hidden = { obscuredAt: AT };
  const since = Date.parse(AT);
  const minutes = (count: number) => since + count * 60_000;
  assert.equal(isWidening(hidden, { obscured: false, now: minutes(10) }), false);
  assert.equal(isWidening(hidden, { obscured: false, now: minutes(10) + 1 }), true);
  assert.equal(isWidening(hidden, { obscured: true, now: minutes(1000) }), false);
  assert.equal(isWidening({ obscuredAt: null }, { obscured: false, now: minutes(1000) }), false);
});
