import type { Instance } from "@tuodossier/sdk/contract";
import { inflatedFile, type ReadInstance, readInstance } from "@tuodossier/sdk/dicom";

/** An instance as its row keeps it. */
export interface StoredInstance extends Instance {
  /**
   * Of a deflated data set: the length of the same file inflated, which `pixels` point into and which the bytes
   * of the series hold in its place. The stored file stays as it came.
   */
  readonly inflatedBytes?: number;
}

/** @throws {DicomError} */
export function storedInstance({ instance }: ReadInstance, bytes: Uint8Array): StoredInstance {
  if (instance.fault !== "pixels-deflated") return instance;
  const plain = inflatedFile(bytes);
  const { pixels, fault } = readInstance(plain).instance;
  return { ...instance, pixels, fault, inflatedBytes: plain.length };
}
