import { html, nothing, type TemplateResult } from "lit";
import type { viewer } from "../i18n/it/viewer.ts";
import * as icons from "../ui/icons.ts";
import type { Action } from "./actions.ts";
import type { Reading } from "./engine/reading.ts";
import { isSame, type Preset, presetsOf, type Window } from "./engine/window.ts";
import * as own from "./viewer-icons.ts";

export const panels = ["window", "view", "more"] as const;
export type PanelName = typeof panels[number];

export interface PanelOptions {
  readonly reading: Reading;
  readonly words: typeof viewer;
  readonly act: (action: Action) => void;
  /** Actions that cannot be done here, such as full screen where a browser has none. */
  readonly without: ReadonlySet<Action>;
  readonly texts: boolean;
  readonly onPreset: (window: Window) => void;
  readonly onDone: () => void;
}

const ACTION_ICONS: Readonly<Partial<Record<Action, TemplateResult>>> = {
  zoomIn: icons.plus,
  zoomOut: icons.minus,
  fit: own.frame,
  fullSize: own.magnifier,
  rotate: own.rotate,
  flipHorizontal: own.mirror,
  flipVertical: own.capsize,
  left: icons.back,
  up: icons.arrowUp,
  down: icons.arrowDown,
  right: own.right,
  invert: own.invert,
  brighter: icons.plus,
  darker: icons.minus,
  moreContrast: icons.plus,
  lessContrast: icons.minus,
  reset: own.reset,
  snapshot: icons.download,
  texts: own.words,
  fullScreen: own.frame,
  keys: own.keyboard,
};

/** The buttons of an open panel. */
export function panel(name: PanelName, options: PanelOptions): TemplateResult {
  const { words, onDone } = options;
  return html`
    <div class="panel ${name}" id="panel" role="group" aria-label=${words.panels[name]}>
      ${contents[name](options)}
      <button type="button" class="choice done" @click=${onDone}>${words.done}</button>
    </div>
  `;
}

const contents: Readonly<Record<PanelName, (options: PanelOptions) => TemplateResult>> = {
  window: (options) =>
    html`
      <h3>${options.words.presetsTitle}</h3>
      <div class="choices presets">${presets(options)}</div>
      <h3>${options.words.adjustTitle}</h3>
      <div class="choices">${choices(
        ["brighter", "darker", "moreContrast", "lessContrast", "invert"],
        options,
      )}</div>
    `,
  view: (options) =>
    html`
      <div class="choices">${choices([
        "zoomIn",
        "zoomOut",
        "fit",
        "fullSize",
        "rotate",
        "flipHorizontal",
        "flipVertical",
      ], options)}</div>
      <h3>${options.words.tool.pan}</h3>
      <div class="choices">${choices(["left", "right", "up", "down"], options)}</div>
    `,
  more: (options) =>
    html`<div class="choices">${
      choices(["snapshot", "texts", "fullScreen", "keys", "reset"], options)
    }</div>`,
};

function choices(actions: readonly Action[], { words, act, without, reading, texts }: PanelOptions) {
  const pressed: Readonly<Partial<Record<Action, boolean>>> = { invert: reading.sight.inverted, texts };
  return actions.filter((action) => !without.has(action)).map((action) =>
    html`
      <button type="button" class="choice ${action}" aria-pressed=${action in pressed
        ? String(pressed[action])
        : nothing}
        @click=${() => act(action)}>${ACTION_ICONS[action]}<span>${words.actions[action]}</span></button>
    `
  );
}

/** A window's name: the data's own label where it has one, not in capitals. */
function presetLabel({ code, label }: Preset, words: typeof viewer): string {
  if (!label) return words.presets[code];
  return label === label.toUpperCase() ? label[0] + label.slice(1).toLowerCase() : label;
}

/** The windows a person can choose from; a digit key chooses the same. */
export function currentPresets({ loader, slide, picture }: Reading): Preset[] {
  return loader && slide && picture ? presetsOf(loader.plan, slide, picture) : [];
}

function presets({ reading, words, onPreset }: PanelOptions) {
  const { window } = reading;
  return currentPresets(reading).map((preset) => {
    const { center, width } = preset.window;
    const here = window !== null && isSame(window, preset.window);
    return html`
      <button type="button" class="choice" aria-pressed=${here} @click=${() => onPreset(preset.window)}>
        <span>${presetLabel(preset, words)}</span>
        <small>${Math.round(center)}/${Math.round(width)}</small>
      </button>
    `;
  });
}
