/** Which addresses lie in the open Internet: the registries of special-purpose addresses (RFC 6890), as ranges. */

const RESERVED_4 = [
  "0.0.0.0/8",
  "10.0.0.0/8",
  "100.64.0.0/10",
  "127.0.0.0/8",
  "169.254.0.0/16",
  "172.16.0.0/12",
  "192.0.0.0/24",
  "192.0.2.0/24",
  "192.88.99.0/24",
  "192.168.0.0/16",
  "198.18.0.0/15",
  "198.51.100.0/24",
  "203.0.113.0/24",
  "224.0.0.0/4",
  "240.0.0.0/4",
].map((range) => {
  const [base, bits] = range.split("/");
  return { base: fourOf(base)!, size: 2 ** (32 - Number(bits)) };
});

/** Within 2000::/3, all there is of global IPv6: Teredo and kin, documentation, 6to4, documentation. */
const RESERVED_6 = [["2001::", 23], ["2001:db8::", 32], ["2002::", 16], ["3fff::", 20]] as const;

/**
 * Whether an IP address, as a resolver writes it, is one that anybody may reach. An IPv4 address within an IPv6
 * one (mapped, RFC 4291 §2.5.5.2; translated, RFC 6052) is judged itself. What is no address is not public.
 *
 * @example
 * ```ts
 * import { isPublicAddress } from "./address.ts";
 * if (isPublicAddress("::ffff:10.0.0.1")) throw new Error("a private address in disguise");
 * ```
 */
export function isPublicAddress(address: string): boolean {
  const four = fourOf(address);
  if (four !== null) return isPublicFour(four);
  const six = sixOf(address);
  if (!six) return false;
  const embedded = six[6] * 0x10000 + six[7];
  if (within(six, "::ffff:0:0", 96) || within(six, "64:ff9b::", 96)) return isPublicFour(embedded);
  return within(six, "2000::", 3) && !RESERVED_6.some(([base, bits]) => within(six, base, bits));
}

const isPublicFour = (address: number) =>
  !RESERVED_4.some(({ base, size }) => address >= base && address < base + size);

/** Four decimal numbers and nothing else: `010.0.0.1` means another address to each reader. */
function fourOf(text: string): number | null {
  const parts = text.split(".");
  const right = parts.length === 4 && parts.every((part) => /^(0|[1-9]\d{0,2})$/.test(part) && +part < 256);
  return right ? parts.reduce((sum, part) => sum * 256 + Number(part), 0) : null;
}

/** Eight groups of 16 bits. */
function sixOf(text: string): readonly number[] | null {
  if (!/^[0-9a-f:.]+$/i.test(text) || !text.includes(":") || !URL.canParse(`http://[${text}]/`)) return null;
  const [head, tail] = new URL(`http://[${text}]/`).hostname.slice(1, -1).split("::").map((part) =>
    part === "" ? [] : part.split(":").map((group) => parseInt(group, 16))
  );
  return tail ? [...head, ...Array<number>(8 - head.length - tail.length).fill(0), ...tail] : head;
}

const bitsOf = (groups: readonly number[]) =>
  groups.map((group) => group.toString(2).padStart(16, "0")).join("");

const within = (address: readonly number[], base: string, bits: number) =>
  bitsOf(address).slice(0, bits) === bitsOf(sixOf(base)!).slice(0, bits);
