/// <reference lib="deno.ns" />
import assert from "node:assert/strict";
import { createDataSet } from "./data-set.ts";
import { scanElements } from "./elements.ts";
import { DicomError, type DicomErrorCode } from "./error.ts";
import { type Encoding, sourceOf } from "./header.ts";
import { MAX_ELEMENTS } from "./limits.ts";
import { joined, raw, UNDEFINED } from "./bytes.testing.ts";

const EXPLICIT: Encoding = { explicit: true, bigEndian: false };
const ITEM = 0xfffee000;
const ITEM_END = raw({ tag: 0xfffee00d });
const SEQUENCE_END = raw({ tag: 0xfffee0dd });
const NAME = 0x00100010;
const SEQUENCE = 0x00081140;

function dataSetOf(bytes: Uint8Array, encoding = EXPLICIT) {
  const source = sourceOf(bytes);
  return createDataSet(scanElements(source, { at: 0, end: bytes.length, encoding }), { source, encoding });
}

function refuses(code: DicomErrorCode, act: () => unknown) {
  assert.throws(act, (error) => error instanceof DicomError && error.code === code);
}

const nested = (depth: number): Uint8Array =>
  depth === 0 ? new Uint8Array(0) : joined(
    raw({ tag: SEQUENCE, vr: "SQ", length: UNDEFINED }),
    raw({ tag: ITEM, length: UNDEFINED }),
    nested(depth - 1),
    ITEM_END,
    SEQUENCE_END,
  );

Deno.test("a value longer than the file is a truncated file, however long it claims to be", () => {
  refuses("truncated", () => dataSetOf(raw({ tag: NAME, vr: "PN", value: "ROSSI", length: 6000 })));
  refuses("truncated", () => dataSetOf(raw({ tag: NAME, vr: "UT", value: "ROSSI", length: 0xfffffffe })));
  refuses("truncated", () => dataSetOf(raw({ tag: NAME, vr: "PN", value: "ROSSI " }).subarray(0, 6)));
});

Deno.test("sequences of undefined length nested without end cost a refusal, not the stack", () => {
  const opening = joined(
    raw({ tag: SEQUENCE, vr: "SQ", length: UNDEFINED }),
    raw({ tag: ITEM, length: UNDEFINED }),
  );
  refuses("too-deep", () => dataSetOf(joined(...Array.from({ length: 100_000 }, () => opening))));
  refuses("too-deep", () => dataSetOf(nested(33)));
  assert.equal(dataSetOf(nested(32)).tags.length, 1);
});

Deno.test("sequences of defined length nested too deep are refused where they are looked into", () => {
  let bytes = new Uint8Array(0) as Uint8Array;
  for (let depth = 0; depth < 40; depth++) {
    bytes = raw({ tag: SEQUENCE, vr: "SQ", value: raw({ tag: ITEM, value: bytes }) });
  }
  let dataSet = dataSetOf(bytes);
  refuses("too-deep", () => {
    while (true) dataSet = dataSet.items(SEQUENCE)[0];
  });
});

Deno.test("more elements than any real data set has are refused, repeated ones included", () => {
  const empty = raw({ tag: NAME, vr: "PN" });
  const bytes = new Uint8Array(empty.length * (MAX_ELEMENTS + 1));
  for (let at = 0; at < bytes.length; at += empty.length) bytes.set(empty, at);
  refuses("too-large", () => dataSetOf(bytes));
});

Deno.test("an undefined length whose value is no sequence is malformed", () => {
  const bytes = joined(raw({ tag: SEQUENCE, vr: "SQ", length: UNDEFINED }), raw({ tag: NAME, vr: "PN" }));
  refuses("malformed", () => dataSetOf(bytes));
});

Deno.test("items() gives the elements of defined and undefined items alike", () => {
  const name = raw({ tag: NAME, vr: "PN", value: "ROSSI^MARIO " });
  for (const length of [undefined, UNDEFINED]) {
    const end = (delimiter: Uint8Array) => length === UNDEFINED ? delimiter : new Uint8Array(0);
    const item = joined(raw({ tag: ITEM, value: name, length }), end(ITEM_END));
    const bytes = joined(
      raw({ tag: SEQUENCE, vr: "SQ", value: joined(item, item), length }),
      end(SEQUENCE_END),
      raw({ tag: 0x00200010, vr: "SH", value: "after " }),
    );
    const dataSet = dataSetOf(bytes);
    assert.deepEqual(dataSet.items(SEQUENCE).map((one) => one.text(NAME)), ["ROSSI^MARIO", "ROSSI^MARIO"]);
    assert.equal(dataSet.text(0x00200010), "after");
  }
});

