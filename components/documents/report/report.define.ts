import { register } from "../../register.ts";
import { TuoReport } from "./report.ts";

register("tuo-report", TuoReport);
export { printPdf } from "./print.ts";
export { TuoReport };

declare global {
  interface HTMLElementTagNameMap {
    "tuo-report": TuoReport;
  }
}
