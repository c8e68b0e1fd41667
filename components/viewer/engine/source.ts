import type { Extent, SeriesPlan, Study } from "@tuodossier/sdk";

/** Where a viewer gets its images: on line the portal, off line the files. The engine has no network of its own. */
export interface ViewerSource {
  study(signal: AbortSignal): Promise<Study>;
  plan(seriesId: string, signal: AbortSignal): Promise<SeriesPlan>;
  /** A stretch of a series' bytes, as its plan addresses them. */
  bytes(plan: SeriesPlan, extent: Extent, signal: AbortSignal): Promise<Uint8Array>;
}
