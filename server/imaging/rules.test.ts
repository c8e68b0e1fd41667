import assert from "node:assert/strict";
import { readInstance } from "@tuodossier/sdk/dicom";
import { imageFile } from "./dicom.testing.ts";
import { layOut, type SeriesInstance, seriesTag, stretchesOf } from "./rules.ts";
import { storedInstance } from "./stored-instance.ts";

const series = { id: "s", studyId: "t", modality: "CT", description: "", number: 1, etag: '"1"' };

function instances(count: number): SeriesInstance[] {
  return Array.from({ length: count }, (_, i) => {
    const bytes = imageFile({ number: i, place: -i, instance: `2.25.1.${i}`, size: 4 + i });
    const description = storedInstance(readInstance(bytes), bytes);
    return { id: `i${i}`, blobId: `b${i}`, bytes: bytes.length, description };
  });
}

Deno.test("files lie behind each other without a gap, in the order of their places", () => {
  const { plan, files } = layOut(series, instances(5));
  assert.deepEqual(files.map(({ blobId }) => blobId), ["b4", "b3", "b2", "b1", "b0"]);
  let end = 0;
  for (const file of files) {
    assert.equal(file.start, end);
    end += file.bytes;
  }
  assert.equal(plan.byteLength, end);
  for (const [i, { pixels }] of plan.instances.entries()) {
    const [[offset, length]] = pixels!.frames[0];
    assert.equal(offset + length, files[i].start + files[i].bytes);
  }
});

Deno.test("the stretches of any Range add up to it, and touch no file beside it", () => {
  const { plan: { byteLength }, files } = layOut(series, instances(5));
  for (let start = 0; start < byteLength; start += 97) {
    for (const end of [start + 1, start + 700, byteLength]) {
      const stop = Math.min(end, byteLength);
      const stretches = stretchesOf(files, start, stop);
      assert.equal(stretches.reduce((sum, { length }) => sum + length, 0), stop - start);
      assert.equal(stretches[0].file.start + stretches[0].offset, start);
      assert.ok(stretches.every(({ offset, length, file }) => length > 0 && offset + length <= file.bytes));
    }
  }
});

Deno.test("a deflated file counts with its inflated length, and says how its pixels are written", () => {
  const [one] = instances(1);
  const { plan, files } = layOut(series, [{
    ...one,
    description: { ...one.description, inflatedBytes: 5000 },
  }]);
  assert.deepEqual([plan.byteLength, files[0].inflated], [5000, true]);
  assert.equal(plan.instances[0].transferSyntaxUid, "1.2.840.10008.1.2.1");
  assert.ok(!("inflatedBytes" in plan.instances[0]));
});

Deno.test("a tag changes with every instance that is added or removed", () => {
  const tags = [{ count: 1, newest: "a" }, { count: 2, newest: "b" }, { count: 1, newest: "b" }].map(
    seriesTag,
  );
  assert.equal(new Set(tags).size, 3);
});
