import { paintLayer } from "./canvas-painter.ts";
import { lookOf } from "./look.ts";
import type { Picture } from "./picture.ts";
import type { SlideImage } from "./slides.ts";
import { FITTED } from "./view.ts";
import type { Window } from "./window.ts";

/** Draws a picture, whole, on a small canvas whose size is set already. */
export function paintThumbnail(
  canvas: HTMLCanvasElement,
  picture: Picture,
  { image, window }: { image: SlideImage; window: Window },
): void {
  const { width, height } = canvas;
  const look = lookOf({ picture, image, window, inverted: false, view: FITTED, size: { width, height } });
  const layer = document.createElement("canvas");
  paintLayer(layer, picture, look);
  const context = canvas.getContext("2d");
  if (!context) return;
  context.clearRect(0, 0, width, height);
  const { a, b, c, d, e, f } = look.toCanvas;
  context.setTransform(a, b, c, d, e, f);
  context.imageSmoothingQuality = "high";
  context.drawImage(layer, 0, 0);
  context.setTransform(1, 0, 0, 1, 0, 0);
}
