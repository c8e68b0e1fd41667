/**
 * DICOM files read and written: what server and viewer share. Runs in browsers and on servers; needs no DOM.
 * @module
 */
export { type CharacterSet, characterSetOf, decodeText } from "./character-sets.ts";
export type { DataSet } from "./data-set.ts";
export type { ElementExtent } from "./elements.ts";
export { DicomError, type DicomErrorCode, dicomErrors } from "./error.ts";
export { dayFrom, timeFrom } from "./facts.ts";
export { inflatedFile } from "./inflated-file.ts";
export { orderInstances } from "./order.ts";
export { type Part10, readPart10 } from "./part-10.ts";
export { type PersonName, personNameFrom, readablePersonName } from "./person-name.ts";
export * from "./read.ts";
export { Tag } from "./tags.ts";
export {
  type Codec,
  isVideo,
  type TransferSyntax,
  transferSyntaxes,
  transferSyntaxOf,
} from "./transfer-syntax.ts";
export * from "./write.ts";
