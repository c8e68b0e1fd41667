/// <reference lib="deno.ns" />
import assert from "node:assert/strict";
import { isPageOf } from "./page-of.ts";

Deno.test("isPageOf() takes a site's pages with port, query and fragment", () => {
  for (const page of ["/", "/a/b?c=d#e", "/?q=%0A", "/a|b^c"]) {
    assert.ok(isPageOf("https://clinic.example:8443", `https://clinic.example:8443${page}`), page);
  }
  assert.ok(isPageOf("http://[::1]:8080", "http://[::1]:8080/x"));
});

Deno.test("isPageOf() takes nothing that another reader could take for somewhere else", () => {
  const rest = [
    "",
    "//evil.test",
    "@evil.test/",
    ".evil.test/",
    ":444/",
    "/\\evil.test",
    "/a\nb",
    "/a b",
    "/à",
  ];
  for (const end of rest) assert.ok(!isPageOf("https://clinic.example", `https://clinic.example${end}`), end);
});
