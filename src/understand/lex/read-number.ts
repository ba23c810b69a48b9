import { readNumberText } from "./number-format.ts";
import { magnitudes, smallNumbers, vagueNumbers } from "./number-words.ts";
import type { Piece } from "./scan.ts";
import { lemmaOf } from "./spelling.ts";
import { findUnit } from "./units.ts";
import { wordTable } from "./word-table.ts";

/** A number without its unit. */
export interface NumberReading {
  value: number;
  /** The other reading of "1.500" or "2,125". */
  alternative: number | null;
  low: number | null;
  high: number | null;
  european: boolean;
  magnitude: boolean;
  /** Index of the piece after it. */
  next: number;
}

const letterMagnitudes = wordTable<number>({
  k: 1e3,
  kk: 1e6,
  M: 1e6,
  B: 1e9,
  b: 1e9,
  bn: 1e9,
  Bn: 1e9,
});

export function lowerAt(pieces: readonly Piece[], at: number): string {
  const piece = pieces[at];
  return piece?.type === "word" ? piece.text.toLowerCase() : "";
}

/** A word that multiplies, misspelt or not: "milion", "thosand". */
export function magnitudeWord(pieces: readonly Piece[], at: number): number | undefined {
  const word = lowerAt(pieces, at);
  if (word.length < 2) return undefined;
  return magnitudes[word] ?? (word.length > 5 ? magnitudes[lemmaOf(word).lemma] : undefined);
}

/** "k", "M" and "B" right behind digits, or one blank off before another word ("15 k qps"). */
function letterMagnitude(pieces: readonly Piece[], at: number): number | undefined {
  const piece = pieces[at];
  if (piece?.type !== "word") return undefined;
  const letters = piece.text === "K" ? "k" : piece.text;
  if (!piece.glued && pieces[at + 1]?.type !== "word" && pieces[at + 1]?.text !== "/") return undefined;
  // "B" is bytes as often as billions, and "m" minutes: the unit reader decides those with the words around them.
  return letters === "B" || letters === "b" || letters === "M" ? undefined : letterMagnitudes[letters];
}

const abbreviated = new Set(["mio", "mln", "mill", "tsd", "mrd"]);

/** Index after a magnitude; the full stop of "3 mio. events" belongs to it. */
function afterAbbreviation(pieces: readonly Piece[], at: number): number {
  const stop = pieces[at + 1];
  const own = stop?.text === "." && stop.glued && pieces[at + 2]?.type === "word";
  return own && abbreviated.has(lowerAt(pieces, at)) ? at + 2 : at + 1;
}

function withMagnitude(reading: NumberReading, pieces: readonly Piece[]): NumberReading {
  const scale = magnitudeWord(pieces, reading.next) ?? letterMagnitude(pieces, reading.next);
  return scale === undefined ? reading : scaled(reading, scale, afterAbbreviation(pieces, reading.next));
}

/** The number times a magnitude; "1.250 million" has a decimal point, so the other reading goes. */
export function scaled(reading: NumberReading, scale: number, next: number): NumberReading {
  return {
    ...reading,
    value: reading.value * scale,
    alternative: null,
    low: reading.low === null ? null : reading.low * scale,
    high: reading.high === null ? null : reading.high * scale,
    magnitude: true,
    next,
  };
}

function exact(value: number, next: number): NumberReading {
  return { value, alternative: null, low: null, high: null, european: false, magnitude: false, next };
}

const stepLike = new Set([
  "step",
  "lambda",
  "function",
  "phase",
  "number",
  "no",
  "task",
  "level",
  "version",
  "node",
  "python",
]);

/** "600 000": groups of three digits one blank apart. */
function spacedGroups(pieces: readonly Piece[], at: number): { text: string; next: number } {
  let text = pieces[at]?.text ?? "";
  let next = at + 1;
  if (!/^\d{1,3}$/.test(text) || text.startsWith("0") || stepLike.has(lemmaOf(lowerAt(pieces, at - 1)).lemma)) {
    return { text, next };
  }
  for (;;) {
    const piece = pieces[next];
    const before = pieces[next - 1];
    if (piece?.type !== "digits" || before === undefined) return { text, next };
    if (!/^\d{3}$/.test(piece.text) || piece.start - before.end !== 1) return { text, next };
    text += piece.text;
    next += 1;
  }
}

function readDigits(pieces: readonly Piece[], at: number): NumberReading | null {
  const { text, next } = spacedGroups(pieces, at);
  const read = readNumberText(text);
  if (read === null || !Number.isFinite(read.value)) return null;
  const { value, alternative, european } = read;
  return withMagnitude({ value, alternative, european, low: null, high: null, magnitude: false, next }, pieces);
}

function skipHyphen(pieces: readonly Piece[], at: number): number {
  return pieces[at]?.text === "-" && pieces[at]?.glued === true && pieces[at + 1]?.glued === true ? at + 1 : at;
}

/** "two fifty six megs", "ten twenty four": a number said in two parts, hundreds first. */
function spokenPair(pieces: readonly Piece[], first: number, at: number): { value: number; next: number } | null {
  const tens = smallNumbers[lowerAt(pieces, at)];
  if (first < 1 || first > 99 || tens === undefined || tens < 10) return null;
  // "Twenty ten-minute jobs": the second number has a unit of its own.
  if (skipHyphen(pieces, at + 1) > at + 1) return null;
  const ones = smallNumbers[lowerAt(pieces, at + 1)];
  const both = ones !== undefined && tens >= 20 && tens % 10 === 0 && ones > 0 && ones < 10;
  return { value: first * 100 + tens + (both ? ones : 0), next: both ? at + 2 : at + 1 };
}

