/**
 * An address as it is written on its own: an IPv4 address in IPv6 clothes (RFC 4291 §2.5.5.2) is itself, which is
 * how a listener on both families names its peers.
 *
 * @example
 * ```ts
 * import { plainAddress } from "./address-block.ts";
 * if (plainAddress("::FFFF:10.0.0.1") !== "10.0.0.1") throw new Error("mapped");
 * if (plainAddress("2001:db8::1") !== "2001:db8::1") throw new Error("not mapped");
 * ```
 */
export function plainAddress(address: string): string {
  const bare = address.toLowerCase().replace(/%.*$/, "");
  return /^(?:::|(?:0{1,4}:){5})ffff:(\d+\.\d+\.\d+\.\d+)$/.exec(bare)?.[1] ?? bare;
}

/**
 * What counts as one address: an IPv4 address, or the 64 bits of an IPv6 network, all of which is one house's
 * (RFC 6177).
 *
 * @example
 * ```ts
 * import { addressBlock } from "./address-block.ts";
 * if (addressBlock("2001:db8::1") !== addressBlock("2001:db8:0:0:ffff::2")) throw new Error("one network");
 * if (addressBlock("192.0.2.7") === addressBlock("192.0.2.8")) throw new Error("two addresses");
 * ```
 */
export function addressBlock(address: string): string {
  const bare = plainAddress(address);
  if (!bare.includes(":")) return bare;
  const [head, tail] = bare.split("::");
  const groups = head.split(":").filter(Boolean);
  const after = tail === undefined ? [] : tail.split(":").filter(Boolean);
  const between = tail === undefined ? 0 : Math.max(0, 8 - groups.length - after.length);
  const all = [...groups, ...Array<string>(between).fill("0"), ...after];
  return all.slice(0, 4).map((group) => group.replace(/^0+(?=.)/, "")).join(":") + "::/64";
}
