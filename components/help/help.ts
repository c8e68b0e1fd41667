import type { ClinicCard, HelpReceipt } from "@tuodossier/sdk";
import { html, nothing, type PropertyDeclarations, type PropertyValues } from "lit";
import { TuoElement } from "../element.ts";
import { followHistory } from "../history.ts";
import { longInstant } from "../i18n/format.ts";
import { help } from "../i18n/it/help.ts";
import { ui } from "../i18n/it/ui.ts";
import { createLoad, type Load } from "../load.ts";
import { ground } from "../ui/base.css.ts";
import { button } from "../ui/button.ts";
import { buttons } from "../ui/button.css.ts";
import { fields } from "../ui/field.css.ts";
import { chevronDown, tick } from "../ui/icons.ts";
import { problem } from "../ui/problem.ts";
import { notices } from "../ui/problem.css.ts";
import { skeleton } from "../ui/skeleton.ts";
import { skeletons } from "../ui/skeleton.css.ts";
import { contacts } from "./contacts.ts";
import { type Draft, emptyDraft, type Fault, faultsAt, faultsOf, requestOf } from "./draft.ts";
import { form } from "./form.ts";
import { guideStyles, styles } from "./help.css.ts";

/**
 * The guide, frequent questions, the clinic's telephone and a request that reaches the clinic. Usable signed out.
 *
 * @summary Help, for who is signed in and for who cannot sign in.
 * @fires tuo-error - Something could not be read or sent; the element says so.
 * @cssstate loading - The clinic's telephone is being read.
 * @cssstate error - Something could not be read or sent.
 * @cssstate signed-out - Nobody is signed in; the element stays.
 */
export class TuoHelp extends TuoElement {
  static override styles = [...ground, buttons, fields, notices, skeletons, styles, guideStyles];
  static override properties: PropertyDeclarations = {
    guide: { type: Boolean, reflect: true },
    draft: { state: true },
    faults: { state: true },
    sessionOver: { state: true },
  };

  /** Shows the guide in place of the help. */
  declare guide: boolean;
  /** @internal What is being typed. */
  declare draft: Draft;
  /** @internal What kept it from being sent. */
  declare faults: readonly Fault[];
  /** @internal The session ended under the request. */
  declare sessionOver: boolean;

  protected override readonly needsSession = false;

