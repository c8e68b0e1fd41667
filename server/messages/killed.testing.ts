/** A portal whose gateway never answers: it tells, a line each, what it has promised to send. */
import { openData } from "../data.ts";
import { sendSms } from "./send.ts";

const [data] = Deno.args;
const gateways = { sms: { send: () => new Promise<never>(() => {}), readReceipt: () => null }, mail: null };
const clinics = await openData({ data, masterKey: null, baseUrl: "http://localhost:1", gateways }, Date.now);
const [first] = await clinics.all();
const tenant = first ?? await clinics.add({ name: "Uno", origins: [] });
for (;;) {
  const text = crypto.randomUUID();
  await sendSms(tenant, { to: "+393330000001", text });
  Deno.stdout.writeSync(new TextEncoder().encode(`${text}\n`));
}
