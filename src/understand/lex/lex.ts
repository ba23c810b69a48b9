import { phraseEnders } from "#src/understand/nouns.ts";
import { cleanText } from "./clean-text.ts";
import { withForeignNumbers } from "./foreign-numbers.ts";
import type { Lexed, Lexeme, Quantity } from "./lexeme.ts";
import { isQuantity } from "./lexeme.ts";
import { readNumberText } from "./number-format.ts";
import { smallNumbers } from "./number-words.ts";
import { lowerAt } from "./read-number.ts";
import { readPlace } from "./read-place.ts";
import type { NumberStyle } from "./read-quantity.ts";
import { readQuantity } from "./read-range.ts";
import { type Piece, scan } from "./scan.ts";
import { lemmaOf } from "./spelling.ts";
import { findUnit } from "./units.ts";

type Read = { lexeme: Lexeme; next: number };

/** True when some number in the text can only be European; then "1.500" is more likely fifteen hundred. */
function styleOf(pieces: readonly Piece[]): NumberStyle {
  const european = pieces.some((piece) => piece.type === "digits" && readNumberText(piece.text)?.european === true);
  return { european };
}

const plain = { low: null, high: null, range: false, hedged: false, noun: null, magnitude: false, european: false };

function measured(piece: Piece, dimension: Quantity["dimension"], value: number, unit: string): Quantity {
  const { start, end, glued } = piece;
  return { kind: "quantity", dimension, value, unit, ...plain, glued, start, end };
}

/** "p99", "tp95", "p99.9" and "p999". */
function percentile(piece: Piece): Quantity {
  const digits = piece.text.replace(/^\D+/, "");
  const value =
    digits.includes(".") || digits.length <= 2 ? Number(digits) : Number(`${digits.slice(0, 2)}.${digits.slice(2)}`);
  return measured(piece, "percentile", value, "percentile");
}

function clock(piece: Piece): Quantity {
  const [hours = 0, minutes = 0] = piece.text.split(":").map(Number);
  return measured(piece, "clock", hours + minutes / 60, "clock");
}

/** "x3" and "×3"; the letter is glued to the digits. */
function timesBefore(pieces: readonly Piece[], at: number): Read | null {
  const piece = pieces[at];
  if (piece === undefined) return null;
  const together = /^[x×](\d{1,6}(?:[.,]\d{1,3})?)$/i.exec(piece.text);
  if (together !== null && together[1] !== "86" && together[1] !== "64")
    return { lexeme: measured(piece, "times", Number(together[1]?.replace(",", ".")), "x"), next: at + 1 };
  const fold = /^([a-z]{3,8})fold$/i.exec(piece.text);
  const factor = fold === null ? undefined : smallNumbers[fold[1]?.toLowerCase() ?? ""];
  if (factor !== undefined) return { lexeme: measured(piece, "times", factor, "x"), next: at + 1 };
  const digits = pieces[at + 1];
  if (piece.text !== "×" || digits?.type !== "digits" || multipliesThings(pieces, at)) return null;
  const lexeme = { ...measured(piece, "times", Number(digits.text.replace(",", ".")), "x"), end: digits.end };
  return { lexeme, next: at + 2 };
}

/** "250 schools × 30 classes": things on both sides; "peak × 3" is a multiple. */
function multipliesThings(pieces: readonly Piece[], at: number): boolean {
  const thing = pieces[at + 2];
  const counted = [at - 2, at - 3].some((before) => pieces[before]?.type === "digits");
  return (
    counted && pieces[at - 1]?.type === "word" && thing?.type === "word" && !phraseEnders.has(lowerAt(pieces, at + 2))
  );
}

const takes = new Set(["take", "takes", "taking", "took", "needs", "lasts", "half"]);

/** "takes a minute", "an hour and a half": an article that counts one. */
function articleUnit(pieces: readonly Piece[], at: number): Read | null {
  if (!["a", "an"].includes(lowerAt(pieces, at))) return null;
  const piece = pieces[at];
  const whole = ["full", "whole", "single"].includes(lowerAt(pieces, at + 1)) ? at + 2 : at + 1;
  const unit = findUnit(lowerAt(pieces, whole), false);
  if (piece !== undefined && unit?.dimension === "size" && unit.name === "gb") {
    const half = [1, 2, 3].every((step) => lowerAt(pieces, whole + step) === ["", "and", "a", "half"][step]);
    const next = half ? whole + 4 : whole + 1;
    const size = measured(piece, "size", unit.factor * (half ? 1.5 : 1), unit.name);
    return { lexeme: { ...size, end: pieces[next - 1]?.end ?? piece.end }, next };
  }
  if (piece === undefined || unit?.dimension !== "duration" || whole !== at + 1) return null;
  const half =
    lowerAt(pieces, at + 2) === "and" && lowerAt(pieces, at + 3) === "a" && lowerAt(pieces, at + 4) === "half";
  const counted = half || takes.has(lowerAt(pieces, at - 1)) || lemmaOf(lowerAt(pieces, at - 1)).lemma === "about";
  if (!counted) return null;
  const next = half ? at + 5 : at + 2;
  const lexeme = measured(piece, "duration", unit.factor * (half ? 1.5 : 1), unit.name);
  return { lexeme: { ...lexeme, end: pieces[next - 1]?.end ?? piece.end }, next };
}

