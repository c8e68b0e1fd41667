import assert from "node:assert/strict";
import { segmentsOf, septetsOf, toGsm7 } from "./gsm7.ts";

Deno.test("the alphabet is whole: 127 characters of one septet, 10 of two", () => {
  const [one, two]: string[][] = [[], []];
  for (let code = 0; code < 0x3000; code++) {
    const character = String.fromCodePoint(code);
    const septets = septetsOf(character);
    if (septets === 1) one.push(character);
    if (septets === 2) two.push(character);
  }
  assert.deepEqual([one.length, two.length], [127, 10]);
});

Deno.test("every text becomes one of the alphabet, and one of the alphabet stays", () => {
  for (
    const text of [
      "«»“”‘’–—…",
      "ÀÈÌÒÙáíóúçăşțžđł",
      "\u00a0\u2009\t",
      "e\u0300 a\u0301",
      "漢字😀",
      "\ud800",
      "ﬁ²ﾊ½",
    ]
  ) {
    const plain = toGsm7(text);
    assert.notEqual(septetsOf(plain), null, text);
    assert.equal(toGsm7(plain), plain);
  }
  const plain = "è é à ì ò ù € {[\\]} ~^| @£$ Ñ Ç\nriga";
  assert.equal(toGsm7(plain), plain);
});

Deno.test("letters keep what can be read of them", () => {
  assert.equal(toGsm7("È perché Nicolò…"), "E perché Nicolò...");
  assert.equal(toGsm7("Škoda Łódź Ærø Straße naïve garçon"), "Skoda Lodz Ærø Straße naive garcon");
  assert.equal(toGsm7("e\u0300"), "è");
  assert.equal(toGsm7("😀"), "?");
});

Deno.test("segments are counted as they are billed", () => {
  assert.deepEqual([0, 160, 161, 306, 307].map((length) => segmentsOf("a".repeat(length))), [1, 1, 2, 2, 3]);
  assert.deepEqual([80, 81].map((length) => segmentsOf("€".repeat(length))), [1, 2]);
  // 153 is odd: an escape does not fit at the end of a segment without its character.
  assert.equal(segmentsOf("€".repeat(153)), 3);
});
