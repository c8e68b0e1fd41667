/** One line of JSON an event; only these fields, none of which can bear personal data. */
export interface LogEntry {
  readonly event: string;
  readonly request?: string;
  readonly clinic?: string;
  readonly method?: string;
  /** The route's pattern, never the address as asked for. */
  readonly route?: string;
  readonly status?: number;
  readonly milliseconds?: number;
  readonly error?: string;
}
export type Log = (entry: LogEntry) => void;

export const writeLog = (now: () => number): Log => (entry) => {
  const line = JSON.stringify({ at: new Date(now()).toISOString(), ...entry }) + "\n";
  Deno.stderr.writeSync(new TextEncoder().encode(line));
};
