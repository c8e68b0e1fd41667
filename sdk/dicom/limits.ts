/** Bounds on what a file may ask of its reader. Real objects stay far below them. */
const MIB = 2 ** 20;

/** Longest file taken, in bytes. */
export const MAX_FILE = 2048 * MIB;
/** Nested sequences. */
export const MAX_DEPTH = 32;
/** Elements of one data set or item. */
export const MAX_ELEMENTS = 65_536;
/** Items of one sequence. */
export const MAX_ITEMS = 65_536;
/** Frames of one instance, and fragments of their pixel data. */
export const MAX_FRAMES = 65_536;
export const MAX_FRAGMENTS = 4 * MAX_FRAMES;
/** Headers stepped over to find the end of one value of undefined length. */
export const MAX_STEPS = 4_000_000;
/** An inflated data set: this many times its compressed bytes, but at least and at most so many bytes. */
export const INFLATE = { ratio: 100, least: 64 * MIB, most: 256 * MIB };
/** Bytes of a text that are decoded, and numbers that are read, of one element. */
export const MAX_TEXT_BYTES = MIB;
export const MAX_NUMBERS = 2 ** 20;
/** Windows kept of one frame. */
export const MAX_WINDOWS = 8;
/** Characters of one text kept as a fact: four times the longest VR that is one line (LO, PS3.5 §6.2). */
export const MAX_TEXT = 256;
