import * as v from "valibot";
import { GatewayError } from "../messages/message.ts";
import type { Outgoing } from "../outgoing/outgoing.ts";
import { answerOf } from "./answer.ts";
import type { SmsGateway, SmsReport } from "./sms.ts";
import { filledForm, filledHeader, filledJson, filledUrl, valueNames } from "./template.ts";

const Pattern = v.pipe(
  v.string(),
  v.check((source) => {
    try {
      return Boolean(new RegExp(source));
    } catch {
      return false;
    }
  }, "it has to be a regular expression"),
);
/** Braces are for places only: a misspelt one would be sent to people. */
const Template = v.pipe(
  v.string(),
  v.check(
    (text) =>
      [...text.matchAll(/\{(\w+)\}/g)].every(([, name]) => (valueNames as readonly string[]).includes(name)),
    `places are ${valueNames.map((name) => `{${name}}`).join(" ")}`,
  ),
);

/** `TUO_SMS_GATEWAY` of `"kind": "http"`: the request, what a good answer is, what reports say. */
export const HttpGateway = v.strictObject({
  kind: v.literal("http"),
  url: Template,
  method: v.optional(v.picklist(["POST", "GET", "PUT"]), "POST"),
  headers: v.optional(v.record(v.string(), Template), {}),
  /** One of them, or none: JSON of any form whose texts are templates, or the fields of a form. */
  json: v.optional(v.unknown()),
  form: v.optional(v.record(v.string(), Template)),
  /** Besides a status of 2xx, the answer's body has to match; the first group is the message's name there. */
  success: v.optional(Pattern),
  /** Statuses that mean this very message, which is then not tried again. */
  refusedStatuses: v.optional(v.array(v.pipe(v.number(), v.integer())), [400, 413, 422]),
  /** Where a report has its word (`status`, `results.0.status`), and what the word means. */
  receipt: v.optional(v.strictObject({
    field: v.pipe(v.string(), v.minLength(1)),
    delivered: Pattern,
    failed: Pattern,
  })),
  privateHosts: v.optional(v.array(v.string()), []),
  plainHttpHosts: v.optional(v.array(v.string()), []),
});
export type HttpGateway = v.InferOutput<typeof HttpGateway>;

/** Any gateway that takes one HTTP request a message. */
export function httpGateway(config: HttpGateway, outgoing: Outgoing): SmsGateway {
  const { url, method, headers, json, form, success, refusedStatuses, receipt } = config;
  return {
    async send({ id, to, text, sender, receiptUrl }) {
      const values = { id, to, digits: to.slice(1), text, sender, callback: receiptUrl };
      const type = json === undefined ? "application/x-www-form-urlencoded" : "application/json";
      const body = json === undefined
        ? form && filledForm(form, values)
        : JSON.stringify(filledJson(json, values));
      const filledHeaders = Object.entries(headers).map((
        [name, value],
      ) => [name, filledHeader(value, values)]);
      const { status, words } = await answerOf(outgoing, {
        url: filledUrl(url, values),
        method,
        headers: {
          ...(body === undefined ? {} : { "Content-Type": type }),
          ...Object.fromEntries(filledHeaders),
        },
        body,
      });
      if (refusedStatuses.includes(status)) {
        throw new GatewayError("refused", `The SMS gateway refused a message (status ${status})`, words);
      }
      if (status < 200 || status > 299) {
        throw new GatewayError("unavailable", `The SMS gateway takes nothing now (status ${status})`, words);
      }
      const match = success === undefined ? null : new RegExp(success, "s").exec(words);
      if (success !== undefined && !match) {
        throw new GatewayError(
          "unavailable",
          "The SMS gateway's answer does not say that it took the message",
          words,
        );
      }
      return { reference: match?.[1] };
    },
    readReceipt(report) {
      if (!receipt) return null;
      const word = wordAt(report, receipt.field);
      if (word === null) return null;
      if (new RegExp(receipt.delivered).test(word)) return "delivered";
      return new RegExp(receipt.failed).test(word) ? "failed" : null;
    },
  };
}

/** `a.0.b` in JSON; in a query or form a field's name is one, dots and all. */
function wordAt(report: SmsReport, field: string): string | null {
  let found: unknown = report;
  if (Object.hasOwn(report, field)) found = report[field];
  else {
    for (const step of field.split(".")) {
      found = typeof found === "object" && found !== null && Object.hasOwn(found, step)
        ? (found as Record<string, unknown>)[step]
        : undefined;
    }
  }
  return typeof found === "string" || typeof found === "number" ? String(found) : null;
}
