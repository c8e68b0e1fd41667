import { register } from "../register.ts";
import { TuoStudies } from "./studies.ts";

register("tuo-studies", TuoStudies);

declare global {
  interface HTMLElementTagNameMap {
    "tuo-studies": TuoStudies;
  }
}
