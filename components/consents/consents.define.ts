import { register } from "../register.ts";
import { TuoConsents } from "./consents.ts";

register("tuo-consents", TuoConsents);