function special(piece: Piece): Lexeme | null {
  const { start, end, text, glued } = piece;
  switch (piece.type) {
    case "break":
      return { kind: "break", start, end };
    case "inert":
      return { kind: "inert", text, start, end };
    case "instance-type":
      return { kind: "instance-type", name: text.toLowerCase(), start, end };
    case "percentile":
      return percentile(piece);
    case "clock":
      return clock(piece);
    case "mark":
      return { kind: "mark", text: markName(text), glued, start, end };
    default:
      return null;
  }
}

/** Arrows and comparators have several spellings. */
function markName(text: string): string {
  if (/^(?:->|=>|--+>|→|➜|➔|⇒|»|›)$/.test(text)) return "->";
  if (text === "≤") return "<=";
  if (text === "≥") return ">=";
  return text === "…" ? "..." : text;
}

/** A hyphen or underscore inside a compound joins two words and means nothing by itself. */
function isJoint(pieces: readonly Piece[], at: number): boolean {
  const piece = pieces[at];
  if ((piece?.text !== "-" && piece?.text !== "_") || !piece.glued || pieces[at + 1]?.glued !== true) return false;
  const before = pieces[at - 1]?.type;
  const after = pieces[at + 1]?.type;
  if (after === "word" || after === "percentile")
    return before === "word" || before === "digits" || before === "percentile";
  // "sqs-2" is one name; "8am-6pm" and "200ms-1s" are ranges.
  const unit = pieces[at - 2]?.type === "digits" && pieces[at - 1]?.glued === true;
  return before === "word" && after === "digits" && !unit;
}

function ordinal(pieces: readonly Piece[], at: number): Read | null {
  const piece = pieces[at];
  const suffix = pieces[at + 1];
  if (piece?.type !== "digits" || suffix?.glued !== true || !/^(?:st|nd|rd|th)$/i.test(suffix.text)) return null;
  const lemma = { "1": "first", "2": "second", "3": "third" }[piece.text] ?? "ordinal";
  const span = { start: piece.start, end: suffix.end };
  return {
    lexeme: { kind: "word", text: piece.text + suffix.text, lemma, corrected: false, glued: piece.glued, ...span },
    next: at + 2,
  };
}

function word(piece: Piece): Lexeme {
  const { lemma, corrected } = lemmaOf(piece.text);
  const { text, start, end, glued } = piece;
  return { kind: "word", text, lemma, corrected, glued, start, end };
}

function lexemeAt(pieces: readonly Piece[], at: number, style: NumberStyle): Read | null {
  const piece = pieces[at];
  if (piece === undefined || isJoint(pieces, at)) return null;
  const place = readPlace(pieces, at);
  if (place !== null) return { lexeme: place.region, next: place.next };
  const composed = timesBefore(pieces, at) ?? articleUnit(pieces, at);
  if (composed !== null) return composed;
  const quantity = readQuantity(pieces, at, style);
  const ordinalWord = quantity?.quantity.dimension === "percentile" ? null : ordinal(pieces, at);
  if (ordinalWord !== null) return ordinalWord;
  if (quantity !== null) return { lexeme: quantity.quantity, next: quantity.next };
  return { lexeme: special(piece) ?? word(piece), next: at + 1 };
}

/** Gives "40 / 60 / 120 / 30 ms" the unit of its last number throughout. */
function shareUnits(lexemes: readonly Lexeme[]): Lexeme[] {
  const shared = [...lexemes];
  for (let at = shared.length - 1; at >= 2; at -= 1) {
    const last = shared[at];
    const mark = shared[at - 1];
    const before = shared[at - 2];
    const separated = mark?.kind === "mark" && (mark.text === "/" || mark.text === "+");
    if (!separated || !isQuantity(last, "duration", "size") || !isQuantity(before, "number") || before.magnitude)
      continue;
    if (before.value <= 0) continue;
    const factor = findUnit(last.unit, true)?.factor ?? 1;
    shared[at - 2] = { ...before, dimension: last.dimension, unit: last.unit, value: before.value * factor };
  }
  return shared;
}

/** "1,150 (one thousand one hundred fifty) claims": the same number once more in brackets says nothing new. */
function withoutRepeats(lexemes: readonly Lexeme[]): Lexeme[] {
  const kept: Lexeme[] = [];
  for (let at = 0; at < lexemes.length; at += 1) {
    const [first, open, again, close] = [kept.at(-1), ...lexemes.slice(at, at + 3)];
    const brackets = open?.kind === "mark" && open.text === "(" && close?.kind === "mark" && close.text === ")";
    const repeats = brackets && isQuantity(first) && isQuantity(again) && first.value === again.value;
    if (repeats) at += 2;
    else if (open !== undefined) kept.push(open);
  }
  return kept;
}

/** Most lexemes read: more than 20,000 characters of prose have, and few enough to look at each in its context. */
const mostLexemes = 5000;

/**
 * Makes a text ready for reading: cleaned, cut into words with lemmas, quantities with units, places and marks, each
 * with its place in the cleaned text. Pure; the time it takes grows with the length of the text and no faster.
 */
export function lex(raw: string): Lexed {
  const { text, truncated } = cleanText(raw);
  const pieces = withForeignNumbers(scan(text));
  const style = styleOf(pieces);
  const lexemes: Lexeme[] = [];
  let at = 0;
  while (at < pieces.length && lexemes.length < mostLexemes) {
    const read = lexemeAt(pieces, at, style);
    if (read === null) {
      at += 1;
      continue;
    }
    lexemes.push(read.lexeme);
    at = read.next;
  }
  return { text, lexemes: shareUnits(withoutRepeats(lexemes)), truncated: truncated || at < pieces.length };
}
