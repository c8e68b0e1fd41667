import { html, type TemplateResult } from "lit";
import type { viewer } from "../i18n/it/viewer.ts";
import type { Action } from "./actions.ts";
import { keyMap } from "./keys.ts";

/** Every key and what it does. */
export function keyList(words: typeof viewer): TemplateResult {
  const keys = new Map<Action, string[]>();
  for (const [key, action] of keyMap) keys.set(action, [...keys.get(action) ?? [], key]);
  const rows = [...keys].map(([action, each]) => row(each, words.actions[action], words));
  return html`
    <div tabindex="-1" autofocus>
      <dl class="keys">
      ${rows} ${row(["1", "9"], words.presetKeys, words, "…")} ${row(["Escape"], words.actions.close, words)}
      </dl>
    </div>
  `;
}

const named = (key: string, words: typeof viewer) =>
  key === "+" ? key : key.split("+").map((part) => words.keyNames[part] ?? part.toUpperCase()).join(" ");

function row(keys: string[], what: string, words: typeof viewer, between = " ") {
  return html`
    <div>
      <dt>${keys.map((key, index) => html`${index > 0 ? between : ""}<kbd>${named(key, words)}</kbd>`)}</dt>
      <dd>${what}</dd>
    </div>
  `;
}
