import { html, nothing, type TemplateResult } from "lit";
import type { viewer } from "../i18n/it/viewer.ts";
import type { Tool } from "./gestures.ts";
import { tools } from "./gestures.ts";
import { type PanelName, panels } from "./panels.ts";
import * as icons from "./viewer-icons.ts";

export interface ToolBarOptions {
  readonly words: typeof viewer;
  readonly tool: Tool;
  readonly panel: PanelName | null;
  /** One image alone cannot be scrolled or played. */
  readonly alone: boolean;
  readonly playing: boolean;
  readonly onTool: (tool: Tool) => void;
  readonly onPanel: (panel: PanelName) => void;
  readonly onCine: () => void;
  readonly onReset: () => void;
}

const TOOL_ICONS: Readonly<Record<Tool, TemplateResult>> = {
  scroll: icons.scroll,
  window: icons.contrast,
  pan: icons.move,
  zoom: icons.magnifier,
};
const PANEL_ICONS: Readonly<Record<PanelName, TemplateResult>> = {
  window: icons.light,
  view: icons.frame,
  more: icons.more,
};

/** What a drag does, the panels, cine and the way back. */
export function toolBar(options: ToolBarOptions): TemplateResult {
  const { words, tool, panel, alone, playing } = options;
  const offered = tools.filter((each) => !alone || each !== "scroll");
  return html`
    <div class="buttons ${alone ? "alone" : ""}" role="group" aria-label=${words.tools}>
      ${offered.map((each) =>
        html`
          <button type="button" class="tool drag-${each}" aria-pressed=${each === tool}
            @click=${() => options.onTool(each)}>${TOOL_ICONS[each]}<span>${words.tool[each]}</span></button>
        `
      )}
      <span class="rule"></span>
      ${panels.map((each) =>
        html`
          <button type="button" class="tool" aria-expanded=${each === panel}
            aria-controls=${each === panel ? "panel" : nothing} @click=${() => options.onPanel(each)}
          >${PANEL_ICONS[each]}<span>${words.panels[each]}</span></button>
        `
      )} ${alone ? nothing : html`
        <button type="button" class="tool" aria-pressed=${playing} @click=${options.onCine}>
          ${playing ? icons.pause : icons.play}<span>${playing ? words.pause : words.actions.cine}</span>
        </button>
      `}
      <button type="button" class="tool reset" @click=${options.onReset}>
        ${icons.reset}<span>${words.actions.reset}</span>
      </button>
    </div>
  `;
}
