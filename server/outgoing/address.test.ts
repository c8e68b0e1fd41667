import assert from "node:assert/strict";
import { isPublicAddress } from "./address.ts";

const NOT_PUBLIC = `
  0.0.0.0 0.255.255.255 10.0.0.0 10.255.255.255 100.64.0.0 100.127.255.255 127.0.0.1 127.255.255.255
  169.254.0.1 169.254.169.254 172.16.0.0 172.31.255.255 192.0.0.8 192.0.2.1 192.88.99.1 192.168.0.1
  192.168.255.255 198.18.0.0 198.19.255.255 198.51.100.7 203.0.113.9 224.0.0.1 239.255.255.255 240.0.0.1
  255.255.255.255
  :: ::1 ::7f00:1 ::127.0.0.1 ::ffff:127.0.0.1 ::ffff:10.1.2.3 ::ffff:a00:1 ::FFFF:192.168.0.1
  64:ff9b::10.0.0.1 64:ff9b::7f00:1 64:ff9b:1::1 100::1 fc00::1 fdff:ffff::1 fe80::1 fe80::1%eth0 febf::1 fec0::1
  ff02::1 2001::1 2001:0:4136:e378:8000:63bf:3fff:fdd2 2001:1ff::1 2001:db8::1 2002::1 2002:7f00:1::
  3fff::1 3fff:fff::1 4000::1
`.trim().split(/\s+/);

const PUBLIC = `
  1.1.1.1 9.255.255.255 11.0.0.0 100.63.255.255 100.128.0.0 126.255.255.255 128.0.0.1 169.253.255.255
  172.15.255.255 172.32.0.0 192.0.1.1 192.167.255.255 192.169.0.0 198.17.255.255 198.20.0.0 223.255.255.255
  ::ffff:8.8.8.8 64:ff9b::8.8.8.8 2001:200::1 2001:4860:4860::8888 2606:4700::1111 2a00::1
`.trim().split(/\s+/);

const NO_ADDRESS = [
  "",
  "localhost",
  "0x7f.1",
  "2130706433",
  "127.1",
  "010.0.0.1",
  "8.8.8.8.",
  "[::1]",
  ":::",
  "1::2::3",
];

Deno.test("isPublicAddress() refuses every reserved range, at its edges and in every disguise", () => {
  for (const address of [...NOT_PUBLIC, ...NO_ADDRESS]) {
    assert.equal(isPublicAddress(address), false, address);
  }
});

Deno.test("isPublicAddress() lets the Internet through, up to the edges of what is reserved", () => {
  for (const address of PUBLIC) assert.equal(isPublicAddress(address), true, address);
});
