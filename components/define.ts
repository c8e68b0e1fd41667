/**
 * Registers every element. Importing it twice, or next to another copy, changes nothing.
 * @module
 */
export { defaultClient, setDefaultClient } from "./context.ts";
export { TuoErrorEvent } from "./events.ts";
