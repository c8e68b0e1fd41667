import type { Profile } from "@tuodossier/sdk/contract";
import { Hono } from "hono";
import { authenticatorState } from "../auth/authenticator/state.ts";
import { maskPhone } from "../auth/contacts/masks.ts";
import type { Env } from "../http/env.ts";
import { requireSession } from "../http/session.ts";
import { patientById } from "./store.ts";

/** `/v1/profile`: the signed-in patient's own data. */
export const profileRoutes = new Hono<Env>().use(requireSession).get("/", async (c) => {
  const { phone, sex, ...patient } = await patientById(c.var.tenant.db, c.var.session.patientId);
  const profile: Profile = {
    ...patient,
    sex: sex as Profile["sex"],
    maskedPhone: maskPhone(phone),
    ...await authenticatorState(c.var.tenant, patient.id),
  };
  return c.json(profile);
});
