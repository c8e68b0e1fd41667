import { type ErrandAct, type HandOverRequest, isPageOf } from "@tuodossier/sdk";

/** How the page is shown: inside the clinic's page, in a window of its own, or in its place. */
export type Mode = "frame" | "popup" | "redirect";

/** Who asked, and how the answer goes back. */
export interface Asker {
  readonly mode: Mode;
  /** The clinic's page, exactly. */
  readonly origin: string;
  /** Opaque here: it tells that page that the answer is to its own question. */
  readonly state: string;
  /** The address to go back to; null where a window waits for a message. */
  readonly returnTo: string | null;
}

export interface SignInAddress {
  readonly act: "sign-in";
  readonly asker: Asker;
  readonly handOver: HandOverRequest;
  readonly devices: readonly string[];
  /** Start at the clinic's identity provider. */
  readonly provider: boolean;
  /** The rest of the fragment: what a provider's answer brought. */
  readonly fields: URLSearchParams;
}

export interface ErrandAddress {
  readonly act: ErrandAct;
  readonly asker: Asker;
  readonly errand: string;
}

const errandActs: Readonly<Record<ErrandAct, true>> = {
  "step-up": true,
  "password": true,
  "phone": true,
  "email": true,
  "authenticator": true,
};

/**
 * What the fragment asks for; null where it is not a question of one of the clinic's own pages (`origins`):
 * a stranger's link gets no form at all.
 */
export function readAddress(
  fragment: string,
  origins: readonly string[],
): SignInAddress | ErrandAddress | null {
  const fields = new URLSearchParams(fragment.replace(/^#/, ""));
  const text = (name: string) => fields.get(name) ?? "";
  const asker = readAsker(fields, origins);
  if (!asker) return null;
  const act = text("act");
  if (Object.hasOwn(errandActs, act)) return { act: act as ErrandAct, asker, errand: text("errand") };
  return {
    act: "sign-in",
    asker,
    handOver: { origin: asker.origin, codeChallenge: text("challenge"), keyThumbprint: text("thumbprint") },
    devices: text("devices").split(",").filter((device) => device !== "").slice(0, 5),
    provider: text("provider") === "oidc",
    fields,
  };
}

function readAsker(fields: URLSearchParams, origins: readonly string[]): Asker | null {
  const origin = fields.get("origin") ?? "";
  if (!origins.includes(origin)) return null;
  const mode = fields.get("mode") ?? "frame";
  const state = fields.get("state") ?? "";
  if (mode === "frame" || mode === "popup") return { mode, origin, state, returnTo: null };
  const returnTo = fields.get("return") ?? "";
  return mode === "redirect" && isPageOf(origin, returnTo) ? { mode, origin, state, returnTo } : null;
}

/** `address` with fields added to its fragment, after what stands there. */
export function withFields(address: string, fields: Readonly<Record<string, string>>): string {
  const url = new URL(address);
  url.hash = [url.hash.slice(1), String(new URLSearchParams(fields))].filter(Boolean).join("&");
  return url.href;
}
