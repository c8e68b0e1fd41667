import { register } from "../register.ts";
import { TuoProfile } from "./profile.ts";

register("tuo-profile", TuoProfile);
