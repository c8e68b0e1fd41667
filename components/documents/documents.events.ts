import { TuoEvent } from "../events.ts";

/** `tuo-document-open`: a report is about to be read here; `preventDefault()` and show it yourself. */
export class TuoDocumentOpenEvent extends TuoEvent {
  static readonly type = "tuo-document-open";
  constructor(readonly documentId: string) {
    super(TuoDocumentOpenEvent.type, { cancelable: true });
  }
}

/** `tuo-document-opened`: the report has taken the list's place. */
export class TuoDocumentOpenedEvent extends TuoEvent {
  static readonly type = "tuo-document-opened";
  constructor(readonly documentId: string) {
    super(TuoDocumentOpenedEvent.type);
  }
}

/** `tuo-study-open`: a study's images are about to be shown here; `preventDefault()` and show them yourself. */
export class TuoStudyOpenEvent extends TuoEvent {
  static readonly type = "tuo-study-open";
  constructor(readonly documentId: string, readonly studyId: string) {
    super(TuoStudyOpenEvent.type, { cancelable: true });
  }
}

/** `tuo-study-opened`: the viewer has taken the list's place. */
export class TuoStudyOpenedEvent extends TuoEvent {
  static readonly type = "tuo-study-opened";
  constructor(readonly documentId: string, readonly studyId: string) {
    super(TuoStudyOpenedEvent.type);
  }
}

/** `tuo-studies-close`: "Studi immagine" is done. */
export class TuoStudiesCloseEvent extends TuoEvent {
  static readonly type = "tuo-studies-close";
  constructor() {
    super(TuoStudiesCloseEvent.type);
  }
}

/** `tuo-document-obscured`: the patient has hidden a document from the professionals, or shown it again. */
export class TuoDocumentObscuredEvent extends TuoEvent {
  static readonly type = "tuo-document-obscured";
  constructor(readonly documentId: string, readonly obscured: boolean) {
    super(TuoDocumentObscuredEvent.type);
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
