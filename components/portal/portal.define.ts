import { register } from "../register.ts";
import { TuoPortal } from "./portal.ts";

register("tuo-portal", TuoPortal);

export { TuoPortal };

declare global {
  interface HTMLElementTagNameMap {
    "tuo-portal": TuoPortal;
  }
}