/** "two hundred", "twenty five", "one hundred and fifty", "three", "a hundred and twenty". */
function readSmallNumbers(pieces: readonly Piece[], at: number): NumberReading | null {
  const article = ["a", "an"].includes(lowerAt(pieces, at)) && countedByArticle.has(lowerAt(pieces, at + 1));
  const first = article ? 1 : smallNumbers[lowerAt(pieces, at)];
  if (first === undefined) return null;
  let total = 0;
  let current = first;
  let next = at + 1;
  let magnitude = false;
  for (;;) {
    const here = skipHyphen(pieces, next);
    const scale = magnitudeWord(pieces, here);
    if (scale !== undefined) {
      magnitude = true;
      if (scale === 100) current *= 100;
      else {
        total += current * scale;
        current = 0;
      }
      next = here + 1;
      continue;
    }
    const spoken = next === at + 1 ? spokenPair(pieces, current, here) : null;
    if (spoken !== null) return exact(spoken.value, spoken.next);
    const joined = magnitude && lowerAt(pieces, here) === "and" ? here + 1 : here;
    const small = smallNumbers[lowerAt(pieces, joined)];
    const fits = small !== undefined && (magnitude || (current >= 20 && current % 10 === 0 && small < 10));
    if (!fits) return { ...exact(total + current, next), magnitude };
    current += small;
    next = joined + 1;
  }
}

const fractions = wordTable<number>({ half: 1 / 2, third: 1 / 3, quarter: 1 / 4, fifth: 1 / 5, tenth: 1 / 10 });

/** "half a million", "half a second", "a quarter of a second": the article is taken, the unit is not. */
function readFraction(pieces: readonly Piece[], at: number): NumberReading | null {
  const start = ["a", "an"].includes(lowerAt(pieces, at)) ? at + 1 : at;
  const word = lowerAt(pieces, start);
  const share = fractions[word];
  if (share === undefined) return null;
  let next = start + 1;
  if (lowerAt(pieces, next) === "of") next += 1;
  if (["a", "an"].includes(lowerAt(pieces, next))) next += 1;
  const unit = pieces[next];
  const measured = magnitudeWord(pieces, next) !== undefined || (unit?.type === "word" && isMeasure(unit.text));
  if (!measured || (next === start + 1 && word !== "half")) return null;
  return withMagnitude(exact(share, next), pieces);
}

function isMeasure(word: string): boolean {
  const unit = word.length > 1 ? findUnit(word, false) : undefined;
  return unit !== undefined && (unit.dimension === "duration" || unit.dimension === "size");
}

/** "a couple of thousand", "a few seconds": only before a magnitude or a unit, else it counts nothing we can use. */
function readVague(pieces: readonly Piece[], at: number): NumberReading | null {
  const start = ["a", "an"].includes(lowerAt(pieces, at)) ? at + 1 : at;
  const vague = vagueNumbers[lowerAt(pieces, start)];
  if (vague === undefined) return null;
  const next = lowerAt(pieces, start + 1) === "of" ? start + 2 : start + 1;
  const unit = pieces[next];
  const measured = magnitudeWord(pieces, next) !== undefined || (unit?.type === "word" && isMeasure(unit.text));
  return measured ? withMagnitude({ ...exact(vague.value, next), ...vague }, pieces) : null;
}

/** "a dozen", "a hundred", "a million"; the plural ("thousands of requests") is no number. */
const countedByArticle = new Set(["dozen", "hundred", "thousand", "million", "billion", "lakh", "crore"]);

const beforeOne = new Set([
  "each",
  "every",
  "the",
  "this",
  "that",
  "which",
  "no",
  "other",
  "first",
  "second",
  "third",
  "last",
  "new",
  "old",
  "any",
  "which",
]);
const afterOne = new Set([
  "of",
  "is",
  "that",
  "which",
  "for",
  "has",
  "and",
  "or",
  "by",
  "to",
  "in",
  "on",
  "it",
  "we",
  "with",
]);

/** "one" counts in "one invocation", not in "each one sends". */
function isPronoun(pieces: readonly Piece[], at: number): boolean {
  if (lowerAt(pieces, at) !== "one") return false;
  const half = lowerAt(pieces, at + 1) === "and" && [at + 2, at + 3].some((here) => lowerAt(pieces, here) === "half");
  if (half) return false;
  const next = lowerAt(pieces, skipHyphen(pieces, at + 1));
  return beforeOne.has(lowerAt(pieces, at - 1)) || next === "" || afterOne.has(next);
}

/** Reads the number that starts at a piece, written in digits or words; null where none does. */
export function readNumber(pieces: readonly Piece[], at: number): NumberReading | null {
  const piece = pieces[at];
  if (piece?.type === "digits") return readDigits(pieces, at);
  if (piece?.type !== "word" || isPronoun(pieces, at)) return null;
  return readFraction(pieces, at) ?? readVague(pieces, at) ?? readSmallNumbers(pieces, at);
}
