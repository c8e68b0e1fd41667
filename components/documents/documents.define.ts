import { register } from "../register.ts";
import { TuoDocuments } from "./documents.ts";
import { TuoStudies } from "./studies.ts";

register("tuo-studies", TuoStudies);
register("tuo-documents", TuoDocuments);

export { TuoDocuments };
export * from "./documents.events.ts";

declare global {
  interface HTMLElementTagNameMap {
    "tuo-documents": TuoDocuments;
    "tuo-studies": TuoStudies;
  }
}
