/** A gateway of the other side: a real HTTP server on this machine that says what it is told to say. */
export interface OtherSide {
  readonly url: string;
  /** `host:port`, for the lists of hosts. */
  readonly host: string;
  readonly requests: { method: string; url: URL; headers: Headers; body: string }[];
  say(status: number, body?: string): void;
  [Symbol.asyncDispose](): Promise<void>;
}

export function openOtherSide(): OtherSide {
  const requests: OtherSide["requests"] = [];
  let [status, words] = [200, "ok"];
  const server = Deno.serve({ hostname: "127.0.0.1", port: 0, onListen: () => {} }, async (request) => {
    const { method, url, headers } = request;
    requests.push({ method, url: new URL(url), headers, body: await request.text() });
    return new Response(words, { status });
  });
  const host = `127.0.0.1:${server.addr.port}`;
  return {
    url: `http://${host}`,
    host,
    requests,
    say: (next, body = "") => void ([status, words] = [next, body]),
    [Symbol.asyncDispose]: () => server.shutdown(),
  };
}
