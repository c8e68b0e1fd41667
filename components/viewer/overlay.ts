import { html, nothing, type TemplateResult } from "lit";
import type { viewer } from "../i18n/it/viewer.ts";
import { edgesOf, type ScaleBar, scaleBar } from "./engine/geometry.ts";
import type { Reading } from "./engine/reading.ts";
import type { Surface } from "./engine/surface.ts";

export interface OverlayOptions {
  readonly reading: Reading;
  readonly surface: Surface | null;
  readonly words: typeof viewer;
  /** The description that is read out, whose pieces stand in the corners. */
  readonly facts: OverlayFacts;
}

export interface OverlayFacts {
  /** Study and series, top left. */
  readonly top: readonly string[];
  /** Laterality, view and the like, top right. */
  readonly notes: readonly string[];
  /** Image, window and zoom, bottom left. */
  readonly bottom: readonly string[];
}

/** Texts in the corners, letters at the edges, a bar of known length: hidden from screen readers, which get a sentence. */
export function overlay({ reading, surface, words, facts }: OverlayOptions): TemplateResult {
  const { image } = reading.slide ?? {};
  const edges = image ? edgesOf(image.geometry.imageOrientation, reading.sight.view) : null;
  const look = surface?.look ?? null;
  const bar = image && look && surface
    ? scaleBar(image, look.scale / surface.density, surface.canvas.clientWidth)
    : null;
  return html`
    <div class="overlay" aria-hidden="true">
      <div class="corner top-left">${facts.top.map(line)}</div>
      <div class="corner top-right">${facts.notes.map(line)}</div>
      <div class="corner bottom-left">${facts.bottom.map(line)}</div>
      ${edges
        ? html`
          <span class="edge left">${edges.left}</span>
          <span class="edge right">${edges.right}</span>
          <span class="edge top">${edges.top}</span>
          <span class="edge bottom">${edges.bottom}</span>
        `
        : nothing} ${bar ? scale(bar, words) : nothing}
    </div>
  `;
}

const line = (text: string) => html`<p>${text}</p>`;

/** Through the property: a host's CSP refuses style attributes. */
function scale({ millimetres, length, atDetector }: ScaleBar, words: typeof viewer): TemplateResult {
  const label = words.millimetres(String(millimetres)) + (atDetector ? ` ${words.atDetector}` : "");
  return html`
    <div class="corner bottom-right">
      <p>${label}</p>
      <div class="scale" .style=${`inline-size:${length}px`}></div>
    </div>
  `;
}
