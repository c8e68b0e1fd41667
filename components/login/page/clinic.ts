import { html, nothing } from "lit";

/** What the portal wrote into the page: its clinic, as everybody may know it. */
export interface ClinicFacts {
  readonly name: string;
  readonly phone: string | null;
  /** When the telephone is answered, as the clinic writes it. */
  readonly hours: string | null;
  /** The name of the clinic's identity provider. */
  readonly signInWith: string | null;
  /** Where its patients sign in. */
  readonly signInUrl: string;
  /** The exact origins its pages live on. */
  readonly origins: readonly string[];
  /** Beginnings of the telephones that take its SMS. */
  readonly smsPrefixes: readonly string[];
}

/** From the attribute that the server writes (`server/auth/page.ts`). */
export const readClinic = (): ClinicFacts => JSON.parse(document.body.dataset.clinic!);

/** The clinic's telephone, to be called at a touch. */
export const telephone = ({ phone, hours }: ClinicFacts) =>
  phone
    ? html`
      <p class="call">
        <a class="phone" href="tel:${phone.replace(/[^\d+]/g, "")}" target="_top">${phone}</a>
        ${hours ? html`<span class="muted">${hours}</span>` : nothing}
      </p>
    `
    : nothing;
