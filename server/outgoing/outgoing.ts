import { lookup as systemLookup } from "node:dns/promises";
import http from "node:http";
import https from "node:https";
import { isIP } from "node:net";
import { SECOND } from "../clock.ts";
import { isPublicAddress } from "./address.ts";
import { OutgoingError } from "./error.ts";
import { targetOf } from "./target.ts";

export { OutgoingError, type OutgoingReason } from "./error.ts";

export interface OutgoingRequest {
  readonly url: string;
  readonly method: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  /** Milliseconds for all of it, from the name to the last byte: 10 s by default. */
  readonly timeout?: number;
  /** Bytes an answer may have: 1 MiB by default. */
  readonly limit?: number;
}

export interface OutgoingAnswer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Uint8Array<ArrayBuffer>;
}

/** The one way to addresses that a clinic or the operator configures. */
export interface Outgoing {
  /** @throws {OutgoingError} for all that is not an answer; a status of any kind is one, redirects too. */
  request(request: OutgoingRequest): Promise<OutgoingAnswer>;
}

export interface OutgoingOptions {
  /** `host` or `host:port` that may lie on private or reserved addresses. */
  readonly privateHosts?: readonly string[];
  /** `host` or `host:port` that may be asked without TLS. */
  readonly plainHttpHosts?: readonly string[];
  /** Certificates (PEM) to trust instead of the system's. */
  readonly ca?: string;
  /** All addresses of a name; the system's resolver by default. */
  readonly lookup?: (host: string) => Promise<readonly Resolved[]>;
}

export interface Resolved {
  readonly address: string;
  readonly family: number;
}

/**
 * The name is resolved once and the connection goes to that very address, so that a name that changes its mind
 * (DNS rebinding) gains nothing. Redirects are not followed, connections not kept.
 *
 * @example
 * ```ts
 * import { openOutgoing } from "./outgoing.ts";
 * const outgoing = openOutgoing({ privateHosts: ["pacs.hospital.example"] });
 * await outgoing.request({ url: "http://127.0.0.1/", method: "GET" }).then(
 *   () => { throw new Error("neither TLS nor a public address"); },
 *   (error) => { if (error.reason !== "not-https") throw error; },
 * );
 * ```
 */
export function openOutgoing(options: OutgoingOptions = {}): Outgoing {
  return {
    async request(request) {
      const { url, listedPrivate } = targetOf(request.url, options);
      const timeout = new AbortController();
      const timer = setTimeout(() => timeout.abort(), request.timeout ?? 10 * SECOND);
      const late = new Promise<never>((_, reject) =>
        timeout.signal.addEventListener("abort", () => reject(new OutgoingError("timeout")))
      );
      try {
        const found = await Promise.race([resolve(url, options), late]);
        // All of them have to be fit: else chance would decide what is refused.
        if (!listedPrivate && !found.every(({ address }) => isPublicAddress(address))) {
          throw new OutgoingError("refused-address");
        }
        return await ask(url, request, { address: found[0], ca: options.ca, signal: timeout.signal });
      } finally {
        clearTimeout(timer);
      }
    },
  };
}

async function resolve(url: URL, { lookup = allOf }: OutgoingOptions): Promise<readonly Resolved[]> {
  const host = url.hostname.replace(/^\[|\]$/g, "");
  if (isIP(host)) return [{ address: host, family: isIP(host) }];
  const found = await lookup(host).catch(() => []);
  if (found.length === 0) throw new OutgoingError("unreachable");
  return found;
}

const allOf = (host: string): Promise<readonly Resolved[]> => systemLookup(host, { all: true });

function ask(
  url: URL,
  request: OutgoingRequest,
  { address, ca, signal }: { address: Resolved; ca?: string; signal: AbortSignal },
): Promise<OutgoingAnswer> {
  const { method, headers, body, limit = 2 ** 20 } = request;
  return new Promise((resolve, reject) => {
    const fail = (error: Error) => reject(error instanceof OutgoingError ? error : OutgoingError.of(error));
    const sent = (url.protocol === "https:" ? https : http).request(url, {
      method,
      agent: false,
      headers: {
        "Accept-Encoding": "identity",
        ...(body === undefined ? {} : { "Content-Length": String(new TextEncoder().encode(body).length) }),
        ...headers,
      },
      ca,
      lookup: (_host, { all }, done) =>
        all ? done(null, [address]) : done(null, address.address, address.family),
    });
    const stop = (error: OutgoingError) => {
      fail(error);
      sent.destroy();
    };
    signal.addEventListener("abort", () => stop(new OutgoingError("timeout")));
    sent.on("error", fail);
    sent.on("response", (answer) => {
      const chunks: Uint8Array<ArrayBuffer>[] = [];
      let size = 0;
      answer.on("data", (chunk: Uint8Array<ArrayBuffer>) => {
        size += chunk.length;
        if (size > limit) stop(new OutgoingError("too-large"));
        else chunks.push(chunk);
      });
      answer.on("error", fail);
      // Before `end`: the answer was cut off.
      answer.on("close", () => fail(new OutgoingError("unreachable")));
      answer.on("end", () => {
        if (!answer.complete) return fail(new OutgoingError("unreachable"));
        const bytes = new Uint8Array(size);
        let at = 0;
        for (const chunk of chunks) {
          bytes.set(chunk, at);
          at += chunk.length;
        }
        resolve({ status: answer.statusCode ?? 0, headers: headersOf(answer.rawHeaders), body: bytes });
      });
    });
    sent.end(body);
  });
}

function headersOf(raw: readonly string[]): Headers {
  const headers = new Headers();
  for (let at = 0; at + 1 < raw.length; at += 2) headers.append(raw[at], raw[at + 1]);
  return headers;
}
