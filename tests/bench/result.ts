/** One figure of a bench, the same shape for all. */
export interface Result {
  readonly id: string;
  readonly value: number;
  readonly unit: string;
  /** The same measured on something else in the same run; null where there is nothing to compare with. */
  readonly peer: number | null;
  /** The physical or promised limit. */
  readonly limit: number | null;
  readonly ratioToPeer: number | null;
  readonly ratioToLimit: number | null;
}

export function result(
  id: string,
  facts: { value: number; unit: string; peer?: number; limit?: number },
): Result {
  const { value, unit, peer = null, limit = null } = facts;
  const round = (number: number) => Number(number.toPrecision(4));
  return {
    id,
    value: round(value),
    unit,
    peer: peer === null ? null : round(peer),
    limit: limit === null ? null : round(limit),
    ratioToPeer: peer === null ? null : round(value / peer),
    ratioToLimit: limit === null ? null : round(value / limit),
  };
}

/** Milliseconds of one act. */
export async function timed(act: () => unknown): Promise<number> {
  const start = performance.now();
  await act();
  return performance.now() - start;
}

/** The middle of `count` runs, in milliseconds; one run before them does not count. */
export async function median(count: number, act: () => unknown): Promise<number> {
  await act();
  const times: number[] = [];
  for (let i = 0; i < count; i++) times.push(await timed(act));
  return times.sort((a, b) => a - b)[count >> 1];
}

/** Acts a second, `together` at a time, over about `ms` milliseconds. */
export async function perSecond(ms: number, together: number, act: () => Promise<unknown>): Promise<number> {
  let done = 0;
  const start = performance.now();
  const worker = async () => {
    while (performance.now() - start < ms) {
      await act();
      done++;
    }
  };
  await Promise.all(Array.from({ length: together }, worker));
  return done / (performance.now() - start) * 1000;
}
