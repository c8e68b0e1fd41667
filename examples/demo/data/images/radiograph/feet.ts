/** The two projections of a foot. */
import { footFilm, type FootView } from "./foot.ts";
import type { Projection } from "./series.ts";

export function footProjections({ side, valgus, seed }: Omit<FootView, "view">): readonly Projection[] {
  const name = side === "R" ? "DX" : "SX";
  const shared = { bodyPart: "FOOT", laterality: side } as const;
  return [
    {
      ...shared,
      description: `PIEDE ${name} DORSO-PLANTARE`,
      view: "AP",
      // Rows run away from the great toe, columns from the toes to the heel.
      orientation: `${side}\\P`,
      film: () => footFilm({ side, valgus, seed, view: "dorsoplantar" }),
    },
    {
      ...shared,
      description: `PIEDE ${name} OBLIQUA`,
      view: side === "R" ? "RLO" : "LLO",
      orientation: `${side}\\P`,
      film: () => footFilm({ side, valgus, seed: seed + 1, view: "oblique" }),
    },
  ];
}
