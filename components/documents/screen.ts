import type { Document } from "@tuodossier/sdk";
import type { Act } from "./actions.ts";

/** What stands in the element's place; one at a time. */
export type Screen =
  | { readonly name: "list" }
  | { readonly name: "report"; readonly document: Document }
  | {
    readonly name: "studies";
    readonly document: Document;
    /** The study that was open, whose button the focus returns to. */
    readonly from: string;
  }
  | {
    readonly name: "viewer";
    readonly document: Document;
    readonly studyId: string;
    /** Where closing leads to. */
    readonly back: "list" | "studies";
  };

export const listScreen: Screen = { name: "list" };

/** How many screens lie over the list. */
export const depthOf = (screen: Screen): number =>
  screen.name === "list" ? 0 : screen.name === "viewer" && screen.back === "studies" ? 2 : 1;

/** The act whose button opened a screen: the focus returns to it. */
export const actOf = (screen: Screen): Act => screen.name === "report" ? "view" : "images";

/** What a row's button does. */
export type Action = (document: Document) => Promise<void>;
