import type { SeriesPlan, VoiWindow } from "@tuodossier/sdk";
import type { Picture } from "./picture.ts";
import type { Slide, SlideImage } from "./slides.ts";

/** Which values are shown, in modality units (Hounsfield for CT): DICOM PS3.3 C.11.2. */
export interface Window {
  readonly center: number;
  readonly width: number;
}

/** A named window. `code` is translated; a window of the data's own has the data's `label` instead. */
export interface Preset {
  readonly code:
    | "data"
    | "auto"
    | "abdomen"
    | "lung"
    | "bone"
    | "brain"
    | "softer"
    | "harder";
  readonly label: string | null;
  readonly window: Window;
}

const EIGHT_BITS: Window = { center: 128, width: 256 };

const CT_PRESETS: readonly Preset[] = [
  { code: "abdomen", label: null, window: { center: 40, width: 400 } },
  { code: "lung", label: null, window: { center: -600, width: 1500 } },
  { code: "bone", label: null, window: { center: 400, width: 1800 } },
  { code: "brain", label: null, window: { center: 40, width: 80 } },
];

/** Windows a person can choose from, the data's own first. */
export function presetsOf(plan: SeriesPlan, slide: Slide, picture: Picture): Preset[] {
  const own = ownWindows(slide).map((window): Preset => ({ code: "data", label: window.label, window }));
  const auto: Preset = { code: "auto", label: null, window: autoWindow(picture, slide.image) };
  if (picture.kind === "grey" && plan.modality === "CT") {
    return [
      ...own,
      auto,
      ...CT_PRESETS.filter(({ window }) => !own.some((each) => isSame(each.window, window))),
    ];
  }
  const base = defaultWindow(slide, picture);
  const data: Preset = { code: "data", label: null, window: base };
  const { center, width } = base;
  return [
    ...(own.length > 0 || isSame(base, auto.window) ? own : [data]),
    auto,
    { code: "softer", label: null, window: { center, width: width * 1.5 } },
    { code: "harder", label: null, window: { center, width: Math.max(width / 2, 2) } },
  ];
}

/** Devices that store 8 bits mean them as they are; a map of labels uses only the lowest. */
function fillsEightBits({ values }: Picture, { image }: Slide): boolean {
  if (!(values instanceof Uint8Array) || image?.geometry.rescaleSlope !== 1) return false;
  return image.geometry.rescaleIntercept === 0 && values.some((value) => value >= 64);
}

export const isSame = (one: Window, other: Window): boolean =>
  one.center === other.center && one.width === other.width;

/** How a slide looks before anyone touches it: as its data say, else all of its values. */
export function defaultWindow(slide: Slide, picture: Picture): Window {
  return ownWindows(slide)[0] ??
    (fillsEightBits(picture, slide) ? EIGHT_BITS : autoWindow(picture, slide.image));
}

/** Widths below 1 are against the standard and show nothing. */
const ownWindows = ({ image }: Slide): VoiWindow[] =>
  image?.geometry.windows.filter(({ center, width }) => Number.isFinite(center) && width >= 1) ?? [];

/** From the darkest to the brightest value, without padding and the outermost half per cent. */
export function autoWindow(picture: Picture, image: SlideImage | null): Window {
  if (picture.kind === "colour") return EIGHT_BITS;
  const padding = image?.pixels.pixelPaddingValue ?? null;
  const step = Math.max(1, Math.floor(picture.values.length / 20_000));
  const seen: number[] = [];
  for (let i = 0; i < picture.values.length; i += step) {
    if (picture.values[i] !== padding) seen.push(picture.values[i]);
  }
  seen.sort((a, b) => a - b);
  const low = seen[Math.floor(seen.length * 0.005)] ?? 0;
  const high = seen[Math.ceil(seen.length * 0.995) - 1] ?? 1;
  const { rescaleSlope: slope, rescaleIntercept: intercept } = image?.geometry ??
    { rescaleSlope: 1, rescaleIntercept: 0 };
  const [dark, bright] = [low * slope + intercept, high * slope + intercept].sort((a, b) => a - b);
  // The linear function reaches its ends at center − 0.5 ± (width − 1) / 2 (PS3.3 C.11.2.1.2.1).
  // An empty mask is black, not grey.
  const width = Math.max(bright - dark, 1) + 1;
  return { center: dark + width / 2, width };
}
