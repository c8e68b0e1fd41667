import assert from "node:assert/strict";
import { type ConsentCode, consentCodes } from "@tuodossier/sdk/contract";
import { type ConsentEvent, effectiveConsents as effectiveOn } from "./rules.ts";

const DEPENDENT = ["dse-history", "dse-hiv", "dse-abortion", "dse-violence"] as const;
const HISTORIES = 2000;
const effectiveConsents = (events: readonly ConsentEvent[]) => effectiveOn(events, "2026-01-01");

/** A generator with a seed (mulberry32): the same histories at every run. */
function randomFrom(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = state + 0x6d2b79f5 | 0;
    let mixed = Math.imul(state ^ state >>> 15, 1 | state);
    mixed = mixed + Math.imul(mixed ^ mixed >>> 7, 61 | mixed) ^ mixed;
    return ((mixed ^ mixed >>> 14) >>> 0) % below;
  };
}

function history(seed: number): ConsentEvent[] {
  const random = randomFrom(seed);
  return Array.from({ length: 1 + random(14) }, (_, index) => ({
    code: consentCodes[random(consentCodes.length)],
    given: random(3) > 0,
    at: `2025-01-${String(1 + random(6)).padStart(2, "0")}T00:00:00.000Z`,
    form: random(2) === 0 ? null : `form ${Math.floor(index / 3)}`,
  })).sort((a, b) => a.at < b.at ? -1 : a.at > b.at ? 1 : 0);
}

/** The rule as the law tells it, one code at a time: its own last word, with adhesion ever since. */
function toldByLaw(events: readonly ConsentEvent[], code: ConsentCode): boolean {
  const last = events.findLastIndex((event) => event.code === code);
  if (last < 0 || !events[last].given) return false;
  if (!(DEPENDENT as readonly string[]).includes(code)) return true;
  const adhesion = events.filter((event) => event.code === "dse-adhesion");
  const before = events.slice(0, last).findLast((event) => event.code === "dse-adhesion");
  return before?.given === true &&
    !events.slice(last).some((event) => adhesion.includes(event) && !event.given);
}

Deno.test("over thousands of histories what holds is what the law tells", () => {
  for (let seed = 0; seed < HISTORIES; seed++) {
    const events = history(seed).map((event) => ({ ...event, form: null }));
    const effective = effectiveConsents(events);
    for (const code of consentCodes) {
      assert.equal(effective[code].given, toldByLaw(events, code), `${code} of ${JSON.stringify(events)}`);
    }
  }
});

Deno.test("nothing that needs adhesion holds without it, whatever happened", () => {
  for (let seed = 0; seed < HISTORIES; seed++) {
    const effective = effectiveConsents(history(seed));
    if (effective["dse-adhesion"].given) continue;
    for (const code of DEPENDENT) assert.equal(effective[code].given, false, `${code}, seed ${seed}`);
  }
});

Deno.test("revoking adhesion voids at once, and giving it again revives nothing", () => {
  for (let seed = 0; seed < HISTORIES; seed++) {
    const events = history(seed);
    const day = (number: number) => `2025-02-0${number}T00:00:00.000Z`;
    const revoked = [...events, { code: "dse-adhesion", given: false, at: day(1), form: "a" } as const];
    const regranted = [...revoked, { code: "dse-adhesion", given: true, at: day(2), form: "b" } as const];
    for (const code of DEPENDENT) {
      assert.equal(effectiveConsents(revoked)[code].given, false);
      assert.equal(effectiveConsents(regranted)[code].given, false, `${code}, seed ${seed}`);
    }
    assert.equal(effectiveConsents(regranted)["dse-adhesion"].given, true);
  }
});

