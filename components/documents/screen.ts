import type { Document } from "@tuodossier/sdk";
import type { Act } from "./actions.ts";

/** What stands in the element's place; one at a time. */
export type Screen =
  | { readonly name: "list" }
  | { readonly name: "report"; readonly document: Document }
  | { readonly name: "studies"; readonly document: Document }
  | {
    readonly name: "viewer";
    readonly document: Document;
    readonly studyId: string;
    /** Where closing leads to. */
    readonly back: "list" | "studies";
  };

export const listScreen: Screen = { name: "list" };

/** The act whose button opened a screen: the focus returns to it. */
export const actOf = (screen: Screen): Act => screen.name === "report" ? "view" : "images";

/** What stands over the list until the next act. */
export interface Notice {
  readonly text: string;
  readonly wrong: boolean;
  /** The document as it is now: undoing puts it back. */
  readonly undo: Document | null;
}

/** What a row's button does. */
export type Action = (document: Document) => Promise<void>;
