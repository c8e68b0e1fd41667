/** How an image lies on the canvas. */
export interface View {
  /** 1: the whole image fits. */
  readonly zoom: number;
  /** Canvas pixels from the canvas' centre to the image's. */
  readonly panX: number;
  readonly panY: number;
  /** Quarter turns, clockwise. */
  readonly turns: 0 | 1 | 2 | 3;
  /** Mirrored left to right, before turning. */
  readonly mirrored: boolean;
}

export const FITTED: View = { zoom: 1, panX: 0, panY: 0, turns: 0, mirrored: false };
const MAX_ZOOM = 40;

/** Canvas and image: canvas in device pixels, image in pixels of the given height to width. */
export interface Frame {
  readonly width: number;
  readonly height: number;
  readonly columns: number;
  readonly rows: number;
  /** Height of an image pixel, its width being 1. */
  readonly aspect: number;
}

/** x' = a·x + c·y + e, y' = b·x + d·y + f, as Canvas 2D has it. */
export interface Affine {
  readonly a: number;
  readonly b: number;
  readonly c: number;
  readonly d: number;
  readonly e: number;
  readonly f: number;
}

/** Device pixels one image pixel is wide. */
export function scaleOf(view: View, frame: Frame): number {
  const tall = frame.rows * frame.aspect;
  const [across, down] = view.turns % 2 ? [tall, frame.columns] : [frame.columns, tall];
  return Math.min(frame.width / across, frame.height / down) * view.zoom;
}

/** From image pixels to canvas pixels. */
export function imageToCanvas(view: View, frame: Frame): Affine {
  const scale = scaleOf(view, frame);
  const cos = [1, 0, -1, 0][view.turns], sin = [0, 1, 0, -1][view.turns];
  const flip = view.mirrored ? -1 : 1;
  const a = cos * scale * flip, b = sin * scale * flip;
  const c = -sin * scale * frame.aspect, d = cos * scale * frame.aspect;
  const x = frame.columns / 2, y = frame.rows / 2;
  return {
    a,
    b,
    c,
    d,
    e: frame.width / 2 + view.panX - a * x - c * y,
    f: frame.height / 2 + view.panY - b * x - d * y,
  };
}

export function inverse({ a, b, c, d, e, f }: Affine): Affine {
  const det = a * d - b * c;
  return {
    a: d / det,
    b: -b / det,
    c: -c / det,
    d: a / det,
    e: (c * f - d * e) / det,
    f: (b * e - a * f) / det,
  };
}

/** Zooms by a factor around a point, given in canvas pixels from the centre. */
export function zoomed(view: View, factor: number, around = { x: 0, y: 0 }): View {
  const zoom = Math.min(Math.max(view.zoom * factor, 0.25), MAX_ZOOM);
  const real = zoom / view.zoom;
  return {
    ...view,
    zoom,
    panX: around.x - (around.x - view.panX) * real,
    panY: around.y - (around.y - view.panY) * real,
  };
}

export const panned = (view: View, x: number, y: number): View => ({
  ...view,
  panX: view.panX + x,
  panY: view.panY + y,
});

/** A quarter turn clockwise, around the canvas' centre. */
export const turned = (view: View): View => ({
  ...view,
  turns: (view.turns + 1) % 4 as View["turns"],
  panX: -view.panY,
  panY: view.panX,
});

/** Mirrored as the person sees it, whatever way the image is turned. */
export function flipped(view: View, axis: "horizontal" | "vertical"): View {
  const panX = axis === "horizontal" ? -view.panX : view.panX;
  const panY = axis === "vertical" ? -view.panY : view.panY;
  const half = (axis === "vertical") !== (view.turns % 2 === 1);
  const turns = half ? (view.turns + 2) % 4 as View["turns"] : view.turns;
  return { ...view, panX, panY, turns, mirrored: !view.mirrored };
}

/** One image pixel on one device pixel. */
export function atFullSize(view: View, frame: Frame): View {
  return { ...view, zoom: view.zoom / scaleOf(view, frame), panX: 0, panY: 0 };
}
