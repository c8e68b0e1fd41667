import type { HandOverMessage } from "@tuodossier/sdk";
import type { Theme } from "./theme.ts";

/** What the sign-in page tells the page that framed it, at that page's exact origin. */
export type FrameMessage =
  | { readonly type: "tuo-frame-ready" }
  | { readonly type: "tuo-frame-size"; readonly height: number }
  | HandOverMessage;

/** What the framing page tells the sign-in page. */
export interface ThemeMessage {
  readonly type: "tuo-theme";
  readonly theme: Theme;
  readonly lang: string;
}