Deno.test("taking back one consent touches no other, unless it is adhesion", () => {
  for (let seed = 0; seed < HISTORIES; seed++) {
    const events = history(seed);
    const before = effectiveConsents(events);
    const code = consentCodes[seed % consentCodes.length];
    if (code === "dse-adhesion") continue;
    const after = effectiveConsents([...events, { code, given: false, at: "2025-03-01", form: null }]);
    assert.equal(after[code].given, false);
    for (const other of consentCodes) if (other !== code) assert.deepEqual(after[other], before[other]);
  }
});

Deno.test("one form gives adhesion and what needs it together, in whatever order it lists them", () => {
  const at = "2025-01-01T00:00:00.000Z";
  const one = (code: ConsentCode, given: boolean, form: string): ConsentEvent => ({ code, given, at, form });
  const together = [one("dse-history", true, "a"), one("dse-adhesion", true, "a")];
  assert.equal(effectiveConsents(together)["dse-history"].given, true);
  // Three forms of one day: the third gives adhesion alone, and revives nothing.
  const sameDay = [...together, one("dse-adhesion", false, "b"), one("dse-adhesion", true, "c")];
  assert.equal(effectiveConsents(sameDay)["dse-history"].given, false);
  assert.equal(effectiveConsents(sameDay)["dse-adhesion"].given, true);
});

Deno.test("since tells when what holds began, and a repetition does not change it", () => {
  const give = (at: string): ConsentEvent => ({ code: "fea", given: true, at, form: null });
  assert.deepEqual(effectiveConsents([give("2024"), give("2025")])["fea"], { given: true, since: "2024" });
  assert.deepEqual(effectiveConsents([])["fea"], { given: false, since: null });
});

Deno.test("a withdrawal recorded last ends what was given before, whatever days the two bear", () => {
  for (let seed = 0; seed < HISTORIES; seed++) {
    // Recorded in any order of days.
    const random = randomFrom(seed);
    const events = history(seed).toSorted(() => random(3) - 1);
    const code = consentCodes[seed % consentCodes.length];
    const last = { code, given: false, at: `2025-01-0${1 + random(9)}`, form: "last" } as const;
    const effective = effectiveConsents([...events, last]);
    assert.equal(effective[code].given, false, `${code}, seed ${seed}`);
    if (code !== "dse-adhesion") continue;
    for (const dependent of DEPENDENT) assert.equal(effective[dependent].given, false, `seed ${seed}`);
    const again = [...events, last, { code, given: true, at: "2025-06-01", form: "again" } as const];
    assert.equal(effectiveConsents(again)[code].given, true);
    for (const dependent of DEPENDENT) assert.equal(effectiveConsents(again)[dependent].given, false);
  }
});

Deno.test("an old grant recorded late revives nothing that was withdrawn after its day", () => {
  const at = (day: string, given: boolean): ConsentEvent => ({ code: "fea", given, at: day, form: day });
  const late = [at("2025-02-01", false), at("2025-01-01", true)];
  assert.deepEqual(effectiveConsents(late)["fea"], { given: false, since: "2025-02-01" });
  const dated = [at("2025-06-01", true), at("2025-05-01", false), at("2025-06-02", true)];
  assert.deepEqual(effectiveConsents(dated)["fea"], { given: true, since: "2025-06-02" });
  assert.equal(effectiveConsents(dated.slice(0, 2))["fea"].given, false);
});

Deno.test("what is dated later does not hold yet, and is withdrawn today for that day too", () => {
  const give: ConsentEvent = { code: "fea", given: true, at: "2025-03-02T00:00:00.000Z", form: "a" };
  const take: ConsentEvent = { code: "fea", given: false, at: "2025-03-01T00:00:00.000Z", form: "b" };
  assert.deepEqual(effectiveOn([give], "2025-03-01")["fea"], { given: false, since: null });
  assert.equal(effectiveOn([give], "2025-03-02")["fea"].given, true);
  assert.equal(effectiveOn([give, take], "2025-03-01")["fea"].given, false);
  assert.equal(effectiveOn([give, take], "2025-03-02")["fea"].given, false);
});
