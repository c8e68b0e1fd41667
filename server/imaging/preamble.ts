const PREAMBLE = 128;

/**
 * Zeroes the preamble of a DICOM file in place: nobody reads it, and it can hold the head of a program, so that
 * one file is both (CVE-2019-11687). A file without preamble stays as it is.
 */
export function zeroPreamble(bytes: Uint8Array): void {
  const mark = bytes.subarray(PREAMBLE, PREAMBLE + 4);
  if (String.fromCharCode(...mark) === "DICM") bytes.fill(0, 0, PREAMBLE);
}
