import { type Look, windowed } from "./look.ts";
import type { Painter } from "./painter.ts";
import type { GreyPicture, Picture } from "./picture.ts";

/** A painter for browsers without WebGL2: pixels pass through a table of grey levels on the page. */
export function createCanvasPainter(canvas: HTMLCanvasElement): Painter {
  const context = canvas.getContext("2d", { alpha: false });
  const layer = document.createElement("canvas");
  return {
    kind: "canvas2d",
    lost: false,
    draw(picture, look) {
      if (!context) return;
      context.setTransform(1, 0, 0, 1, 0, 0);
      context.fillStyle = "#000";
      context.fillRect(0, 0, canvas.width, canvas.height);
      if (!picture || !look) return;
      paintLayer(layer, picture, look);
      const { a, b, c, d, e, f } = look.toCanvas;
      context.setTransform(a, b, c, d, e, f);
      context.imageSmoothingEnabled = look.scale !== 1;
      context.imageSmoothingQuality = "high";
      context.drawImage(layer, 0, 0);
    },
    dispose() {},
  };
}

/** A picture in its own size, through its window, on a canvas that is made to fit. */
export function paintLayer(layer: HTMLCanvasElement, picture: Picture, look: Look): void {
  layer.width = picture.columns;
  layer.height = picture.rows;
  const context = layer.getContext("2d");
  if (!context) return;
  const data = context.createImageData(picture.columns, picture.rows);
  if (picture.kind === "grey") paintGrey(data.data, picture, look);
  else paintColour(data.data, picture.values, look);
  context.putImageData(data, 0, 0);
}

function paintGrey(rgba: Uint8ClampedArray, { values }: GreyPicture, look: Look): void {
  const level = values.BYTES_PER_ELEMENT <= 2
    ? tabled(values, look)
    : (value: number) => levelOf(value, look);
  for (let i = 0, to = 0; i < values.length; i++, to += 4) {
    rgba[to] = rgba[to + 1] = rgba[to + 2] = level(values[i]);
    rgba[to + 3] = 255;
  }
}

function paintColour(rgba: Uint8ClampedArray, values: Uint8ClampedArray, look: Look): void {
  const table = Uint8ClampedArray.from({ length: 256 }, (_, value) => levelOf(value, look));
  for (let i = 0; i < values.length; i++) rgba[i] = (i & 3) === 3 ? 255 : table[values[i]];
}

function levelOf(value: number, { slope, intercept, window, inverted, padding }: Look): number {
  if (value === padding) return 0;
  const grey = windowed(value * slope + intercept, window);
  return Math.round((inverted ? 1 - grey : grey) * 255);
}

/** Levels of all values that 8 or 16 bits can hold, worked out once a window. */
function tabled(values: GreyPicture["values"], look: Look): (value: number) => number {
  const signed = values instanceof Int8Array || values instanceof Int16Array;
  const size = 2 ** (values.BYTES_PER_ELEMENT * 8);
  const low = signed ? -size / 2 : 0;
  const table = new Uint8Array(size);
  for (let i = 0; i < size; i++) table[i] = levelOf(i + low, look);
  return (value) => table[value - low];
}
