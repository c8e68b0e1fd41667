import type { ErrandAct, TuoError } from "@tuodossier/sdk";
import { html, nothing } from "lit";
import { desk } from "../help/desk.ts";
import { TuoElement } from "../element.ts";
import { profile } from "../i18n/it/profile.ts";
import { ui } from "../i18n/it/ui.ts";
import { asTuoError, createLoad } from "../load.ts";
import { ground } from "../ui/base.css.ts";
import { buttons } from "../ui/button.css.ts";
import { info, tick } from "../ui/icons.ts";
import { notices } from "../ui/problem.css.ts";
import { skeletons } from "../ui/skeleton.css.ts";
import { skeleton } from "../ui/skeleton.ts";
import { type Errands, facts } from "./facts.ts";
import { styles } from "./profile.css.ts";

/**
 * The patient's own data, the telephone masked; password, second factor, and where the patient is signed in. What
 * is secret is typed on the portal's own page.
 *
 * @summary Shows who is signed in, and lets contacts, password and devices be changed.
 * @fires tuo-error - Something could not be read or done; the element says so.
 * @cssstate loading - The data are being read.
 * @cssstate error - They could not be read.
 * @cssstate signed-out - Nobody is signed in; the element takes no room.
 */
export class TuoProfile extends TuoElement {
  static override styles = [...ground, buttons, notices, skeletons, styles];

  #profile = createLoad(this, (tuo, signal) => tuo.profile.get({ signal }));
  #sessions = createLoad(this, (tuo, signal) => tuo.session.list({ signal }));
  /** The telephone is a kindness: without it the page still says where to go. */
  #clinic = createLoad(this, (tuo, signal) => tuo.help.clinic({ signal }).catch(() => null));
  #security = createLoad(this, async () => {
    const { createSecurity } = await import("./security.ts");
    return createSecurity({
      element: this,
      sessions: this.#sessions,
      errands: this.#errands(),
      say: (text) => this.say(text),
      trouble: (error, again) => this.trouble(error, again),
    });
  });
  /** What the row of an errand says: that it is done, or why it could not begin. */
  #outcome: { readonly act: ErrandAct; readonly error: TuoError | null } | null = null;

  protected override clear(): void {
    this.#outcome = null;
  }

  /** Back from the portal's full page, its row says how it went. */
  protected override begin(): void {
    const { from, error } = this.tuo!.session.returned ?? {};
    if (from && from !== "sign-in" && from !== "step-up") this.#outcome = { act: from, error: error ?? null };
  }

  protected override view() {
    const words = this.language.words("profile", profile);
    const { loading } = this.language.words("ui", ui);
    return html`
      <div class="profile">
        <section aria-labelledby="title">
          <header>
            <h2 id="title">${words.title}</h2>
            <p class="muted">${words.lead}</p>
          </header>
          ${this.loaded(this.#profile, {
            skeleton: () => skeleton(5, loading),
            content: (data) => facts({ data, words, ...this.#errands() }),
          })}
        </section>
        ${this.#profile.data
          ? this.loaded(this.#security, {
            skeleton: () => skeleton(3, loading),
            content: (security) => security.view(this.#profile.data!),
          })
          : nothing} ${this.#profile.data ? this.#lost() : nothing}
      </div>
    `;
  }

  #errands(): Errands {
    return {
      none: this.language.words("ui", ui).none,
      onErrand: (act) => void this.#run(act),
      note: (act) => {
        if (this.#outcome?.act !== act) return nothing;
        const { error } = this.#outcome;
        if (error) return this.trouble(error, () => this.#run(act));
        return html`<p class="done">${tick} ${this.#doneWords(act)}</p>`;
      },
    };
  }

  #doneWords(act: ErrandAct): string {
    return act === "step-up" ? "" : this.language.words("profile", profile).done[act];
  }

  async #run(act: ErrandAct): Promise<void> {
    this.#outcome = null;
    try {
      const { runErrand } = await import("../login/errand.ts");
      if (await runErrand(this, act)) {
        this.#outcome = { act, error: null };
        this.say(this.#doneWords(act));
      }
      // Also when closed early: the portal may have done it by then.
      if (!this.signedIn || !this.isConnected) return;
      await Promise.all([this.#profile.reload(), this.#sessions.reload()]);
    } catch (failure) {
      const error = asTuoError(failure);
      this.report(error);
      this.#outcome = { act, error };
    } finally {
      this.requestUpdate();
    }
  }

  /** What a patient cannot mend alone. */
  #lost() {
    const words = this.language.words("profile", profile);
    const clinic = this.#clinic.data;
    return html`
      <aside class="notice">
        ${info}
        <div>
          <h3>${words.lost}</h3>
          <p>${words.lostHow}</p>
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
