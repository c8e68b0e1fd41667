import { register } from "../register.ts";
import { TuoArchive } from "./archive.ts";

register("tuo-archive", TuoArchive);
