/// <reference lib="deno.ns" />
import assert from "node:assert/strict";
import { characterSetOf, decodeText } from "./character-sets.ts";

const bytesOf = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0));
const decoded = (text: string, ...set: string[]) => decodeText(bytesOf(text), characterSetOf(set));

Deno.test("every single-byte set of the standard decodes by its own table", () => {
  const expected: Record<string, [string, string]> = {
    "ISO_IR 100": ["\xc4neas", "Äneas"],
    "ISO_IR 101": ["\xa3\xf3d\xbc", "Łódź"],
    "ISO_IR 109": ["\xa6", "Ĥ"],
    "ISO_IR 110": ["\xa2", "ĸ"],
    "ISO_IR 144": ["\xbb\xee\xda", "Люк"],
    "ISO_IR 127": ["\xc2", "آ"],
    "ISO_IR 126": ["\xc4\xe9\xef", "Διο"],
    "ISO_IR 138": ["\xf9\xf8\xe5\xef", "שרון"],
    "ISO_IR 148": ["\xdd\xfe", "İş"],
    "ISO_IR 166": ["\xa1\xc2", "กย"],
    "ISO_IR 13": ["\xd4\xcf\xc0\xde", "ﾔﾏﾀﾞ"],
    "ISO_IR 203": ["\xa4", "€"],
  };
  for (const [set, [bytes, text]] of Object.entries(expected)) assert.equal(decoded(bytes, set), text, set);
});

Deno.test("multi-byte sets without escapes decode, backslash bytes inside characters included", () => {
  assert.equal(decoded("Jos\xc3\xa9", "ISO_IR 192"), "José");
  assert.equal(decoded("\xcd\xf5^\xd0\xa1\xb6\xab", "GB18030"), "王^小东");
  // 0x5C is the second byte of this character, and no backslash.
  assert.equal(decoded("\x95\x5c", "GBK"), "昞");
});

Deno.test("ISO 2022 switches sets by escapes: Japanese, Korean, Chinese (PS3.5 annexes H to K)", () => {
  const japanese =
    "\xd4\xcf\xc0\xde^\xc0\xdb\xb3=\x1b$B;3ED\x1b(J^\x1b$BB@O:\x1b(J=\x1b$B$d$^$@\x1b(J^\x1b$B$?$m$&\x1b(J";
  assert.equal(
    decoded(japanese, "ISO 2022 IR 13", "ISO 2022 IR 87"),
    "ﾔﾏﾀﾞ^ﾀﾛｳ=山田^太郎=やまだ^たろう",
  );
  const korean =
    "Hong^Gildong=\x1b$)C\xfb\xf3^\x1b$)C\xd1\xce\xd4\xd7=\x1b$)C\xc8\xab^\x1b$)C\xb1\xe6\xb5\xbf";
  assert.equal(decoded(korean, "", "ISO 2022 IR 149"), "Hong^Gildong=洪^吉洞=홍^길동");
  const chinese = "Zhang^XiaoDong=\x1b$)A\xd5\xc5^\x1b$)A\xd0\xa1\xb6\xab=";
  assert.equal(decoded(chinese, "", "ISO 2022 IR 58"), "Zhang^XiaoDong=张^小东=");
  assert.equal(decoded("\x1b$(D0!\x1b(B!", "", "ISO 2022 IR 159"), "丂!");
  assert.equal(decoded("\x1b-F\xc4\x1b-L\xbb", "", "ISO 2022 IR 126", "ISO 2022 IR 144"), "ΔЛ");
});

Deno.test("an escape that means nothing is dropped and the text goes on", () => {
  assert.equal(decoded("a\x1b%Gb\x1b", "", "ISO 2022 IR 100"), "ab");
  assert.equal(decoded("\x1b$Bodd\x1b(B", "", "ISO 2022 IR 87").endsWith("d"), true);
});

Deno.test("misspelt names of sets are understood", () => {
  for (const set of ["ISO-IR 100", "ISO IR 100", "ISO_IR_100", "iso_ir 100", "ISO 2022 IR 100"]) {
    assert.equal(decoded("\xe9", set), "é", set);
  }
  assert.equal(decoded("\xc3\xa9", "UTF-8"), "é");
});

Deno.test("without a set, or with a false one, the text is UTF-8 if it can be and Western if not", () => {
  assert.equal(decoded("Nicol\xc3\xb2"), "Nicolò");
  assert.equal(decoded("Nicol\xf2"), "Nicolò");
  assert.equal(decoded("Nicol\xf2", "ISO_IR 192"), "Nicolò");
  assert.equal(decoded("Nicol\xf2", "ISO_IR 999"), "Nicolò");
});

Deno.test("decodeText() takes any bytes under any set", () => {
  const all = Uint8Array.from({ length: 512 }, (_, i) => i * 7 & 0xff);
  for (const set of ["", "ISO_IR 13", "ISO_IR 192", "GBK", "ISO 2022 IR 87", "ISO 2022 IR 149"]) {
    assert.equal(typeof decodeText(all, characterSetOf([set, set])), "string");
  }
});
