/** Distances to simple bodies in space, millimetres, below 0 inside. */

export type Point = readonly [number, number, number];

/** An ellipsoid, the distance right to first order. */
export function ellipsoid(
  x: number,
  y: number,
  z: number,
  { at, radii }: { at: Point; radii: Point },
): number {
  const u = (x - at[0]) / radii[0], v = (y - at[1]) / radii[1], w = (z - at[2]) / radii[2];
  const s = Math.sqrt(u * u + v * v + w * w);
  if (s < 1e-6) return -Math.min(radii[0], radii[1], radii[2]);
  const gu = u / radii[0], gv = v / radii[1], gw = w / radii[2];
  return s * (s - 1) / Math.sqrt(gu * gu + gv * gv + gw * gw);
}

/** A chain of capsules through `[x, y, z, radius]`. */
export function chain(
  x: number,
  y: number,
  z: number,
  links: readonly (readonly [number, number, number, number])[],
): number {
  let nearest = Infinity;
  for (let i = 1; i < links.length; i++) {
    const a = links[i - 1], b = links[i];
    const dx = b[0] - a[0], dy = b[1] - a[1], dz = b[2] - a[2];
    const px = x - a[0], py = y - a[1], pz = z - a[2];
    const t = Math.max(0, Math.min(1, (px * dx + py * dy + pz * dz) / (dx * dx + dy * dy + dz * dz)));
    const ex = px - t * dx, ey = py - t * dy, ez = pz - t * dz;
    const d = Math.sqrt(ex * ex + ey * ey + ez * ez) - a[3] - t * (b[3] - a[3]);
    if (d < nearest) nearest = d;
  }
  return nearest;
}
