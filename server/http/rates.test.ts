import assert from "node:assert/strict";
import { createRates } from "./rates.ts";

const rate = { most: 3, within: 60_000 };

Deno.test("no stretch of the window's length has more acts than allowed, also across its edges", () => {
  let time = 0;
  const rates = createRates(() => time);
  const taken: number[] = [];
  for (; time < 600_000; time += 1000) if (rates.take("a", rate) === null) taken.push(time);
  for (const start of taken) {
    assert.ok(taken.filter((at) => at >= start && at < start + 60_000).length <= 3);
  }
  assert.equal(taken.length, 30);
});

Deno.test("a refusal tells when the next act is possible, and it is", () => {
  let time = 0;
  const rates = createRates(() => time);
  for (; time < 3; time++) assert.equal(rates.take("a", rate), null);
  const wait = rates.take("a", rate)!;
  assert.equal(wait, 60);
  time += wait * 1000;
  assert.equal(rates.take("a", rate), null);
});

Deno.test("to ask how long one would have to wait counts nothing", () => {
  let time = 0;
  const rates = createRates(() => time);
  for (let count = 0; count < 100; count++) assert.equal(rates.wait("a", rate), null);
  for (; time < 3; time++) assert.equal(rates.take("a", rate), null);
  assert.equal(rates.wait("a", rate), 60);
  assert.equal(rates.wait("b", rate), null);
  time = 60_000;
  assert.equal(rates.wait("a", rate), null);
});

Deno.test("one key's acts are not another's, and refused ones do not count", () => {
  let time = 0;
  const rates = createRates(() => time);
  for (let count = 0; count < 100; count++) rates.take("a", rate);
  assert.equal(rates.take("b", rate), null);
  time = 60_000;
  assert.equal(rates.take("a", rate), null);
});
