/** Short texts about the image for a viewer's corner: what was looked at, from where; never the patient. */
import type { DataSet } from "./data-set.ts";
import { clipped } from "./facts.ts";
import { Tag } from "./tags.ts";

/** Laterality, view, body part, protocol: those there are, without repetition. */
export function annotationsOf(dataSet: DataSet): string[] {
  const view = dataSet.text(Tag.ViewPosition) ||
    (dataSet.items(Tag.ViewCodeSequence)[0]?.text(Tag.CodeMeaning) ?? "");
  const texts = [
    dataSet.text(Tag.ImageLaterality) || dataSet.text(Tag.Laterality),
    view,
    dataSet.text(Tag.BodyPartExamined),
    dataSet.text(Tag.ProtocolName),
  ];
  return [...new Set(texts.map(clipped))].filter((text) => text !== "");
}
