/** The room's face: who a patient is, for rooms that name them. */
export { type Patient, patientByCode, patientById } from "./store.ts";
