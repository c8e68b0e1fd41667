import { SECOND } from "../clock.ts";
import { GatewayError } from "../messages/message.ts";
import { type Outgoing, OutgoingError, type OutgoingRequest } from "../outgoing/outgoing.ts";

/** Asks a gateway over HTTP. @throws {GatewayError} where it does not answer, or may not be asked. */
export async function answerOf(
  outgoing: Outgoing,
  request: OutgoingRequest,
): Promise<{ status: number; words: string }> {
  try {
    const { status, body } = await outgoing.request({ timeout: 10 * SECOND, limit: 64 * 1024, ...request });
    return { status, words: new TextDecoder().decode(body) };
  } catch (error) {
    const reason = error instanceof OutgoingError ? ` (${error.reason})` : "";
    throw new GatewayError("unreachable", `The SMS gateway cannot be reached${reason}`);
  }
}
