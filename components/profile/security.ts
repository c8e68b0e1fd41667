import type { Profile, SessionList, TuoError } from "@tuodossier/sdk";
import { html, nothing, type TemplateResult } from "lit";
import type { TuoElement } from "../element.ts";
import { security } from "../i18n/it/security.ts";
import { ui } from "../i18n/it/ui.ts";
import type { Load } from "../load.ts";
import { button } from "../ui/button.ts";
import { skeleton } from "../ui/skeleton.ts";
import { createDevices } from "./devices.ts";
import type { Errands } from "./facts.ts";

/** The profile as its second half sees it. */
export interface SecurityHost {
  readonly element: TuoElement;
  readonly sessions: Load<SessionList>;
  readonly errands: Errands;
  /** For who listens. */
  say(text: string): void;
  /** What went wrong, and the way on. */
  trouble(error: TuoError, again: () => unknown): unknown;
}

export interface Security {
  view(data: Profile): unknown;
}

/** Password, second factor, sessions and devices. */
export function createSecurity(host: SecurityHost): Security {
  const { element, errands, sessions } = host;
  const devices = createDevices(host);
  return {
    view(data) {
      const { language } = element;
      const words = language.words("security", security);
      const { loading } = language.words("ui", ui);
      const { error } = sessions;
      return html`
        <section aria-labelledby="security">
          <h3 id="security">${words.title}</h3>
          <dl class="rows">
            <div>
              <dt>${words.password}</dt>
              <dd>
                <div class="value dots" aria-hidden="true">••••••••</div>
                ${button({
                  label: words.changePassword,
                  look: "small",
                  onClick: () => errands.onErrand("password"),
                })}
                <p class="more">${words.passwordHow}</p>
                ${errands.note("password")}
              </dd>
            </div>
            ${authenticator(data, words, errands)}
          </dl>
        </section>
        <section aria-labelledby="devices">
          <header>
            <h3 id="devices" tabindex="-1">${words.devices}</h3>
            <p class="muted">${words.devicesLead}</p>
          </header>
          ${error && error.code !== "auth.signed-out" ? host.trouble(error, sessions.reload) : nothing}
          ${sessions.data ? devices.view(sessions.data.sessions) : error ? nothing : skeleton(2, loading)}
        </section>
      `;
    },
  };
}

function authenticator(data: Profile, words: typeof security, errands: Errands): TemplateResult {
  const on = data.authenticator;
  return html`
    <div>
      <dt>${words.authenticator}</dt>
      <dd>
        <div class="value">${on ? words.authenticatorOn : words.authenticatorOff}</div>
        ${button({
          label: on ? words.turnOff : words.turnOn,
          name: on ? words.turnOffName : words.turnOnName,
          look: "small",
          onClick: () => errands.onErrand("authenticator"),
        })}
        <p class="more">${on ? words.recovery(data.recoveryCodes) : words.authenticatorWhy}</p>
        ${errands.note("authenticator")}
      </dd>
    </div>
  `;
}
