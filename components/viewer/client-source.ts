import type { TuoDossier } from "@tuodossier/sdk";
import type { ViewerSource } from "./engine/source.ts";

/** A study on the portal, as the engine reads it. */
export const clientSource = (tuo: TuoDossier, studyId: string): ViewerSource => ({
  study: (signal) => tuo.imaging.study(studyId, { signal }),
  plan: (seriesId, signal) => tuo.imaging.plan(seriesId, { signal }),
  bytes: (plan, extent, signal) => tuo.imaging.bytes(plan, extent, { signal }),
});
