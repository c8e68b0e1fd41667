/** The UIDs of an instance, its series and its study, made up where the file has none. */
import { clipped } from "./facts.ts";
import { madeUid } from "./made-uid.ts";
import type { Part10 } from "./part-10.ts";
import { Tag } from "./tags.ts";

export interface Identifiers {
  readonly study: string;
  readonly series: string;
  readonly instance: string;
  /** Empty where the file does not say. */
  readonly sopClass: string;
  readonly made: readonly ("study" | "series" | "instance")[];
}

/**
 * UIDs of the data set, then of the meta information. A missing one is made of what tells studies and series
 * apart, so that files of one series stay together; where nothing does, of the file's own bytes.
 */
export function identifiersOf({ dataSet, meta }: Part10, bytes: Uint8Array): Identifiers {
  const fact = (tag: number) => clipped(dataSet.text(tag));
  const facts = (...tags: number[]) => tags.map(fact);
  const instance = fact(Tag.SopInstanceUid) || clipped(meta.text(Tag.MediaStorageSopInstanceUid));
  const series = fact(Tag.SeriesInstanceUid);
  const study = fact(Tag.StudyInstanceUid);
  const instanceUid = instance || madeUid(bytes);
  const marks = facts(Tag.StudyDate, Tag.StudyTime, Tag.AccessionNumber, Tag.StudyId);
  const apart = marks.some((mark) => mark !== "") ? [fact(Tag.PatientId), ...marks] : [series || instanceUid];
  const studyUid = study || madeUid(JSON.stringify(["study", ...apart]));
  const seriesMarks = facts(Tag.Modality, Tag.SeriesNumber, Tag.SeriesDescription);
  const made = { study, series, instance };
  return {
    study: studyUid,
    series: series || madeUid(JSON.stringify(["series", studyUid, ...seriesMarks])),
    instance: instanceUid,
    sopClass: fact(Tag.SopClassUid) || clipped(meta.text(Tag.MediaStorageSopClassUid)),
    made: (["study", "series", "instance"] as const).filter((name) => made[name] === ""),
  };
}
