import { createCanvasPainter } from "./canvas-painter.ts";
import { createGlPainter } from "./gl-painter.ts";
import type { Painter } from "./painter.ts";

/** WebGL2 where there is one, else Canvas 2D. A canvas keeps the kind of its first context. */
export function createPainter(canvas: HTMLCanvasElement, prefer: Painter["kind"] = "webgl2"): Painter {
  return (prefer === "webgl2" ? createGlPainter(canvas) : null) ?? createCanvasPainter(canvas);
}
