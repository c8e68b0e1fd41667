import type { TuoError } from "@tuodossier/sdk";
import type { CSSResult, TemplateResult } from "lit";
import type { Catalogue, SectionName } from "../../i18n/catalogue.ts";
import type { ClinicFacts } from "./clinic.ts";

/** One screen: it holds what is typed there, and is gone with it. */
export interface Screen {
  /** What gets the focus as the screen comes. */
  readonly focus: string;
  /** Where the patient comes in: a frame offers its languages here. */
  readonly first?: boolean;
  /** What the page's own styles lack. */
  readonly styles?: CSSResult;
  view(): TemplateResult;
  /** Ends what goes on by itself. */
  leave?(): void;
  /** Keeps who presses Escape from leaving. */
  stay?(): void;
}

/** The page as its screens and flows see it. */
export interface Page {
  readonly clinic: ClinicFacts;
  /** A section's words in the page's language. */
  words<S extends SectionName>(section: S, italian: Catalogue[S]): Catalogue[S];
  /** Something was sent, and its answer is not here yet. */
  readonly busy: boolean;
  /** What went wrong with no field to say it at, over the form. */
  readonly trouble: unknown;
  show(screen: Screen): void;
  redraw(): void;
  /** Draws, and then goes there; what is wrong with it comes into view too. `select` takes its text up. */
  focusOn(selector: string, options?: { readonly select: boolean }): void;
  /** Tells over the screen, in the page's language. */
  say(text: () => string): void;
  /** One act at a time. What fails is told over the form, but for what `handle` takes upon itself. */
  attempt(act: () => Promise<void>, handle?: (error: TuoError) => boolean): Promise<void>;
}
