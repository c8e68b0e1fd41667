import type { Study } from "@tuodossier/sdk/contract";
import type { Tenant } from "../tenant.ts";
import { seriesOfStudies, type SeriesRow, type StudyQuery, type StudyRow, studyRows } from "./store.ts";

/** Studies as the contract has them, newest first. Who may see their documents is the caller's to ask. */
export async function findStudies(tenant: Tenant, query: StudyQuery): Promise<Study[]> {
  const rows = await studyRows(tenant.db, query);
  const series = await seriesOfStudies(tenant.db, rows.map(({ id }) => id));
  const byStudy = Map.groupBy(series, ({ studyId }) => studyId);
  return rows.map((row) => studyOf(row, byStudy.get(row.id) ?? []));
}

function studyOf({ documentId: _, ...row }: StudyRow, series: readonly SeriesRow[]): Study {
  return {
    ...row,
    state: "available",
    modalities: [...new Set(series.map(({ modality }) => modality))].filter((modality) => modality !== ""),
    series: series.map(({ id, modality, number, description, instances, frames }) => ({
      id,
      modality,
      number,
      description,
      instances,
      frames,
    })),
    bytes: series.reduce((sum, { bytes }) => sum + bytes, 0),
  };
}
