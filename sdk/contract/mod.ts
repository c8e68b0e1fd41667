/** The API as schemas, one room a file. The server validates with them; the SDK takes only their types. */
export * from "./accesses.ts";
export * from "./archive.ts";
export * from "./auth.ts";
export * from "./clinic.ts";
export * from "./consents.ts";
export * from "./documents.ts";
export * from "./help.ts";
export * from "./imaging.ts";
export * from "./problems.ts";
export * from "./profile.ts";
export * from "./values.ts";
