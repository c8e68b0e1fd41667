import type { Context } from "hono";
import { plainAddress } from "./address-block.ts";
import type { Env } from "./env.ts";

/** The address a request comes from; `unknown` where no listener says. */
export const addressOf = (c: Context<Env>): string =>
  clientAddress({
    peer: c.env?.peer ?? "unknown",
    forwardedFor: c.req.header("X-Forwarded-For") ?? "",
    trusted: c.var.services.trustedProxies ?? [],
  });

/**
 * The peer itself, or whom a trusted proxy names. Read from the end, because only what our own proxies wrote
 * there is true.
 *
 * @example
 * ```ts
 * import { clientAddress } from "./client-address.ts";
 * const facts = { peer: "10.0.0.1", forwardedFor: "6.6.6.6, 192.0.2.7", trusted: ["10.0.0.1"] };
 * if (clientAddress(facts) !== "192.0.2.7") throw new Error("the first hop is the sender's own word");
 * ```
 */
export function clientAddress(
  facts: { peer: string; forwardedFor: string; trusted: readonly string[] },
): string {
  const hops = facts.forwardedFor.split(",").map((hop) => plainAddress(hop.trim())).filter((hop) =>
    hop !== ""
  );
  const trusted = facts.trusted.map(plainAddress);
  let address = plainAddress(facts.peer);
  while (trusted.includes(address) && hops.length > 0) address = hops.pop()!;
  return address;
}
