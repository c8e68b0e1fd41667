import assert from "node:assert/strict";
import { deviceName } from "./name.ts";

Deno.test("browsers are called as people call them", () => {
  const webkit = "AppleWebKit/537.36 (KHTML, like Gecko)";
  const agents = {
    [`Mozilla/5.0 (Linux; Android 10; K) ${webkit} Chrome/140.0.0.0 Mobile Safari/537.36`]:
      "Chrome · Android",
    [`Mozilla/5.0 (Linux; Android 10; K) ${webkit} SamsungBrowser/28.0 Chrome/130.0.0.0 Mobile Safari/537.36`]:
      "Samsung Internet · Android",
    [`Mozilla/5.0 (Windows NT 10.0; Win64; x64) ${webkit} Chrome/140.0.0.0 Safari/537.36 Edg/140.0.0.0`]:
      "Edge · Windows",
    "Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Mobile/15E148 Safari/604.1":
      "Safari · iPhone",
    "Mozilla/5.0 (iPad; CPU OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) CriOS/140.0 Mobile/15E148 Safari/604.1":
      "Chrome · iPad",
    "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Safari/605.1.15":
      "Safari · Mac",
    "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0": "Firefox · Linux",
  };
  for (const [agent, name] of Object.entries(agents)) assert.equal(deviceName(agent), name);
});

Deno.test("whatever is sent, the name is short and of our own words", () => {
  for (const agent of ["", "curl/8", "<script>alert(1)</script>", "x".repeat(100_000), "Deno/2.9.6"]) {
    assert.equal(deviceName(agent), "Browser");
  }
  assert.equal(deviceName(`${"Version/".repeat(60)} Android`), "Browser · Android");
});
