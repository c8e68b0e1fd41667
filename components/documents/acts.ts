import type { Document, TuoDossier, TuoError } from "@tuodossier/sdk";
import { nothing } from "lit";
import type { TuoElement } from "../element.ts";
import { loadElement } from "../elements.ts";
import { followHistory } from "../history.ts";
import { documents } from "../i18n/it/documents.ts";
import type { Language } from "../i18n/language.ts";
import { saveBlob } from "../ui/save.ts";
import { type Act, actId } from "./actions.ts";
import {
  TuoDocumentOpenedEvent,
  TuoDocumentOpenEvent,
  TuoStudyOpenedEvent,
  TuoStudyOpenEvent,
} from "./documents.events.ts";
import { documentName, fileName } from "./name.ts";
import { createObscuring, type Obscuring } from "./obscuring.ts";
import { reportView, studiesView, viewerView } from "./screen-views.ts";
import { type Action, actOf, depthOf, listScreen, type Screen } from "./screen.ts";

/** The list as its acts see it. */
export interface ActsHost {
  readonly element: TuoElement & { screen: Screen };
  readonly language: Language;
  tuo(): TuoDossier | null;
  report(error: TuoError): void;
  /** For who listens. */
  say(text: string): void;
  /** Puts the document as it is now in its row. */
  replace(document: Document): void;
  /** Reads the list again. */
  reload(): Promise<void>;
  /** Does it, and tells what went wrong where it was asked for. */
  attempt(document: Document, act: Act, action: Action): Promise<void>;
}

export interface Acts {
  readonly run: Readonly<Record<Act, Action>>;
  readonly obscuring: Obscuring;
  /** What stands in the list's place. */
  view(): unknown;
}

/** All that a row's buttons do, and the screens they open: fetched when the first is pressed. */
export function createActs(host: ActsHost): Acts {
  const { element } = host;
  const obscuring = createObscuring(host);
  const words = () => host.language.words("documents", documents);
  const read = (document: Document) => host.replace({ ...document, unread: false });

  const showStudies = async (document: Document, from = "") => {
    await import("./studies.define.ts");
    element.screen = { name: "studies", document, from };
  };

  /** Null where it cannot be shown yet: then "Studi immagine" says why. */
  const onlyStudy = async ({ id }: Document) => {
    const { items } = await host.tuo()!.imaging.studies(id);
    return items.length === 1 && items[0].state === "available" ? items[0].id : null;
  };

  const showStudy = async (document: Document, studyId: string, back: "list" | "studies") => {
    await loadElement("tuo-viewer");
    element.screen = { name: "viewer", document, studyId, back };
    element.dispatchEvent(new TuoStudyOpenedEvent(document.id, studyId));
  };

  /** From "Studi immagine", whose own event the page may have cancelled. */
  const chosen = (event: TuoStudyOpenEvent) => {
    const { screen } = element;
    if (screen.name !== "studies") return;
    // The page hears the event after this element: it decides before the viewer opens.
    queueMicrotask(() => {
      if (event.defaultPrevented) return;
      host.attempt(screen.document, "images", (document) => showStudy(document, event.studyId, "studies"));
    });
  };

  const back = async () => {
    const { screen } = element;
    if (screen.name === "list") return;
    if (screen.name === "viewer" && screen.back === "studies") {
      return showStudies(screen.document, screen.studyId);
    }
    element.screen = listScreen;
    await element.updateComplete;
    const opener = actId(screen.document.id, actOf(screen));
    element.renderRoot.querySelector<HTMLElement>(`#${opener}`)?.focus();
  };

  const onClose = (event: Event) => {
    event.stopPropagation();
    back();
  };

  followHistory(element, { depth: () => depthOf(element.screen), back });

  return {
    obscuring,
    run: {
      async view(document) {
        if (!element.dispatchEvent(new TuoDocumentOpenEvent(document.id))) return;
        await import("./report/report.define.ts");
        element.screen = { name: "report", document };
        read(document);
        element.dispatchEvent(new TuoDocumentOpenedEvent(document.id));
      },
      async download(document) {
        saveBlob(await host.tuo()!.documents.content(document.id), fileName(document));
        read(document);
      },
      async print(document) {
        host.say(words().printing);
        const [{ printPdf }, blob] = await Promise.all([
          import("./report/report.define.ts"),
          host.tuo()!.documents.content(document.id),
        ]);
        read(document);
        await printPdf(blob, element.renderRoot);
      },
      async obscure(document) {
        obscuring.ask(document);
      },
      async images(document) {
        const one = document.studies === 1 ? await onlyStudy(document) : null;
        if (!one) return showStudies(document);
        if (element.dispatchEvent(new TuoStudyOpenEvent(document.id, one))) {
          await showStudy(document, one, "list");
        }
      },
    },
    view() {
      const { screen, client } = element;
      switch (screen.name) {
        case "list":
          return nothing;
        case "report": {
          const { document } = screen;
          return reportView({
            client,
            document,
            heading: documentName(document, words(), host.language.tag),
            read: (signal) => host.tuo()!.documents.content(document.id, { signal }),
            onClose,
          });
        }
        case "studies":
          return studiesView({ ...screen, client, onOpen: chosen, onClose });
        case "viewer":
          return viewerView({ ...screen, client, onClose });
      }
    },
  };
}