Deno.test("a sequence of unknown VR is read as implicit little endian, in a big endian set too", () => {
  const item = raw({ tag: ITEM, value: raw({ tag: NAME, value: "ROSSI " }) });
  const encoding: Encoding = { explicit: true, bigEndian: true };
  for (const length of [undefined, UNDEFINED]) {
    const end = length === UNDEFINED ? SEQUENCE_END : new Uint8Array(0);
    const head = raw({ tag: SEQUENCE, vr: "UN", bigEndian: true, length: length ?? item.length });
    const dataSet = dataSetOf(joined(head, item, end), encoding);
    assert.equal(dataSet.items(SEQUENCE)[0].text(NAME), "ROSSI");
  }
});

Deno.test("items keep the character set around them unless they name their own", () => {
  const inner = (set: Uint8Array) =>
    raw({ tag: ITEM, value: joined(set, raw({ tag: NAME, vr: "PN", value: "\xe9 " })) });
  const bytes = joined(
    raw({ tag: 0x00080005, vr: "CS", value: "ISO_IR 100" }),
    raw({
      tag: SEQUENCE,
      vr: "SQ",
      value: joined(inner(new Uint8Array(0)), inner(raw({ tag: 0x00080005, vr: "CS", value: "ISO_IR 126" }))),
    }),
  );
  assert.deepEqual(dataSetOf(bytes).items(SEQUENCE).map((one) => one.text(NAME)), ["é", "ι"]);
});

Deno.test("a damaged private sequence does not keep the rest from being read", () => {
  const bytes = joined(
    raw({ tag: 0x00091001, vr: "SQ", value: "garbage in here." }),
    raw({ tag: NAME, vr: "PN", value: "ROSSI " }),
  );
  const dataSet = dataSetOf(bytes);
  assert.equal(dataSet.text(NAME), "ROSSI");
  refuses("malformed", () => dataSet.items(0x00091001));
});

Deno.test("what follows the pixels and makes no sense is padding", () => {
  const pixels = raw({ tag: 0x7fe00010, vr: "OW", value: "1234" });
  assert.equal(dataSetOf(joined(pixels, new Uint8Array(777).fill(0xab))).tags.length, 1);
});

Deno.test("blank VRs and implicit elements in an explicit set are stepped over at their right length", () => {
  const blank = joined(raw({ tag: 0x00280120, vr: "  ", value: "\0\0" }));
  const bytes = joined(
    blank,
    raw({ tag: 0x00280121, value: "\0\0" }),
    raw({ tag: NAME, vr: "PN", value: "X " }),
  );
  assert.equal(dataSetOf(bytes).text(NAME), "X");
});

Deno.test("numbers() reads every binary VR in both byte orders, and decimal strings", () => {
  const view = new DataView(new ArrayBuffer(8));
  for (const bigEndian of [false, true]) {
    view.setFloat64(0, -1.5, !bigEndian);
    const encoding = { explicit: true, bigEndian };
    const bytes = joined(
      raw({ tag: 0x00189087, vr: "FD", value: new Uint8Array(view.buffer.slice(0)), bigEndian }),
      raw({ tag: 0x00280030, vr: "DS", value: "0.5\\1,25\\\\x ", bigEndian }),
      raw({ tag: 0x00281053, vr: "SS", value: bigEndian ? "\xff\xfe" : "\xfe\xff", bigEndian }),
    );
    const dataSet = dataSetOf(bytes, encoding);
    assert.deepEqual(dataSet.numbers(0x00189087), [-1.5]);
    assert.deepEqual(dataSet.numbers(0x00280030), [0.5, 1.25, NaN, NaN]);
    assert.equal(dataSet.number(0x00281053), -2);
    assert.equal(dataSet.number(0x00100020), null);
  }
});

Deno.test("bytes() is a view of what was read, not a copy", () => {
  const bytes = raw({ tag: 0x7fe00010, vr: "OW", value: "1234" });
  assert.equal(dataSetOf(bytes).bytes(0x7fe00010).buffer, bytes.buffer);
});
