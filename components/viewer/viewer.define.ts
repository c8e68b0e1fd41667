import { register } from "../register.ts";
import { TuoViewer } from "./viewer.ts";

register("tuo-viewer", TuoViewer);

declare global {
  interface HTMLElementTagNameMap {
    "tuo-viewer": TuoViewer;
  }
}
