import type { ClinicCard } from "@tuodossier/sdk";
import { html, nothing, type TemplateResult } from "lit";

/** A number as a telephone dials it: `0432 000 146` → `tel:0432000146`. */
export const dial = (phone: string): string => `tel:${phone.replace(/[^\d+]/g, "")}`;

/** The clinic's telephone, to be called with a touch, after `label`; nothing where the clinic gives none. */
export function desk({ phone, hours }: ClinicCard, label: string): TemplateResult | typeof nothing {
  if (!phone) return nothing;
  return html`
    <p class="desk">${label} <a class="number" href=${dial(phone)}>${phone}</a>${hours
      ? `, ${hours}`
      : ""}</p>
  `;
}
