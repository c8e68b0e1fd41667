import { login } from "../../../i18n/it/login.ts";
import { reset } from "../../../i18n/it/reset.ts";
import { button } from "../../../ui/button.ts";
import { form } from "../form.ts";
import type { Page, Screen } from "../screen.ts";
import { userField } from "../user-field.ts";

/** Asks for the link by which a password is replaced. */
export function forgottenScreen(
  page: Page,
  options: { user: string; request: (user: string) => Promise<void>; back: (user: string) => void },
): Screen {
  let { user } = options;
  let missing = false;

  return {
    focus: "#username",
    view() {
      const words = page.words("reset", reset);
      const signs = page.words("login", login);
      return form(page, {
        title: words.title,
        lead: words.lead,
        fields: userField({
          words: signs,
          label: words.user,
          value: user,
          missing,
          onInput(value) {
            [user, missing] = [value, false];
            page.redraw();
          },
        }),
        submit: words.request,
        busy: words.requesting,
        onSubmit() {
          missing = !user.trim();
          page.redraw();
          if (missing) return page.focusOn("#username");
          void page.attempt(() => options.request(user));
        },
        more: button({ label: signs.backToLogin, look: "plain", onClick: () => options.back(user) }),
      });
    },
  };
}
