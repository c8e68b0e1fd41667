import type { FrameGeometry, ImagePixels, PlanInstance, SeriesPlan } from "@tuodossier/sdk";
import type { FaultCode } from "./faults.ts";

/** One step of the stack: a frame to draw, or an object that is named instead. */
export interface Slide {
  readonly instance: PlanInstance;
  /** Its number within its instance, from 0. */
  readonly frame: number;
  /** Null where there is nothing to draw: then `fault` says why. */
  readonly image: SlideImage | null;
  readonly fault: FaultCode | null;
}

export interface SlideImage {
  readonly pixels: ImagePixels;
  readonly geometry: FrameGeometry;
}

/** A series as the stack a person scrolls: every frame of every instance, in the plan's order. */
export function slidesOf(plan: SeriesPlan): Slide[] {
  return plan.instances.flatMap((instance): Slide[] => {
    const { pixels, kind, fault } = instance;
    if (kind !== "image") return [{ instance, frame: 0, image: null, fault: "not-an-image" }];
    const frames = (pixels?.frames ?? []).map((_, frame): Slide => {
      const geometry = pixels!.frameGeometry[frame] ?? pixels!;
      return { instance, frame, image: { pixels: pixels!, geometry }, fault: null };
    });
    // What is whole is shown, and then what is missing is said.
    if (frames.length > 0 && !fault) return frames;
    return [...frames, { instance, frame: frames.length, image: null, fault: fault ?? "no-pixels" }];
  });
}

/** Bytes a slide's decoded picture takes: colour is kept as RGBA. */
export function pictureBytes({ image }: Slide): number {
  if (!image) return 0;
  const { rows, columns, bitsAllocated, photometricInterpretation: photometric } = image.pixels;
  return rows * columns * (photometric.startsWith("MONOCHROME") ? Math.max(bitsAllocated, 8) / 8 : 4);
}
