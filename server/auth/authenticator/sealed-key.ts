import { unwrapKey, wrapKey } from "../../keys/derive.ts";
import { decodeBase64urlIgnorePadding, encodeBase64urlNoPadding } from "../../keys/oslo.ts";
import type { Tenant } from "../../tenant.ts";

/** An authenticator's key as it is stored: sealed for its patient. */
export const sealKey = async (
  { keys }: Tenant,
  { key, patientId }: { key: Uint8Array<ArrayBuffer>; patientId: string },
): Promise<string> => encodeBase64urlNoPadding(await wrapKey(keys.authenticator, key, patientId));

/** @throws {DOMException} `OperationError` when it was sealed for another patient or clinic. */
export const openKey = ({ keys }: Tenant, { sealed, patientId }: { sealed: string; patientId: string }) =>
  unwrapKey(keys.authenticator, new Uint8Array(decodeBase64urlIgnorePadding(sealed)), patientId);
