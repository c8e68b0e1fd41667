/** Values that change smoothly along an axis. */

/** A function through the knots `[at, ...values]` (rising `at`), constant beyond the ends; a Catmull-Rom cubic. */
export function track<const K extends readonly (readonly number[])[]>(knots: K): (at: number) => number[] {
  const last = knots.length - 1;
  return (at) => {
    if (at <= knots[0][0]) return knots[0].slice(1);
    if (at >= knots[last][0]) return knots[last].slice(1);
    let i = 0;
    while (knots[i + 1][0] < at) i++;
    const [before, from, to, after] = [
      knots[Math.max(0, i - 1)],
      knots[i],
      knots[i + 1],
      knots[Math.min(last, i + 2)],
    ];
    const t = (at - from[0]) / (to[0] - from[0]);
    return from.slice(1).map((a, k) => {
      const b = to[k + 1];
      const startSlope = (b - before[k + 1]) / 2, endSlope = (after[k + 1] - a) / 2;
      const t2 = t * t, t3 = t2 * t;
      return (2 * t3 - 3 * t2 + 1) * a + (t3 - 2 * t2 + t) * startSlope + (3 * t2 - 2 * t3) * b +
        (t3 - t2) * endSlope;
    });
  };
}
