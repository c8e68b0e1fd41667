/// <reference lib="deno.ns" />
import assert from "node:assert/strict";
import { PROBLEMS } from "@tuodossier/sdk";
import { en } from "./en/mod.ts";
import { it } from "./it/mod.ts";

/** Every path to a word. */
const paths = (tree: object, at = ""): string[] =>
  Object.entries(tree).flatMap(([name, value]) =>
    typeof value === "object" ? paths(value, `${at}/${name}`) : [`${at}/${name}`]
  ).sort();

Deno.test("English has a word wherever Italian has one, and no other", () => {
  assert.deepEqual(paths(en), paths(it));
});

Deno.test("every error has a sentence in every language", () => {
  for (const words of [it, en]) {
    const sentences: Record<string, string> = { ...words.firstErrors, ...words.errors };
    for (
      const code of [
        ...Object.keys(PROBLEMS),
        "network.lost",
        "sign-in.cancelled",
        "sign-in.blocked",
        "sign-in.no-storage",
      ]
    ) {
      const sentence = sentences[code];
      assert.match(sentence, /^\p{Lu}.{20,}\.$/su, code);
    }
  }
});