  #clinic = createLoad(this, (tuo, signal) => tuo.help.clinic({ signal }), { manual: true });
  #request = createLoad(this, (tuo, signal) => tuo.help.request(requestOf(this.draft), { signal }), {
    manual: true,
  });
  /** Fetched when it is opened, for its weight. */
  #guide = createLoad(this, async () => (await import("./guide.ts")).guide, { manual: true });
  #sending = false;
  /** What takes the focus as soon as it is there. */
  #next: string | null = null;

  constructor() {
    super();
    this.guide = false;
    this.draft = emptyDraft;
    this.faults = [];
    this.sessionOver = false;
    followHistory(this, { depth: () => this.guide ? 1 : 0, back: () => this.#closeGuide() });
  }

  override connectedCallback(): void {
    super.connectedCallback();
    addEventListener("keydown", this.#press);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    removeEventListener("keydown", this.#press);
  }

  /** What is typed outlives the session's end while it is being typed or sent. */
  protected override clear(): void {
    this.sessionOver = this.#sending;
    const typing = this.shadowRoot?.activeElement?.closest("form");
    if (!this.#sending && !typing) this.draft = emptyDraft;
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    this.#want(this.#clinic);
    if (this.guide) this.#want(this.#guide);
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    if (changed.get("guide") !== undefined) this.#next = this.guide ? "#guide" : "#open-guide";
    if (!this.#next || !this.renderRoot.querySelector(this.#next)) return;
    this.#focus(this.#next);
    this.#next = null;
  }

  #want({ data, pending, error, reload }: Load<unknown>): void {
    if (this.isConnected && this.tuo && !data && !pending && !error) void reload();
  }

  protected override view() {
    const words = this.#words;
    if (this.guide) {
      return this.loaded(this.#guide, {
        skeleton: () => skeleton(5, this.language.words("ui", ui).loading),
        content: (guide) =>
          guide({
            language: this.language,
            onBack: this.#closeGuide,
            onGo: (id) => this.#focus(`#guide-${id}`),
          }),
      });
    }
    return html`
      <div class="help">
        <header>
          <h2>${words.title}</h2>
          <p class="muted">${words.lead}</p>
        </header>
        <div class="ways">
          ${this.loaded(this.#clinic, {
            skeleton: () => skeleton(2, words.desk),
            content: (clinic: ClinicCard) => contacts(clinic, words),
          })}
          <section aria-labelledby="guide-card">
            <h3 id="guide-card">${words.guide}</h3>
            <p>${words.guideLead}</p>
            ${button({ id: "open-guide", label: words.openGuide, onClick: () => this.guide = true })}
          </section>
        </div>
        <section class="questions" aria-labelledby="questions">
          <h3 id="questions">${words.questions}</h3>
          ${words.asked.map(({ question, answer }) =>
            html`
              <details>
                <summary><span>${question}</span>${chevronDown}</summary>
                <div class="answer">${answer.map((text) => html`<p>${text}</p>`)}</div>
              </details>
            `
          )}
        </section>
        <section class="request" aria-labelledby="request">
          ${this.#request.data ? this.#receipt(this.#request.data) : this.#form()}
        </section>
      </div>
    `;
  }

  get #words() {
    return this.language.words("help", help);
  }

  #form() {
    const words = this.#words;
    const { error, pending } = this.#request;
    const text = this.sessionOver ? words.sessionOver : error && this.sentence(error);
    return html`
      <header>
        <h3 id="request">${words.request}</h3>
        <p class="muted">${words.requestLead}</p>
      </header>
      ${form({
        words,
        tag: this.language.tag,
        draft: this.draft,
        faults: this.faults,
        sending: pending,
        trouble: text ? problem({ text }) : nothing,
        onChange: this.#change,
        onSend: this.#send,
      })}
    `;
  }

  #receipt({ receipt, receivedAt }: HelpReceipt) {
    const words = this.#words;
    const { answerBy, contact } = requestOf(this.draft);
    return html`
      <div class="receipt">
        <h3 id="request" tabindex="-1">${tick} ${words.received}</h3>
        <p>${words.receipt} <strong class="number">${receipt}</strong></p>
        <p>${words.receivedAt(longInstant(this.language.tag, receivedAt))}
          ${answerBy === "phone" ? words.answerByPhone(contact) : words.answerByEmail(contact)}</p>
        ${button({ label: words.another, onClick: this.#another })}
      </div>
    `;
  }

  #change = (change: Partial<Draft>): void => {
    this.draft = { ...this.draft, ...change };
    // A field marked wrong is looked at again as it is mended; the others wait for the button.
    if (this.faults.length > 0) {
      this.faults = faultsOf(this.draft).filter((each) => this.faults.includes(each));
    }
  };

  #send = async (): Promise<void> => {
    this.faults = faultsOf(this.draft);
    this.sessionOver = false;
    if (this.faults.length > 0) return this.#focusFault();
    this.#sending = true;
    await this.#request.reload();
    this.#sending = false;
    if (this.#request.data) return this.#focus("#request");
    this.faults = faultsAt(this.#request.error?.pointers ?? []);
    this.#focusFault();
  };

  #another = (): void => {
    this.draft = { ...this.draft, text: "" };
    this.#request.clear();
    this.#focus("#text");
  };

  #focusFault(): void {
    if (this.faults.length > 0) this.#focus(this.faults[0] === "contact" ? "#contact" : "#text");
  }

  async #focus(selector: string): Promise<void> {
    await this.updateComplete;
    const target = this.renderRoot.querySelector<HTMLElement>(selector);
    target?.focus();
    target?.scrollIntoView({ block: "nearest" });
  }

  #closeGuide = (): void => {
    this.guide = false;
  };

  /** Escape leaves the guide, when the focus is in it or nowhere; the help itself is not ours to close. */
  #press = (event: KeyboardEvent): void => {
    if (event.key !== "Escape" || event.defaultPrevented || !this.guide) return;
    if (event.target !== document.body && !event.composedPath().includes(this)) return;
    event.preventDefault();
    this.guide = false;
  };
}

declare global {
  interface HTMLElementTagNameMap {
    "tuo-help": TuoHelp;
  }
}
