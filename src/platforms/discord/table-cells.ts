import { printable } from "#src/reply/clean-text.ts";
import type { Block, Span } from "#src/reply/reply.ts";
import { personName } from "./markdown.ts";

export type TableData = Extract<Block, { kind: "table" }>;

export const EMPTY_CELL = "–";

/** One line of a table: the figure, and the words that follow it. */
export interface FigureRow {
  figure: string;
  words: readonly Span[];
}

/** A cell as one line of plain words. */
export function shown(spans: readonly Span[]): string {
  return spans
    .map((span) => (span.kind === "person" ? personName(span.name) : printable(span.text)))
    .join("")
    .replace(/\s+/g, " ")
    .trim();
}

export function isEmpty(spans: readonly Span[]): boolean {
  return ["", EMPTY_CELL].includes(shown(spans));
}

export function emphasize(span: Span): Span {
  return span.kind === "text" && span.style !== "code" ? { ...span, style: "strong" } : span;
}
