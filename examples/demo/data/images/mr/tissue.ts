/** Tissues and how bright each sequence shows them (1: the brightest). */

export const tissue = {
  air: 0,
  bone: 1,
  marrow: 2,
  fat: 3,
  skin: 4,
  muscle: 5,
  fluid: 6,
  grey: 7,
  white: 8,
  nuclei: 9,
  lesion: 10,
  mucosa: 11,
  flow: 12,
} as const;

export type Tissue = typeof tissue[keyof typeof tissue];

export interface Contrast {
  readonly description: string;
  /** By tissue. */
  readonly signal: readonly number[];
  /** Milliseconds. */
  readonly repetition: number;
  readonly echo: number;
  readonly inversion?: number;
  readonly scanning: string;
  readonly variant: string;
}

export const t1: Contrast = {
  description: "T1 SE",
  signal: [0, 0.04, 0.6, 0.95, 0.5, 0.36, 0.12, 0.4, 0.58, 0.47, 0.36, 0.4, 0.06],
  repetition: 520,
  echo: 12,
  scanning: "SE",
  variant: "NONE",
};

export const t2: Contrast = {
  description: "T2 TSE",
  signal: [0, 0.03, 0.35, 0.62, 0.3, 0.16, 1, 0.5, 0.33, 0.4, 0.72, 0.75, 0.02],
  repetition: 4600,
  echo: 98,
  scanning: "SE",
  variant: "SK",
};

export const flair: Contrast = {
  description: "FLAIR",
  signal: [0, 0.03, 0.3, 0.55, 0.3, 0.22, 0.05, 0.56, 0.4, 0.46, 0.95, 0.7, 0.03],
  repetition: 9000,
  echo: 110,
  inversion: 2500,
  scanning: "SE\\IR",
  variant: "SK",
};
