import { OutgoingError } from "./error.ts";

/**
 * The address of a request, if it may be asked at all.
 *
 * @returns `listedPrivate`: the host may lie on a private network.
 * @throws {OutgoingError} `not-https`; `refused-address` for what is no address, carries a user name, or does not
 * write its host as it will be read (`0x7f.1`, `2130706433`, `localhost.`, full-width letters): a reader of the
 * configuration has to see where a request goes. Names beyond ASCII are written as `xn--…`.
 */
export function targetOf(
  text: string,
  listed: { privateHosts?: readonly string[]; plainHttpHosts?: readonly string[] },
): { url: URL; listedPrivate: boolean } {
  const written = /^https?:\/\/([^/?#\\@\s]+)(?=[/?#]|$)/i.exec(text)?.[1].toLowerCase();
  if (written === undefined || !URL.canParse(text)) throw new OutgoingError("refused-address");
  const url = new URL(text);
  const host = written.replace(/:\d+$/, "");
  if (host !== url.hostname || host.endsWith(".")) throw new OutgoingError("refused-address");
  const port = url.port || (url.protocol === "https:" ? "443" : "80");
  const names = [host, `${host}:${port}`];
  const isListed = (list: readonly string[] = []) => list.some((name) => names.includes(name.toLowerCase()));
  if (url.protocol !== "https:" && !isListed(listed.plainHttpHosts)) throw new OutgoingError("not-https");
  return { url, listedPrivate: isListed(listed.privateHosts) };
}
