import assert from "node:assert/strict";
import { HOUR } from "../clock.ts";
import { openData } from "../data.ts";

import { until } from "../testing/until.ts";

const PORTAL = new URL("./killed.testing.ts", import.meta.url).pathname;

Deno.test("a portal killed between promise and delivery has lost none of its messages", async () => {
  const data = await Deno.makeTempDir({ prefix: "tuo-" });
  try {
    const promised: string[] = [];
    for (const many of [1, 5, 20]) {
      const child = new Deno.Command(Deno.execPath(), {
        args: ["run", "-A", "--no-check", PORTAL, data],
        stdout: "piped",
        stderr: "null",
      }).spawn();
      let told = "";
      for await (const piece of child.stdout.pipeThrough(new TextDecoderStream())) {
        told += piece;
        if (told.split("\n").length > many) child.kill("SIGKILL");
      }
      await child.status;
      promised.push(...told.split("\n").slice(0, -1));
    }
    const taken: string[] = [];
    const gateways = {
      sms: {
        send: ({ text }: { text: string }) => Promise.resolve(taken.push(text)).then(() => ({})),
        readReceipt: () => null,
      },
      mail: null,
    };
    const config = { data, masterKey: null, baseUrl: "http://localhost:1", gateways };
    const clinics = await openData(config, () => Date.now() + HOUR);
    try {
      await until(() => promised.every((text) => taken.includes(text)));
      assert.equal(new Set(taken).size, taken.length);
      assert.ok(promised.length >= 26);
    } finally {
      await clinics.close();
    }
  } finally {
    await Deno.remove(data, { recursive: true });
  }
});
