import { assertNever } from "#src/errors.ts";
import { printable } from "#src/reply/clean-text.ts";
import type { Span, SpanStyle } from "#src/reply/reply.ts";
import { displayWidth, pieces } from "./width.ts";

/** A run of text in one style. */
export interface Run {
  text: string;
  style: SpanStyle;
}

export type StyledLine = readonly Run[];

/** Spans as runs of printable text; a person is shown by name. */
export function runsOf(spans: readonly Span[], fallback: SpanStyle = "plain"): Run[] {
  return spans.map((span) => {
    switch (span.kind) {
      case "text":
        return { text: printable(span.text), style: span.style === "plain" ? fallback : span.style };
      case "person":
        return { text: `@${printable(span.name).replace(/\s+/g, " ")}`, style: fallback };
      default:
        return assertNever(span);
    }
  });
}

export function plainOf(line: StyledLine): string {
  return line.map((run) => run.text).join("");
}

export function lineWidth(line: StyledLine): number {
  return displayWidth(plainOf(line));
}

/** Breaks runs into lines of at most `columns`; line feeds in the text are kept, words too long for a line are cut. */
export function wrap(runs: readonly Run[], columns: number): StyledLine[] {
  const lines: Run[][] = [[]];
  let used = 0;
  let space: Run | null = null;
  const breakLine = () => {
    lines.push([]);
    used = 0;
    space = null;
  };
  const put = (run: Run, width: number) => {
    const line = lines.at(-1);
    if (space !== null && used > 0) {
      append(line, space);
      used += 1;
    }
    space = null;
    append(line, run);
    used += width;
  };
  for (const word of words(runs)) {
    if (word.kind === "break") breakLine();
    else if (word.kind === "space") space = { text: " ", style: word.style };
    else {
      const width = word.runs.reduce((sum, run) => sum + displayWidth(run.text), 0);
      const needed = width + (space !== null && used > 0 ? 1 : 0);
      if (used > 0 && used + needed > columns) breakLine();
      for (const run of word.runs) {
        for (const piece of width > columns ? pieces(run.text, columns) : [run.text]) {
          const size = displayWidth(piece);
          if (used > 0 && used + size > columns) breakLine();
          put({ text: piece, style: run.style }, size);
        }
      }
    }
  }
  return lines;
}

function append(line: Run[] | undefined, run: Run): void {
  const last = line?.at(-1);
  if (last !== undefined && last.style === run.style) last.text += run.text;
  else line?.push({ ...run });
}

type Word = { kind: "word"; runs: Run[] } | { kind: "space"; style: SpanStyle } | { kind: "break" };

/** Words may span runs ("$138k" strong, "." plain): they are kept together. */
function words(runs: readonly Run[]): Word[] {
  const result: Word[] = [];
  for (const run of runs) {
    for (const token of run.text.split(/( +|\n)/)) {
      if (token === "") continue;
      if (token === "\n") result.push({ kind: "break" });
      else if (token.startsWith(" ")) result.push({ kind: "space", style: run.style });
      else {
        const last = result.at(-1);
        if (last?.kind === "word") last.runs.push({ text: token, style: run.style });
        else result.push({ kind: "word", runs: [{ text: token, style: run.style }] });
      }
    }
  }
  return result;
}
