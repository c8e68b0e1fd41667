import { register } from "../register.ts";
import { TuoHelp } from "./help.ts";

register("tuo-help", TuoHelp);
