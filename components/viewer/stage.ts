import type { Reading } from "./engine/reading.ts";
import { createSurface, type Surface } from "./engine/surface.ts";
import { panned, type View, zoomed } from "./engine/view.ts";
import { adjust, sightActions } from "./actions.ts";
import { type Intents, listenToHands, type Tool } from "./gestures.ts";

/** The image on its place, and the hands on it. */
export interface Stage {
  readonly surface: Surface;
  /** Brings what is read to the canvas, with a sentence for who does not see it; true where it changed. */
  draw(label: string): boolean;
  dispose(): void;
}

export interface StageOptions {
  /** Takes the hands; the canvas goes into its `.place`. */
  readonly area: HTMLElement;
  readonly reading: () => Reading | null;
  readonly tool: (pointerType: string) => Tool;
  readonly onChange: () => void;
}

export function createStage({ area, reading, tool, onChange }: StageOptions): Stage {
  const place = area.querySelector<HTMLElement>(".place") ?? area;
  const surface = createSurface({ place, onChange });
  place.append(surface.canvas);

  const count = () => reading()?.loader?.slides.length ?? 0;
  const see = (change: (view: View) => View) => {
    const now = reading();
    now?.look({ view: change(now.sight.view) });
  };
  const { density } = surface;
  const intents: Intents = {
    scroll: (images) => reading()?.go(reading()!.sight.index + images),
    window: (across, down) => {
      const now = reading();
      if (now) adjust(now, { across: across / 300, down: down / 300 });
    },
    pan: (across, down) => see((view) => panned(view, across * density, down * density)),
    zoom: (factor, { x, y }) => see((view) => zoomed(view, factor, { x: x * density, y: y * density })),
    fit: () => {
      const now = reading();
      if (now) sightActions.fit(now);
    },
    tool,
    step: () => Math.min(Math.max(area.clientHeight / Math.max(count(), 1) / 2, 4), 24),
    scrolls: () => count() > 1,
  };
  const letGo = listenToHands(area, intents);

  return {
    surface,
    draw(label) {
      const { slide, picture, window, sight, loader, error } = reading() ?? {};
      const shown = slide?.image && picture && window && sight
        ? { picture, image: slide.image, window, inverted: sight.inverted, view: sight.view }
        : null;
      // While an image is on its way the one before stays, dimmed; what cannot be shown leaves nothing behind.
      const waiting = loader && sight && !loader.fault(sight.index) && !error;
      const before = surface.look;
      if (shown || !waiting) surface.show(shown);
      surface.canvas.role = "img";
      if (surface.canvas.ariaLabel !== label) surface.canvas.ariaLabel = label;
      return surface.look !== before;
    },
    dispose() {
      letGo();
      surface.dispose();
      surface.canvas.remove();
    },
  };
}
