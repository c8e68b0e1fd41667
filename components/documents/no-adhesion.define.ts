import { register } from "../register.ts";
import { TuoNoAdhesion } from "./no-adhesion.ts";

register("tuo-no-adhesion", TuoNoAdhesion);

declare global {
  interface HTMLElementTagNameMap {
    "tuo-no-adhesion": TuoNoAdhesion;
  }
}
