import type { viewer as words } from "../i18n/it/viewer.ts";
import type { ImageFault } from "./engine/faults.ts";
import type { Slide } from "./engine/slides.ts";

/** Why an image is not on the screen, in words. */
export function faultSentence(fault: ImageFault, slide: Slide, text: typeof words): string {
  if (fault.code === "not-an-image") return text.notAnImage(text.kinds[slide.instance.kind]);
  if (fault.code === "syntax-unsupported") return text.syntaxUnsupported(fault.subject);
  if (fault.code === "pixels-unsupported") return text.pixelsUnsupported(fault.subject);
  return text.faults[fault.code];
}
