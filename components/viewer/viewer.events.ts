import { TuoEvent } from "../events.ts";

/** `tuo-viewer-opened`: the first image of a study is on the screen. */
export class TuoViewerOpenedEvent extends TuoEvent {
  static readonly type = "tuo-viewer-opened";

  constructor(readonly studyId: string) {
    super(TuoViewerOpenedEvent.type);
  }
}

/** `tuo-viewer-close`: the patient closed the images. Prevented, the viewer stays open. */
export class TuoViewerCloseEvent extends TuoEvent {
  static readonly type = "tuo-viewer-close";

  constructor(readonly studyId: string) {
    super(TuoViewerCloseEvent.type, { cancelable: true });
  }
}

/** `tuo-viewer-export`: the patient wants to take the study home. Prevented, the page opens its own export. */
export class TuoViewerExportEvent extends TuoEvent {
  static readonly type = "tuo-viewer-export";

  constructor(readonly studyId: string) {
    super(TuoViewerExportEvent.type, { cancelable: true });
  }
}

declare global {
  interface HTMLElementEventMap {
    "tuo-viewer-opened": TuoViewerOpenedEvent;
    "tuo-viewer-close": TuoViewerCloseEvent;
    "tuo-viewer-export": TuoViewerExportEvent;
  }
}
