let last = 0;
let counter = 0;

/**
 * A UUIDv7 (RFC 9562 §5.7): its first 48 bits are the time, the next 12 count within a millisecond (§6.2,
 * method 1), so ids of one process sort as they were made.
 */
export function newId(now: number): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  counter = now === last ? counter + 1 & 0xfff : (bytes[6] & 0x03) << 8 | bytes[7];
  last = now;
  const view = new DataView(bytes.buffer);
  view.setUint32(0, Math.floor(now / 0x10000));
  view.setUint16(4, now % 0x10000);
  view.setUint16(6, 0x7000 | counter);
  bytes[8] = 0x80 | bytes[8] & 0x3f;
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join("-");
}
