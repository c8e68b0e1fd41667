import type { ImportEvent } from "./run.ts";

/** Where lines go. */
export interface Console {
  write(text: string): void;
  /** A person watches: one line is drawn again and again. */
  readonly isTerminal: boolean;
}

/** Tells of an import while it runs. */
export interface Progress {
  tell(event: ImportEvent): void;
  end(): void;
}

const MB = 1_000_000;
/** On a terminal, milliseconds between drawings; elsewhere, milliseconds or files between lines. */
const REDRAW = 100;
const SPARSE = { milliseconds: 10_000, files: 100 };

export function createProgress({ write, isTerminal }: Console, now: () => number): Progress {
  const start = now();
  let [files, bytes, toldAt, toldFiles] = [0, 0, start, 0];

  const line = (): string => {
    const seconds = Math.max(0.001, (now() - start) / 1000);
    const rate = bytes / MB / seconds;
    return `${files} files, ${(bytes / MB).toFixed(1)} MB, ${rate.toFixed(1)} MB/s`;
  };
  const clear = isTerminal ? "\r\x1b[K" : "";

  return {
    tell(event) {
      files++;
      bytes += event.bytes;
      const about = notable(event);
      if (about) write(`${clear}${about}\n`);
      const time = now();
      const due = isTerminal
        ? about !== null || time - toldAt >= REDRAW
        : time - toldAt >= SPARSE.milliseconds || files - toldFiles >= SPARSE.files;
      if (!due) return;
      write(isTerminal ? clear + line() : `${line()}\n`);
      [toldAt, toldFiles] = [time, files];
    },
    end: () => write(isTerminal ? `${clear}${line()}\n` : `${line()}\n`),
  };
}

function notable({ path, outcome, reason }: ImportEvent): string | null {
  if (outcome === "refused") return `refused ${printable(path)}: ${reason}`;
  if (outcome === "conflict") {
    return `conflict ${printable(path)}: Other bytes are there under its SOP instance UID; both are kept.`;
  }
  if (outcome === "corrected") {
    return `corrected ${printable(path)}: It was there; its JSON says other things now.`;
  }
  return null;
}

/** A name in an archive is a stranger's, and could steer the terminal. */
const printable = (path: string): string => path.replace(/[\p{C}\p{Zl}\p{Zp}]/gu, "?");
