import assert from "node:assert/strict";
import { branch, cost, leaf, shareOut, type Tree, VOLUME_BYTES } from "./volumes.ts";

const MIB = 2 ** 20;
const file = (name: string, mib: number): Tree<string> => leaf(name, mib * MIB);

Deno.test("without a limit there is one volume", () => {
  const study = branch([branch([file("a", 9000), file("b", 9000)])]);
  assert.deepEqual(shareOut([study, study], VOLUME_BYTES.unlimited), [["a", "b", "a", "b"]]);
});

Deno.test("a study that fits a volume is not torn", () => {
  const studies = [branch([file("a", 400)]), branch([file("b", 200), file("c", 300)])];
  assert.deepEqual(shareOut(studies, VOLUME_BYTES.cd), [["a"], ["b", "c"]]);
});

Deno.test("a study larger than a volume is divided by series, a series by file", () => {
  const large = branch([
    branch([file("a", 300), file("b", 300)]),
    branch([file("c", 100), file("d", 100)]),
    branch([file("e", 400), file("f", 400)]),
  ]);
  assert.deepEqual(shareOut([large], VOLUME_BYTES.cd), [["a", "b"], ["c", "d", "e"], ["f"]]);
});

Deno.test("a file larger than a volume is alone in one, not left out", () => {
  const trees = [file("a", 1), file("film", 2000), file("b", 1)];
  assert.deepEqual(shareOut(trees, VOLUME_BYTES.cd), [["a"], ["film"], ["b"]]);
});

Deno.test("nothing makes no volume", () => {
  assert.deepEqual(shareOut([], VOLUME_BYTES.dvd), []);
  assert.deepEqual(shareOut([branch<string>([])], VOLUME_BYTES.dvd), []);
});

Deno.test("ten thousand small files stay within the volume, sectors and directories counted", () => {
  const small = Array.from({ length: 10_000 }, (_, i) => leaf(i, 200_001));
  const volumes = shareOut([branch([branch(small)])], VOLUME_BYTES.cd);
  assert.equal(volumes.flat().length, 10_000);
  for (const volume of volumes) assert.ok(volume.length * cost(200_001) < VOLUME_BYTES.cd);
});
