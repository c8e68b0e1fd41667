/** Which file goes into which volume. */
import type { VolumeSize } from "@tuodossier/sdk/contract";
import type { MediumInstance, MediumReport, MediumSeries, MediumStudy } from "./medium.ts";
import { branch, leaf, shareOut, type Tree, VOLUME_BYTES } from "./volumes.ts";

/** A study to take home, by its id in our database. */
export interface SourceStudy extends MediumStudy {
  readonly id: string;
}

export interface SourceReport extends MediumReport {
  /** The document's id. */
  readonly id: string;
}

export interface VolumeContents {
  readonly reports: readonly SourceReport[];
  readonly studies: readonly SourceStudy[];
}

type Leaf =
  | { readonly report: SourceReport }
  | { readonly instance: MediumInstance; readonly series: MediumSeries; readonly study: SourceStudy };

/**
 * Volumes in order, reports first. Objects of one UID with different bytes never share a file-set, in which
 * a UID means one object (PS3.10 §8.5): the second of each goes into volumes of their own.
 */
export function planVolumes(contents: VolumeContents, size: VolumeSize): VolumeContents[] {
  const volumes = rounds(contents).flatMap(({ reports, studies }) => {
    const trees: Tree<Leaf>[] = [
      ...reports.map((report) => leaf<Leaf>({ report }, report.file.bytes)),
      ...studies.map((study) => branch(study.series.map((series) => seriesTree(study, series)))),
    ];
    return shareOut(trees, VOLUME_BYTES[size]);
  });
  return volumes.map(gathered);
}

const seriesTree = (study: SourceStudy, series: MediumSeries): Tree<Leaf> =>
  branch(series.instances.map((instance) => {
    const record = JSON.stringify(instance.keys).length;
    return leaf<Leaf>({ instance, series, study }, instance.file.bytes + record);
  }));

/** The first object of each UID, then the second of each, and so on. */
function rounds({ reports, studies }: VolumeContents): VolumeContents[] {
  const met = new Map<string, number>();
  const leaves = leavesOf(studies).map((one) => {
    const round = met.get(one.instance.sopInstanceUid) ?? 0;
    met.set(one.instance.sopInstanceUid, round + 1);
    return { round, one };
  });
  const later = [...Map.groupBy(leaves, ({ round }) => round).entries()].sort(([a], [b]) => a - b)
    .map(([, ofRound]) => gathered(ofRound.map(({ one }) => one)));
  const [first = { reports: [], studies: [] }, ...others] = later;
  return [{ ...first, reports }, ...others];
}

const leavesOf = (studies: readonly SourceStudy[]) =>
  studies.flatMap((study) =>
    study.series.flatMap((series) => series.instances.map((instance) => ({ instance, series, study })))
  );

/** Leaves back in their series and studies. */
function gathered(leaves: readonly Leaf[]): VolumeContents {
  const images = leaves.filter((one) => "instance" in one);
  const studies = [...Map.groupBy(images, ({ study }) => study.id).values()].map((ofStudy) => ({
    ...ofStudy[0].study,
    series: [...Map.groupBy(ofStudy, ({ series }) => series).entries()].map(([series, ofSeries]) => ({
      ...series,
      instances: ofSeries.map(({ instance }) => instance),
    })),
  }));
  return { reports: leaves.flatMap((one) => "report" in one ? [one.report] : []), studies };
}
