/** What the demo is seeded with: patients, and the files the product's own import reads. */
import type { Enrolment } from "@tuodossier/sdk/contract";

/** A file of a patient: path relative, `/` between its parts. */
export interface SeedFile {
  readonly path: string;
  readonly bytes: Uint8Array;
}

export interface SeedPatient {
  /** For developers: the situation this patient shows. */
  readonly note: string;
  readonly enrolment: Enrolment;
  readonly password: string;
  /** True: `password` is good for one sign-in, at which a new one must be chosen. */
  readonly firstAccess: boolean;
  /** Made while being read, the same bytes every time. */
  files(): Generator<SeedFile>;
}
