import { weights } from "../sizes.ts";
import { type Result, result } from "./result.ts";

/** Bytes of JavaScript each element ships, gzipped, against its budget. */
export const benchSizes = (): Promise<Result[]> =>
  Promise.resolve(
    weights().map(({ id, bytes, limit }) => result(id, { value: bytes, unit: "bytes", limit })),
  );
