import assert from "node:assert/strict";
import { openData } from "./data.ts";
import { startServer } from "./server.ts";

Deno.test("where the port is taken nothing stays open: the folder is free for the next that starts", async () => {
  const root = await Deno.makeTempDir({ prefix: "tuo-" });
  const other = Deno.listen({ hostname: "127.0.0.1", port: 0 });
  try {
    await Deno.mkdir(`${root}/static/sdk/v1`, { recursive: true });
    await Deno.writeTextFile(`${root}/static/sdk/v1/tuodossier.js`, "");
    const config = {
      data: `${root}/data`,
      baseUrl: "http://localhost:1",
      host: "127.0.0.1",
      port: (other.addr as Deno.NetAddr).port,
      masterKey: null,
      static: `${root}/static`,
      trustedProxies: [],
    };
    let closed = 0;
    const opened = await openData(config, Date.now);
    const clinics = { ...opened, close: () => (closed++, opened.close()) };
    await assert.rejects(startServer(config, { log: () => {}, clinics }), /^Error: Port \d+ is taken/);
    assert.equal(closed, 1);

    await assert.rejects(startServer(config, { log: () => {} }), /^Error: Port \d+ is taken/);
    const server = await startServer({ ...config, port: 0 }, { log: () => {} });
    await server.stop();
  } finally {
    other.close();
    await Deno.remove(root, { recursive: true });
  }
});
