import type { Look } from "./look.ts";
import type { Picture } from "./picture.ts";

/** Draws pictures on one canvas. */
export interface Painter {
  readonly kind: "webgl2" | "canvas2d";
  /** Null clears the canvas. */
  draw(picture: Picture | null, look: Look | null): void;
  /** True once the drawing context is gone: make a painter on a new canvas. */
  readonly lost: boolean;
  dispose(): void;
}
