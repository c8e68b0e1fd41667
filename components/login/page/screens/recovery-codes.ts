import { html, nothing } from "lit";
import { authenticator } from "../../../i18n/it/authenticator.ts";
import { button } from "../../../ui/button.ts";
import { alert, download, print } from "../../../ui/icons.ts";
import { saveBlob } from "../../../ui/save.ts";
import { copyText } from "../copy.ts";
import { panel } from "../form.ts";
import { authenticatorStyles } from "../authenticator.css.ts";
import type { Page, Screen } from "../screen.ts";

/** Codes for when the telephone is lost, shown this once. */
export function recoveryCodesScreen(
  page: Page,
  options: { codes: readonly string[]; clinic: string; saved: () => void },
): Screen {
  const { codes, clinic } = options;
  let copied: boolean | null = null;
  let leaving = false;

  return {
    styles: authenticatorStyles,
    focus: "h1",
    stay() {
      leaving = true;
      page.redraw();
    },
    view() {
      const words = page.words("authenticator", authenticator);
      const copy = async () => {
        copied = null;
        page.redraw();
        copied = await copyText(codes.join("\n"));
        page.redraw();
      };
      const save = () => {
        const text = [words.codesFile(clinic), "", ...codes, "", words.codesOnce, ""].join("\r\n");
        saveBlob(new Blob([text], { type: "text/plain" }), words.codesName);
      };
      return panel(page, {
        title: words.codesTitle,
        body: html`
          <p>${words.codesLead}</p>
          <p class="for-paper">${words.codesFile(clinic)}</p>
          <ul class="codes" translate="no">${codes.map((code) => html`<li>${code}</li>`)}</ul>
          <p class="muted">${words.codesOnce}</p>
          <div class="buttons">
            ${button({ label: words.copy, look: "small", onClick: () => void copy() })} ${button({
              label: words.save,
              icon: download,
              look: "small",
              onClick: save,
            })} ${button({
              label: words.print,
              icon: print,
              look: "small",
              onClick: () => globalThis.print(),
            })}
          </div>
          <p class="muted" role="status">${copied === null ? "" : copied ? words.copied : words.uncopied}</p>
        `,
        acts: html`${
          leaving
            ? html`<p class="wrong" role="alert">${alert} <span>${words.codesUnsaved}</span></p>`
            : nothing
        } ${button({ label: words.codesSaved, look: "primary", onClick: options.saved })}`,
      });
    },
  };
}
