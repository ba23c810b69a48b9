import { lex } from "#src/understand/lex/lex.ts";
import type { Lexed, Quantity } from "#src/understand/lex/lexeme.ts";
import { findUnit } from "#src/understand/lex/units.ts";
import { type Rate, readRate } from "#src/understand/phrases/rate.ts";

/** A figure of the text, by the number people wrote. */
export interface Figure {
  /** As written, magnitude included: 2 for "2 s", 1,500,000 for "1.5 million". */
  written: number;
  quantity: Quantity;
  /** The rate it is part of, where the text says per what. */
  rate: Rate | null;
}

/** Words a model quoted, found in the text. */
export interface Quoted {
  /** As the text has them. */
  words: string;
  figures: readonly Figure[];
}

const longestQuote = 300;

/** Numbers that words other than number words stand for. */
const wordNumbers: Readonly<Record<string, number>> = {
  once: 1,
  one: 1,
  a: 1,
  an: 1,
  each: 1,
  every: 1,
  single: 1,
  twice: 2,
  double: 2,
  doubles: 2,
  doubling: 2,
  doubled: 2,
  both: 2,
  pair: 2,
  thrice: 3,
  triple: 3,
  triples: 3,
  treble: 3,
  quadruple: 4,
  half: 0.5,
  halve: 0.5,
  halves: 0.5,
  quarter: 0.25,
  third: 1 / 3,
  tenth: 0.1,
};

/**
 * Finds a quote in a text: the same words in the same order, whole words at both ends. Figures are those of the text at
 * that place, so that a quote cannot cut "1.5 million" to 1.5.
 *
 * @returns null where the text does not have these words
 */
export function findQuote(lexed: Lexed, words: string): Quoted | null {
  const wanted = words
    .trim()
    .split(/\s+/)
    .filter((word) => word !== "");
  if (wanted.length === 0 || words.length > longestQuote) return null;
  const pattern = wanted.map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")).join("\\s+");
  const match = new RegExp(`(?<![\\p{L}\\d])${pattern}(?![\\p{L}\\d])`, "iu").exec(lexed.text);
  if (match === null) return null;
  const start = match.index;
  const end = start + match[0].length;
  const figures = lexed.lexemes.flatMap((lexeme, at) => {
    if (lexeme.kind !== "quantity" || lexeme.end <= start || lexeme.start >= end) return [];
    return [{ written: asWritten(lexeme), quantity: lexeme, rate: readRate(lexed.lexemes, at) }];
  });
  return { words: match[0].replace(/\s+/g, " "), figures };
}

/** A model gets the same cleaned text that quotes are looked for in. */
export function quotableText(text: string): Lexed {
  return lex(text);
}

function asWritten(quantity: Quantity): number {
  if (quantity.dimension === "percent") return quantity.value * 100;
  const factor = quantity.unit === "" ? 1 : (findUnit(quantity.unit, true)?.factor ?? 1);
  return quantity.value / factor;
}

/** The figure a model means by a number; undefined where the quote has no such number. */
export function figureOf(quoted: Quoted, amount: number): Figure | undefined {
  return quoted.figures.find(({ written, quantity }) =>
    [written, quantity.low ?? Number.NaN, quantity.high ?? Number.NaN].some((number) => near(number, amount)),
  );
}

/** True where a word of the quote stands for the number: "twice", "half", "each". */
export function saysInWords(quoted: Quoted, amount: number): boolean {
  const words = quoted.words.toLowerCase().split(/[^\p{L}]+/u);
  return words.some((word) => near(wordNumbers[word] ?? Number.NaN, amount));
}

function near(left: number, right: number): boolean {
  return Math.abs(left - right) <= 1e-6 * Math.max(1, Math.abs(right));
}
