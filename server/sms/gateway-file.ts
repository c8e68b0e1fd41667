import * as v from "valibot";
import { openOutgoing } from "../outgoing/outgoing.ts";
import { HttpGateway, httpGateway } from "./http.ts";
import { SkebbyGateway, skebbyGateway } from "./skebby.ts";
import type { SmsGateway } from "./sms.ts";

const GatewayFile = v.variant("kind", [
  HttpGateway,
  SkebbyGateway,
]);

/**
 * The gateway that a JSON file describes.
 * @throws {Error} with a sentence that names what is at fault in it; never its values, some of which are secret.
 */
export async function openSmsGateway(path: string): Promise<SmsGateway> {
  const text = await Deno.readTextFile(path).catch((cause) => {
    throw new Error(`The SMS gateway's file ${path} cannot be read`, { cause });
  });
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    throw new Error(`The SMS gateway's file ${path} is not JSON`);
  }
  const result = v.safeParse(GatewayFile, json);
  if (!result.success) {
    const [issue] = result.issues;
    const member = issue.path?.map(({ key }) => String(key)).join(".") ?? "";
    const kinds = member === "kind" ? ': it has to be "http" or "skebby"' : "";
    throw new Error(`The SMS gateway's file ${path} is not usable: look at ${member || "its form"}${kinds}`);
  }
  const config = result.output;
  const outgoing = openOutgoing(config);
  return config.kind === "http" ? httpGateway(config, outgoing) : skebbyGateway(config, outgoing);
}
