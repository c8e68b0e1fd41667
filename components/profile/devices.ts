import type { SessionItem, TuoError } from "@tuodossier/sdk";
import { html, nothing, type TemplateResult } from "lit";
import { longInstant } from "../i18n/format.ts";
import { security } from "../i18n/it/security.ts";
import { ui } from "../i18n/it/ui.ts";
import { asTuoError } from "../load.ts";
import { signOut } from "../session/sign-out.ts";
import { button } from "../ui/button.ts";
import { tick } from "../ui/icons.ts";
import type { SecurityHost } from "./security.ts";

/** In place of a session's id: all but this one. */
const OTHERS = "others";

export interface Devices {
  view(sessions: readonly SessionItem[]): unknown;
}

/** Where the patient is signed in, with the way out of each: asked once more in its own place. */
export function createDevices(host: SecurityHost): Devices {
  const { element, sessions } = host;
  let asked: string | null = null;
  let busy = false;
  /** What was ended last. */
  let told: string | null = null;
  let failed: { readonly id: string; readonly error: TuoError } | null = null;

  const words = () => element.language.words("security", security);
  const focus = async (selector: string) => {
    element.requestUpdate();
    await element.updateComplete;
    element.renderRoot.querySelector<HTMLElement>(selector)?.focus();
  };
  const ask = (id: string) => {
    [asked, failed, told] = [id, null, null];
    void focus(`#keep-${id}`);
  };
  const keep = (id: string) => {
    asked = null;
    void focus(`#end-${id}`);
  };
  const end = async (id: string, chosen: readonly SessionItem[], done: string) => {
    if (busy) return;
    [busy, failed] = [true, null];
    element.requestUpdate();
    const tuo = element.tuo!;
    try {
      if (chosen.some(({ current }) => current)) return await signOut(tuo);
      // One that has ended by itself meanwhile is as good.
      await Promise.all(chosen.map((item) => tuo.session.end(item.id).catch(unlessGone)));
      [asked, told] = [null, done];
      host.say(done);
      await sessions.reload();
      await focus("#devices");
    } catch (failure) {
      const error = asTuoError(failure);
      element.report(error);
      failed = { id, error };
      asked = null;
      await focus(`#end-${id}`);
    } finally {
      busy = false;
      element.requestUpdate();
    }
  };

  const question = (id: string, text: string, onYes: () => void): TemplateResult =>
    html`
      <div class="ask" role="group" aria-labelledby="ask-${id}">
        <p id="ask-${id}">${text}</p>
        <div class="buttons">
          ${button({
            id: `keep-${id}`,
            label: element.language.words("ui", ui).cancel,
            look: "small",
            about: `ask-${id}`,
            onClick: () => keep(id),
          })} ${button({ label: words().endYes, look: "small danger", busy, onClick: onYes })}
        </div>
      </div>
    `;
  const wrong = (id: string, again: () => void) =>
    failed?.id === id ? host.trouble(failed.error, again) : nothing;

  const row = (item: SessionItem): TemplateResult => {
    const { id, device, current, startedAt, seenAt } = item;
    const { tag } = element.language;
    const started = longInstant(tag, startedAt);
    const go = () => void end(id, [item], words().ended(device));
    return html`
      <li>
        <p class="device">${device} ${current
          ? html`<span class="badge">${words().thisDevice}</span>`
          : nothing}</p>
        ${asked === id ? nothing : button({
          id: `end-${id}`,
          label: current ? words().endCurrent : words().end,
          name: current ? words().endCurrentName(started) : words().endName(device, started),
          look: "small",
          onClick: () => ask(id),
        })}
        <div class="more">
          <p>${words().started(started)}</p>
          <p>${current ? words().active : words().seen(longInstant(tag, seenAt))}</p>
        </div>
        ${asked === id
          ? question(id, current ? words().endHere : words().endAsk(device), go)
          : nothing} ${wrong(id, go)}
      </li>
    `;
  };

  return {
    view(items) {
      const others = items.filter(({ current }) => !current);
      const goOthers = () => void end(OTHERS, others, words().endedOthers);
      const sorted = items.filter(({ current }) => current)
        .concat([...others].sort((one, other) => other.seenAt.localeCompare(one.seenAt)));
      return html`
        ${told ? html`<p class="done">${tick} ${told}</p>` : nothing}
        <ul class="rows" role="list">${sorted.map(row)}</ul>
        ${others.length === 0 ? html`<p class="muted">${words().alone}</p>` : nothing}
        ${others.length < 2
          ? nothing
          : asked === OTHERS
          ? question(OTHERS, words().endOthersAsk, goOthers)
          : html`<div class="buttons">${
            button({ id: `end-${OTHERS}`, label: words().endOthers, onClick: () => ask(OTHERS) })
          }</div>`} ${wrong(OTHERS, goOthers)}
      `;
    },
  };
}

function unlessGone(failure: unknown): void {
  if (asTuoError(failure).code !== "request.not-found") throw failure;
}
