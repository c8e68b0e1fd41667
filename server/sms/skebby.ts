import * as v from "valibot";
import { GatewayError } from "../messages/message.ts";
import type { Outgoing } from "../outgoing/outgoing.ts";
import { answerOf } from "./answer.ts";
import type { SmsGateway } from "./sms.ts";

const Line = v.pipe(v.string(), v.minLength(1), v.maxLength(200));

/** `TUO_SMS_GATEWAY` of `"kind": "skebby"`. */
export const SkebbyGateway = v.strictObject({
  kind: v.literal("skebby"),
  userKey: Line,
  accessToken: Line,
  /** The quality: GP (with a sender of one's own), TI, SI at Skebby; others of the family have other names. */
  messageType: v.optional(Line, "GP"),
  /** Aruba SMS, for one, answers with the same API at `https://smspanel.aruba.it`. */
  base: v.optional(Line, "https://api.skebby.it"),
  privateHosts: v.optional(v.array(v.string()), []),
  plainHttpHosts: v.optional(v.array(v.string()), []),
});
export type SkebbyGateway = v.InferOutput<typeof SkebbyGateway>;

const Accepted = v.pipe(
  v.string(),
  v.parseJson(),
  v.object({ result: v.literal("OK"), order_id: v.string(), total_sent: v.pipe(v.number(), v.minValue(1)) }),
);

/**
 * Skebby, by its REST API 1.0 (developers.skebby.it, "Send an SMS message") with a user's access token: a message
 * that is taken answers 201 with its order. Tested against the protocol as it is documented, not against the
 * live service. Reports on delivery go to one address an account has there, so none are asked for here.
 */
export function skebbyGateway(config: SkebbyGateway, outgoing: Outgoing): SmsGateway {
  return {
    async send({ id, to, text, sender }) {
      const { status, words } = await answerOf(outgoing, {
        url: `${config.base}/API/v1.0/REST/sms`,
        method: "POST",
        headers: {
          "Content-Type": "application/json",
          "user_key": config.userKey,
          "Access_token": config.accessToken,
        },
        body: JSON.stringify({
          message_type: config.messageType,
          message: text,
          recipient: [to],
          ...sender === null ? {} : { sender },
          returnCredits: false,
          order_id: id,
        }),
      });
      const accepted = status === 201 && v.safeParse(Accepted, words);
      if (accepted && accepted.success) return { reference: accepted.output.order_id };
      if (status === 400) throw new GatewayError("refused", "Skebby refused a message (status 400)", words);
      const why = status === 401 || status === 404
        ? "Skebby does not know the user key or the access token"
        : "Skebby takes nothing now";
      throw new GatewayError("unavailable", `${why} (status ${status})`, words);
    },
    readReceipt: () => null,
  };
}
