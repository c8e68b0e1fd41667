/** Identifiers for files that lack their own (old archives, test objects): same bytes, same UID. */

/**
 * A UID below the UUID root (PS3.5 §B.2) from a name. The same name gives the same UID; it is a fingerprint
 * against accidents, not against forgery.
 */
export function madeUid(name: Uint8Array | string): string {
  const bytes = typeof name === "string" ? new TextEncoder().encode(name) : name;
  // FNV-1a over four lanes with different seeds, 128 bits in all.
  const lanes = new Uint32Array([0x811c9dc5, 0x9e3779b9, 0x85ebca6b, 0xc2b2ae35]);
  for (let i = 0; i < bytes.length; i++) {
    const lane = i & 3;
    lanes[lane] = Math.imul(lanes[lane] ^ bytes[i], 0x01000193);
    lanes[(lane + 1) & 3] ^= lanes[lane] >>> 15;
  }
  const hex = [...lanes].map((word) => word.toString(16).padStart(8, "0")).join("");
  return `2.25.${BigInt(`0x${hex}`)}`;
}
