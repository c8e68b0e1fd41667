import { html, nothing, type TemplateResult } from "lit";
import type { Action } from "./actions.ts";
import type { Cine } from "./engine/cine.ts";
import type { Surface } from "./engine/surface.ts";
import { overlayFacts } from "./facts.ts";
import type { Tool } from "./gestures.ts";
import { overlay } from "./overlay.ts";
import { panel, type PanelName } from "./panels.ts";
import { bar, message, progress, type ScreenOptions, slices } from "./screen.ts";
import { seriesList } from "./series-list.ts";
import { toolBar } from "./tool-bar.ts";

export interface LayoutOptions extends ScreenOptions {
  readonly surface: Surface | null;
  readonly cine: Cine | null;
  readonly tool: Tool;
  readonly panel: PanelName | null;
  /** Whether the image bears its facts. */
  readonly texts: boolean;
  /** What is read out to who does not see the image. */
  readonly spoken: string;
  /** Why nothing arrives, in words. */
  readonly wrong: string | null;
  /** Actions that cannot be done here, such as full screen where a browser has none. */
  readonly without: ReadonlySet<Action>;
  /** Says what a finger does. */
  readonly hint: boolean;
  readonly onTool: (tool: Tool) => void;
  readonly onPanel: (panel: PanelName) => void;
  readonly onDone: () => void;
  readonly onSelect: (series: number) => void;
  readonly onKey: (event: KeyboardEvent) => void;
  readonly onCancel: (event: Event) => void;
}

/** The viewer's one screen; the image comes before its series for who reads from the top. */
export function layout(options: LayoutOptions): TemplateResult {
  const { reading, words, tag, onKey, onCancel, onSelect } = options;
  return html`
    <dialog class="shell" aria-label=${words.title} @keydown=${onKey} @cancel=${onCancel}>
      ${bar(options)} ${stage(options)} ${slices(options)} ${tools(options)}
      ${seriesList({ reading, words, tag, onSelect })}
      <p class="unseen" id="stage-help">${words.imageHelp}</p>
      <p class="unseen" role="status">${options.spoken}</p>
    </dialog>
  `;
}

function stage(options: LayoutOptions) {
  const { reading, words, surface, texts } = options;
  const facts = texts && reading.picture
    ? overlay({ reading, surface, words, facts: overlayFacts(options) })
    : nothing;
  return html`
    <div class="stage ${reading.picture ? "" : "waiting"}" role="application" tabindex="0" autofocus
      aria-label=${words.imageArea} aria-describedby="stage-help">
      <div class="place"></div>
      ${facts} ${message(options)} ${progress(options)}
      ${options.hint ? html`<p class="hint" aria-hidden="true">${words.fingerHint}</p>` : nothing}
    </div>
  `;
}

function tools(options: LayoutOptions) {
  const { reading, words, act, cine } = options;
  if (reading.study?.series.length === 0) return nothing;
  const onPreset = (window: { center: number; width: number }) => reading.look({ window });
  return html`
    <div class="tools">
      ${options.panel ? panel(options.panel, { ...options, onPreset }) : nothing} ${toolBar({
        words,
        tool: options.tool,
        panel: options.panel,
        alone: (reading.loader?.slides.length ?? 0) < 2,
        playing: cine?.playing ?? false,
        onTool: options.onTool,
        onPanel: options.onPanel,
        onCine: () => act("cine"),
        onReset: () => act("reset"),
      })}
    </div>
  `;
}
