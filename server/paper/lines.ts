/** Text with some of it strong. */
export type Rich = readonly (string | { readonly strong: string })[];
export interface Run {
  readonly text: string;
  readonly strong: boolean;
}
export type Line = readonly Run[];
type WidthOf = (run: Run) => number;

/** Where a long address may be broken: after what parts it. */
const JOINTS = /(?<=[/\-.?&=@])/;
const graphemes = new Intl.Segmenter("it", { granularity: "grapheme" });

/** Lines broken at spaces to `width`; a word that is wider is broken at its joints, or else anywhere. */
export function linesOf(rich: Rich, { width, widthOf }: { width: number; widthOf: WidthOf }): Line[] {
  const lines: Run[][] = [[]];
  let taken = 0;
  for (const { word, space } of wordsOf(rich)) {
    const gap = space ? widthOf(space) : 0;
    const long = sum(word.map(widthOf));
    if (taken > 0 && taken + gap + long <= width) {
      lines.at(-1)!.push(space!, ...word);
      taken += gap + long;
      continue;
    }
    if (taken > 0) lines.push([]);
    taken = 0;
    for (const piece of long <= width ? word : word.flatMap((run) => broken(run, { width, widthOf }))) {
      const more = widthOf(piece);
      if (taken > 0 && taken + more > width) {
        lines.push([]);
        taken = 0;
      }
      lines.at(-1)!.push(piece);
      taken += more;
    }
  }
  return lines.map(joined);
}

const sum = (numbers: readonly number[]) => numbers.reduce((all, one) => all + one, 0);

/** Each word in its runs, and the space before it. */
function wordsOf(rich: Rich): { word: Run[]; space: Run | null }[] {
  const words: { word: Run[]; space: Run | null }[] = [];
  let space: Run | null = null;
  let open = false;
  for (const part of rich) {
    const strong = typeof part !== "string";
    for (const text of (strong ? part.strong : part).split(/(?<=[ \t])|(?=[ \t])/)) {
      if (text === "") continue;
      if (/^[ \t]/.test(text)) {
        if (words.length > 0) space = { text: " ", strong };
        open = false;
      } else if (open) words.at(-1)!.word.push({ text, strong });
      else {
        words.push({ word: [{ text, strong }], space });
        [space, open] = [null, true];
      }
    }
  }
  return words;
}

function broken({ text, strong }: Run, { width, widthOf }: { width: number; widthOf: WidthOf }): Run[] {
  const run = (text: string): Run => ({ text, strong });
  return text.split(JOINTS).flatMap((piece) =>
    widthOf(run(piece)) <= width
      ? [run(piece)]
      : [...graphemes.segment(piece)].map(({ segment }) => run(segment))
  );
}

/** Neighbours of one weight become one run: fewer to draw, and pairs are kerned. */
function joined(line: readonly Run[]): Line {
  const runs: Run[] = [];
  for (const run of line) {
    const last = runs.at(-1);
    if (last?.strong === run.strong) runs[runs.length - 1] = { ...last, text: last.text + run.text };
    else runs.push(run);
  }
  return runs;
}
