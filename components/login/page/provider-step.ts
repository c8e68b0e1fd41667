import type { Challenge } from "@tuodossier/sdk";

/** Where a sign-in goes on that came back from the clinic's identity provider. */
export type ProviderStep =
  | { readonly step: "code"; readonly challenge: Challenge }
  | { readonly step: "new-password"; readonly challenge: string }
  | { readonly step: "link"; readonly identity: string }
  | { readonly step: "error"; readonly error: string; readonly wait: number };

const factors: readonly string[] = ["sms", "email", "authenticator"] satisfies Challenge["factor"][];

/** As the server writes it into the fragment (`server/auth/oidc/fragment.ts`); null where nobody did. */
export function readProviderStep(fields: URLSearchParams): ProviderStep | null {
  const text = (name: string) => fields.get(name) ?? "";
  const seconds = (name: string) => Math.max(0, Number(text(name)) || 0);
  switch (text("step")) {
    case "code":
      return {
        step: "code",
        challenge: {
          challenge: text("sign-in"),
          factor: factors.includes(text("factor")) ? text("factor") as Challenge["factor"] : "sms",
          sentTo: fields.get("sent"),
          resendAfter: seconds("resend"),
          expiresAt: text("expires"),
          explainSms: text("explain") === "1",
        },
      };
    case "new-password":
      return { step: "new-password", challenge: text("sign-in") };
    case "link":
      return { step: "link", identity: text("identity") };
    case "error":
      return { step: "error", error: text("error"), wait: seconds("wait") };
    default:
      return null;
  }
}
