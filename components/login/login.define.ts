import { register } from "../register.ts";
import { TuoLogin } from "./login.ts";

register("tuo-login", TuoLogin);
