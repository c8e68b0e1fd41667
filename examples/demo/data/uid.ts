/** Unique identifiers that are the same at every run. */
import { createHash } from "node:crypto";

/** A UID below 2.25 (DICOM PS3.5 §B.2), from the UUIDv8 (RFC 9562 §5.8) that a name hashes to. */
export function uidOf(name: string): string {
  const bytes = createHash("sha256").update(`tuodossier demo ${name}`).digest().subarray(0, 16);
  bytes[6] = bytes[6] & 0x0f | 0x80;
  bytes[8] = bytes[8] & 0x3f | 0x80;
  return `2.25.${BigInt(`0x${bytes.toString("hex")}`)}`;
}
