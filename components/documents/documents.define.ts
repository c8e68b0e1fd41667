import { register } from "../register.ts";
import { TuoDocuments } from "./documents.ts";

register("tuo-documents", TuoDocuments);

declare global {
  interface HTMLElementTagNameMap {
    "tuo-documents": TuoDocuments;
  }
}
