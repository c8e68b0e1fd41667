import { createPainter } from "./create-painter.ts";
import { frameOf, type Look, lookOf, type LookOptions } from "./look.ts";
import type { Painter } from "./painter.ts";
import type { Picture } from "./picture.ts";
import type { Frame } from "./view.ts";

/** What is to be on the surface, but for its size. */
export type Shown = Omit<LookOptions, "size">;

/** A canvas that is as large as its place, and survives the loss of its drawing context. */
export interface Surface {
  /** Another one after a loss that the browser does not mend. */
  readonly canvas: HTMLCanvasElement;
  readonly kind: Painter["kind"];
  /** Null clears. */
  show(shown: Shown | null): void;
  /** The geometry of what is shown; null while nothing is. */
  readonly frame: Frame | null;
  readonly look: Look | null;
  /** Device pixels a CSS pixel has on the canvas. */
  readonly density: number;
  dispose(): void;
}

export interface SurfaceOptions {
  /** The place whose size the canvas takes. */
  readonly place: HTMLElement;
  readonly prefer?: Painter["kind"];
  /** Size or canvas have changed. */
  readonly onChange: () => void;
}

/** More device pixels than this cost a phone more than an eye sees. */
const MAX_DENSITY = 2;
/** Milliseconds a browser has to give a lost context back. */
const PATIENCE = 1500;

export function createSurface({ place, prefer, onChange }: SurfaceOptions): Surface {
  const density = Math.min(globalThis.devicePixelRatio || 1, MAX_DENSITY);
  let canvas = document.createElement("canvas");
  let painter = createPainter(canvas, prefer);
  let last: { picture: Picture; look: Look; frame: Frame } | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const fit = () => {
    const { clientWidth, clientHeight } = place;
    const width = Math.max(Math.round(clientWidth * density), 1);
    const height = Math.max(Math.round(clientHeight * density), 1);
    if (canvas.width === width && canvas.height === height) return;
    canvas.width = width;
    canvas.height = height;
    last = null;
    onChange();
  };
  const onLost = () => {
    timer = setTimeout(() => {
      if (!painter.lost) return;
      const fresh = document.createElement("canvas");
      fresh.width = canvas.width;
      fresh.height = canvas.height;
      canvas.replaceWith(fresh);
      canvas = fresh;
      painter = createPainter(fresh, "canvas2d");
      last = null;
      onChange();
    }, PATIENCE);
  };
  canvas.addEventListener("webglcontextlost", onLost);
  const observer = new ResizeObserver(fit);
  observer.observe(place);

  return {
    density,
    get canvas() {
      return canvas;
    },
    get kind() {
      return painter.kind;
    },
    get frame() {
      return last?.frame ?? null;
    },
    get look() {
      return last?.look ?? null;
    },
    show(shown) {
      if (!shown) {
        last = null;
        painter.draw(null, null);
        return;
      }
      const options = { ...shown, size: { width: canvas.width, height: canvas.height } };
      const look = lookOf(options);
      const same = last?.picture === shown.picture && JSON.stringify(last.look) === JSON.stringify(look);
      if (same) return;
      last = { picture: shown.picture, look, frame: frameOf(options) };
      painter.draw(shown.picture, look);
    },
    dispose() {
      clearTimeout(timer);
      observer.disconnect();
      canvas.removeEventListener("webglcontextlost", onLost);
      painter.dispose();
    },
  };
}
