import type { ErrandMessage, HandOverMessage, RedirectMessage } from "@tuodossier/sdk";
import type { Theme } from "./theme.ts";

export type { RedirectMessage };

/** What the portal's page tells the page that framed or opened it, at that page's exact origin. */
export type FrameMessage =
  | { readonly type: "tuo-frame-ready" }
  | { readonly type: "tuo-frame-size"; readonly height: number }
  | RedirectMessage
  | ErrandMessage
  | HandOverMessage;

/** What the framing page tells the portal's page. */
export interface ThemeMessage {
  readonly type: "tuo-theme";
  readonly theme: Theme;
  readonly lang: string;
}
