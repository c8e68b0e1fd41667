import type { Profile } from "@tuodossier/sdk";
import { html, nothing } from "lit";
import { desk } from "../help/desk.ts";
import { TuoElement } from "../element.ts";
import { profile } from "../i18n/it/profile.ts";
import { ui } from "../i18n/it/ui.ts";
import { createLoad } from "../load.ts";
import { ground } from "../ui/base.css.ts";
import { buttons } from "../ui/button.css.ts";
import { info } from "../ui/icons.ts";
import { notices } from "../ui/problem.css.ts";
import { skeletons } from "../ui/skeleton.css.ts";
import { skeleton } from "../ui/skeleton.ts";
import { styles } from "./profile.css.ts";

/**
 * The patient's own data, the telephone masked.
 *
 * @summary Shows who is signed in and how contacts are changed.
 * @fires tuo-error - Something could not be read; the element says so.
 * @cssstate loading - The data are being read.
 * @cssstate error - They could not be read.
 * @cssstate signed-out - Nobody is signed in; the element takes no room.
 */
export class TuoProfile extends TuoElement {
  static override styles = [...ground, buttons, notices, skeletons, styles];

  #profile = createLoad(this, (tuo, signal) => tuo.profile.get({ signal }));
  /** The telephone is a kindness: without it the page still says where to go. */
  #clinic = createLoad(this, (tuo, signal) => tuo.help.clinic({ signal }).catch(() => null));

  protected override view() {
    const words = this.language.words("profile", profile);
    const { loading } = this.language.words("ui", ui);
    return html`
      <section class="profile" aria-labelledby="title">
        <header>
          <h2 id="title">${words.title}</h2>
          <p class="muted">${words.lead}</p>
        </header>
        ${this.loaded(this.#profile, {
          skeleton: () => skeleton(5, loading),
          content: (data) => this.#data(data),
        })}
        ${this.#profile.data ? this.#change() : nothing}
      </section>
    `;
  }

  #data({ givenName, familyName, codiceFiscale, email, maskedPhone }: Profile) {
    const words = this.language.words("profile", profile);
    return html`
      <dl>
        <div>
          <dt>${words.givenName}</dt>
          <dd>${givenName}</dd>
        </div>
        <div>
          <dt>${words.familyName}</dt>
          <dd>${familyName}</dd>
        </div>
        <div>
          <dt>${words.codiceFiscale}</dt>
          <dd class="number">${codiceFiscale}</dd>
        </div>
        <div>
          <dt>${words.email}</dt>
          <dd>${email ?? this.#nothing(words.noEmail)}</dd>
        </div>
        <div>
          <dt>${words.phone}</dt>
          <dd class="number">
            <span aria-hidden="true">${maskedPhone}</span>
            <span class="unseen">${words.phoneEnding(maskedPhone.replaceAll("*", "").trim())}</span>
          </dd>
        </div>
      </dl>
    `;
  }

  #nothing(spoken: string) {
    const { none } = this.language.words("ui", ui);
    return html`<span aria-hidden="true">${none}</span><span class="unseen">${spoken}</span>`;
  }

  #change() {
    const words = this.language.words("profile", profile);
    const clinic = this.#clinic.data;
    return html`
      <aside class="notice">
        ${info}
        <div>
          <h3>${words.change}</h3>
          <p>${words.changeHow}</p>
          <p>${words.forgotten}</p>
          ${clinic ? desk(clinic, words.call(clinic.name)) : nothing}
        </div>
      </aside>
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "tuo-profile": TuoProfile;
  }
}
