import { isOrigin } from "@tuodossier/sdk/contract";
import * as v from "valibot";

const Line = v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(200));

/** A clinic's own identity provider (OpenID Connect Core 1.0): a gateway to SPID and CIE, Keycloak, … */
export const OidcProvider = v.strictObject({
  /** What the patient reads on the button. */
  label: v.pipe(Line, v.maxLength(60)),
  /** As in its discovery document, and in `iss`. */
  issuer: v.pipe(v.string(), v.url(), v.maxLength(300)),
  clientId: Line,
  clientSecret: v.nullable(v.pipe(v.string(), v.maxLength(300))),
  scopes: v.optional(v.array(Line), ["openid"]),
  /** `acr` values that count as a second factor; for any other a code is asked for. */
  strongAcr: v.optional(v.array(Line), []),
  /** The claim with the codice fiscale, where this provider is trusted for it. */
  codiceFiscaleClaim: v.optional(v.nullable(Line), null),
  /** Signed (`TINIT-…`) or plain; only these algorithms are taken. */
  algorithms: v.optional(v.array(v.picklist(["RS256", "PS256", "ES256", "EdDSA"])), ["RS256", "ES256"]),
});

/** What a clinic may choose; everything has a default. */
export const ClinicSettings = v.strictObject({
  /** Country codes SMS may go to. */
  smsPrefixes: v.optional(v.array(v.pipe(v.string(), v.regex(/^\+\d{1,6}$/))), ["+39"]),
  /** SMS a day, all of them together. */
  smsDailyBudget: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0)), 1000),
  /** Sender as the telephone shows it: 11 letters and digits at most (3GPP TS 23.040 §9.1.2.5), or a number. */
  smsSender: v.optional(v.nullable(v.pipe(v.string(), v.regex(/^(?:[A-Za-z0-9 ]{1,11}|\+\d{6,15})$/))), null),
  /** Lets the clinic's own pages send credentials to the API, out of the portal's page. */
  credentialsFromOrigins: v.optional(v.boolean(), false),
  /** An export needs a recent sign-in too. */
  stepUpForExport: v.optional(v.boolean(), false),
  oidc: v.optional(v.nullable(OidcProvider), null),
  /** Hosts on private networks, or without TLS, that this clinic's addresses may name. */
  privateHosts: v.optional(v.array(Line), []),
  plainHttpHosts: v.optional(v.array(Line), []),
  /** Where patients sign in: the page a letter leads to; the first of the clinic's sites by default. */
  signInUrl: v.optional(
    v.nullable(
      v.pipe(
        v.string(),
        v.maxLength(500),
        v.check((url) => URL.canParse(url) && isOrigin(new URL(url).origin)),
      ),
    ),
    null,
  ),
  /** The printed access page. */
  accessPage: v.optional(
    v.strictObject({
      /** The form's own code, e.g. `MOD-12`. */
      formCode: v.optional(v.nullable(v.pipe(Line, v.maxLength(40))), null),
      revision: v.optional(v.nullable(v.pipe(Line, v.maxLength(20))), null),
      updatedOn: v.optional(v.nullable(v.pipe(v.string(), v.isoDate())), null),
      /** PNG in base64, 200 kB at most. */
      logo: v.optional(v.nullable(v.pipe(v.string(), v.base64(), v.maxLength(280_000))), null),
    }),
    {},
  ),
});

export type OidcProvider = v.InferOutput<typeof OidcProvider>;
export type ClinicSettings = v.InferOutput<typeof ClinicSettings>;

/** @throws {Error} with a sentence that names the setting at fault. */
export function readSettings(given: unknown): ClinicSettings {
  const result = v.safeParse(ClinicSettings, given);
  if (result.success) return result.output;
  const path = result.issues[0].path?.map(({ key }) => String(key)).join(".") ?? "";
  throw new Error(`The setting ${path || "given"} is not usable`);
}
