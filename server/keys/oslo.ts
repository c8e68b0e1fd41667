/** Oslo's maintained successor modules, all that is taken of them, behind one file. */
export { hmac } from "@oslojs/crypto/hmac";
export { generateRandomInteger } from "@oslojs/crypto/random";
export { SHA256, sha256 } from "@oslojs/crypto/sha2";
export { constantTimeEqual } from "@oslojs/crypto/subtle";
export {
  decodeBase64urlIgnorePadding,
  decodeHex,
  encodeBase32UpperCaseNoPadding,
  encodeBase64urlNoPadding,
  encodeHexLowerCase,
} from "@oslojs/encoding";
export { generateHOTP, verifyHOTP } from "@oslojs/otp";
