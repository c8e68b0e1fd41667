/// <reference lib="deno.ns" />
import assert from "node:assert/strict";
import { readAddress, withFields } from "./address.ts";

const CLINIC = "https://clinic.example";
const read = (fields: Record<string, string>, origins = [CLINIC]) =>
  readAddress(`#${new URLSearchParams({ origin: CLINIC, state: "s", ...fields })}`, origins);

Deno.test("a sign-in is asked for by one of the clinic's own pages, and by no look-alike", () => {
  assert.equal(read({})?.asker.mode, "frame");
  for (
    const origin of [
      "https://clinic.example.evil.test",
      "https://clinic.example/",
      "https://CLINIC.example",
      "http://clinic.example",
      "https://clinic.example:444",
      "null",
      "*",
      "",
    ]
  ) {
    assert.equal(read({ origin }), null, origin);
  }
});

Deno.test("a full page goes back to a page of exactly the origin that asked", () => {
  const back = (address: string) => read({ mode: "redirect", return: address })?.asker.returnTo ?? null;
  assert.equal(back("https://clinic.example/area?x=1#y"), "https://clinic.example/area?x=1#y");
  for (
    const address of [
      "",
      "/area",
      "javascript:alert(1)//https://clinic.example",
      "https://clinic.example@evil.test/",
      "https://evil.test/https://clinic.example",
      "https://user@clinic.example/",
      "https://user:pass@clinic.example/",
      "https://clinic.example.evil.test/",
      "http://clinic.example/",
      "https://clinic.example:8443/",
      "blob:https://clinic.example/7a1b",
      "data:text/html,x",
    ]
  ) {
    assert.equal(back(address), null, address);
  }
  assert.equal(read({ mode: "window" }), null);
});

Deno.test("an errand has its act and its secret; an unknown act is a sign-in", () => {
  const asked = read({ act: "phone", errand: "e" });
  assert.deepEqual([asked?.act, asked && "errand" in asked && asked.errand], ["phone", "e"]);
  assert.equal(read({ act: "__proto__" })?.act, "sign-in");
});

Deno.test("devices of earlier sign-ins are five at most", () => {
  const asked = read({ devices: "a,b,,c,d,e,f" });
  assert.deepEqual(asked && "devices" in asked && asked.devices, ["a", "b", "c", "d", "e"]);
});

Deno.test("what goes back is added after what stands in the fragment", () => {
  const fields = { tuo_code: "c&=", tuo_state: "s" };
  assert.equal(withFields("https://c.example/", fields), "https://c.example/#tuo_code=c%26%3D&tuo_state=s");
  assert.equal(
    withFields("https://c.example/#/area", fields),
    "https://c.example/#/area&tuo_code=c%26%3D&tuo_state=s",
  );
});
