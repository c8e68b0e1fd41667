import type { Document, TuoDossier } from "@tuodossier/sdk";
import { html, type TemplateResult } from "lit";
import type { TuoStudyOpenEvent } from "./documents.events.ts";
import { fileName } from "./name.ts";

/** What takes the list's place; `client` is the one of the list, null where it has the page's. */
interface ViewOptions {
  readonly client: TuoDossier | null;
  readonly onClose: (event: Event) => void;
}

export const reportView = (
  options: ViewOptions & {
    readonly document: Document;
    readonly heading: string;
    readonly read: (signal: AbortSignal) => Promise<Blob>;
  },
): TemplateResult =>
  html`
    <tuo-report
      .client=${options.client}
      .heading=${options.heading}
      .fileName=${fileName(options.document)}
      .source=${options.read}
      @tuo-report-close=${options.onClose}
    ></tuo-report>
  `;

export const studiesView = (
  options: ViewOptions & {
    readonly document: Document;
    readonly from: string;
    readonly onOpen: (event: TuoStudyOpenEvent) => void;
  },
): TemplateResult =>
  html`
    <tuo-studies
      .client=${options.client}
      .documentId=${options.document.id}
      .from=${options.from}
      .facility=${options.document.facility.name}
      @tuo-study-open=${options.onOpen}
      @tuo-studies-close=${options.onClose}
    ></tuo-studies>
  `;

export const viewerView = (options: ViewOptions & { readonly studyId: string }): TemplateResult =>
  html`
    <tuo-viewer
      .client=${options.client}
      study-id=${options.studyId}
      @tuo-viewer-close=${options.onClose}
    ></tuo-viewer>
  `;
