import { css, html, nothing } from "lit";
import { TuoElement } from "../element.ts";
import { dial } from "../help/desk.ts";
import { adhesion } from "../i18n/it/adhesion.ts";
import { createLoad } from "../load.ts";
import { ground } from "../ui/base.css.ts";
import { info } from "../ui/icons.ts";

const room = css`
  .no-adhesion {
    display: grid;
    gap: calc(var(--space) * 0.75);
    max-inline-size: var(--measure);
  }
  h3 {
    display: flex;
    gap: 0.5em;
  }
  h3 .icon {
    color: var(--accent);
  }
  a {
    display: inline-block;
    color: var(--accent);
  }
`;

/**
 * @summary Without adhesion: why nothing is shown, and what to do. Rooms show it in the place of their list; it is
 * not meant for a clinic's page.
 */
export class TuoNoAdhesion extends TuoElement {
  static override styles = [...ground, room];

  /** The telephone is a kindness: without it the page still says where to go. */
  #clinic = createLoad(this, (tuo, signal) => tuo.help.clinic({ signal }).catch(() => null));

  protected override view() {
    const words = this.language.words("adhesion", adhesion);
    const { name, phone = null, hours = null } = this.#clinic.data ?? {};
    return html`
      <div class="no-adhesion">
        <h3>${info} ${words.title}</h3>
        <p>${words.why}</p>
        <p>${words.todo}</p>
        ${phone
          ? html`<p>${name}. ${words.call} <a href=${dial(phone)}>${phone}</a>${
            hours ? ` (${hours})` : nothing
          }</p>`
          : nothing}
      </div>
    `;
  }
}
