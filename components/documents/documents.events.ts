import { TuoEvent } from "../events.ts";

/** `tuo-document-open`: a report is about to be read here; `preventDefault()` and show it yourself. */
export class TuoDocumentOpenEvent extends TuoEvent {
  constructor(readonly documentId: string) {
    super("tuo-document-open", { cancelable: true });
  }
}

/** `tuo-document-opened`: the report has taken the list's place. */
export class TuoDocumentOpenedEvent extends TuoEvent {
  constructor(readonly documentId: string) {
    super("tuo-document-opened");
  }
}

/** `tuo-study-open`: a study's images are about to be shown here; `preventDefault()` and show them yourself. */
export class TuoStudyOpenEvent extends TuoEvent {
  constructor(readonly documentId: string, readonly studyId: string) {
    super("tuo-study-open", { cancelable: true });
  }
}

/** `tuo-study-opened`: the viewer has taken the list's place. */
export class TuoStudyOpenedEvent extends TuoEvent {
  constructor(readonly documentId: string, readonly studyId: string) {
    super("tuo-study-opened");
  }
}

/** `tuo-studies-close`: "Studi immagine" is done. */
export class TuoStudiesCloseEvent extends TuoEvent {
  constructor() {
    super("tuo-studies-close");
  }
}

/** `tuo-document-obscured`: the patient has hidden a document from the professionals, or shown it again. */
export class TuoDocumentObscuredEvent extends TuoEvent {
  constructor(readonly documentId: string, readonly obscured: boolean) {
    super("tuo-document-obscured");
  }
}

declare global {
  interface HTMLElementEventMap {
    "tuo-document-open": TuoDocumentOpenEvent;
    "tuo-document-opened": TuoDocumentOpenedEvent;
    "tuo-study-open": TuoStudyOpenEvent;
    "tuo-study-opened": TuoStudyOpenedEvent;
    "tuo-studies-close": TuoStudiesCloseEvent;
    "tuo-document-obscured": TuoDocumentObscuredEvent;
  }
}
