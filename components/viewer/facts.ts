import { shortDay } from "../i18n/format.ts";
import type { viewer } from "../i18n/it/viewer.ts";
import { positionOf } from "./engine/description.ts";
import type { Reading } from "./engine/reading.ts";
import type { OverlayFacts } from "./overlay.ts";

export interface FactsOptions {
  readonly reading: Reading;
  readonly words: typeof viewer;
  readonly tag: string;
}

/** One sentence for who does not see the image: `Serie 2, immagine 15 di 120, finestra 40/400`. */
export function description({ reading, words }: FactsOptions): string {
  const { series, image, images, center, width } = positionOf(reading);
  const place = words.describe(String(series), String(image), String(images));
  return center === null ? place : `${place}, ${words.describeWindow(String(center), String(width))}`;
}

/** The same in the corners, and what the study and the series call themselves. */
export function overlayFacts({ reading, words, tag }: FactsOptions): OverlayFacts {
  const { study, series, current, slide, sight } = reading;
  const { image, images, center, width } = positionOf(reading);
  const { summary } = series[current] ?? {};
  const facility = [study?.facility, study?.date && shortDay(tag, study.date)].filter(Boolean).join(" · ");
  const name = words.series(String(summary?.number ?? current + 1));
  const notes = slide?.instance.annotations ?? [];
  return {
    top: [facility, [name, summary?.description].filter(Boolean).join(" · ")],
    notes: slide?.image ? notes.slice(0, 4) : [],
    bottom: [
      ...(images > 1 ? [words.imageShort(String(image), String(images))] : []),
      ...(center === null ? [] : [words.windowShort(String(center), String(width))]),
      ...(sight.view.zoom === 1 ? [] : [words.zoomShort(String(Math.round(sight.view.zoom * 100)))]),
    ],
  };
}
