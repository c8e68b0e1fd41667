/**
 * `sdk.js`: the SDK for a clinic's page that fetches it from the portal. What only the portal's own page may call
 * is not in it; an error's title comes with the answer.
 * @module
 */
export { createTuoDossier } from "./client.ts";
export { TuoError } from "./problem.ts";
export { browserKeyStore, memoryKeyStore } from "./session/key-store.ts";
