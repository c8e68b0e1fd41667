import assert from "node:assert/strict";
import { clientAddress } from "./client-address.ts";

const trusted = ["10.0.0.1", "10.0.0.2"];

Deno.test("nobody but a trusted proxy says where a request comes from", () => {
  assert.equal(clientAddress({ peer: "192.0.2.1", forwardedFor: "6.6.6.6", trusted }), "192.0.2.1");
  assert.equal(clientAddress({ peer: "10.0.0.1", forwardedFor: "", trusted }), "10.0.0.1");
  assert.equal(clientAddress({ peer: "10.0.0.1", forwardedFor: "6.6.6.6, 192.0.2.7", trusted }), "192.0.2.7");
  for (const peer of ["::ffff:10.0.0.1", "::FFFF:10.0.0.1", "0:0:0:0:0:ffff:10.0.0.1"]) {
    assert.equal(clientAddress({ peer, forwardedFor: "::ffff:192.0.2.7", trusted }), "192.0.2.7", peer);
  }
  const mapped = ["::ffff:10.0.0.1"];
  assert.equal(clientAddress({ peer: "10.0.0.1", forwardedFor: "192.0.2.7", trusted: mapped }), "192.0.2.7");
  assert.equal(clientAddress({ peer: "::ffff:192.0.2.1", forwardedFor: "6.6.6.6", trusted }), "192.0.2.1");
  const chain = "6.6.6.6, 192.0.2.7 ,10.0.0.2";
  assert.equal(clientAddress({ peer: "10.0.0.1", forwardedFor: chain, trusted }), "192.0.2.7");
});
