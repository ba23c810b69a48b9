import type { Workload } from "#src/model/workload.ts";
import { lex } from "#src/understand/lex/lex.ts";
import { isQuantity, type Lexed, type Lexeme, type Quantity, type Word } from "#src/understand/lex/lexeme.ts";
import { findUnit, periodMs } from "#src/understand/lex/units.ts";
import { knownLemma } from "#src/understand/lex/vocabulary.ts";
import { readDaySet } from "#src/understand/phrases/day-sets.ts";
import { readHourRange } from "#src/understand/phrases/hour-ranges.ts";
import { isEveryday } from "./glue.ts";
import { rateToken } from "./rate-token.ts";
import { type StepName, stepAt, stepNames } from "./step-names.ts";
import { type QuantityKind, tidy } from "./tokens.ts";

const kindOf: Readonly<Record<Quantity["dimension"], QuantityKind>> = {
  number: "n",
  duration: "ms",
  size: "mb",
  percent: "pct",
  times: "x",
  rate: "rate",
  clock: "clock",
  money: "usd",
  cores: "cores",
  bandwidth: "bw",
  percentile: "ptile",
};

/** Lemmas that fold words a follow-up must tell apart ("increase" and "grow", "standard" and "std" stay as written). */
const unfolded: ReadonlySet<string> = new Set(["growth", "raised", "today", "now", "normal", "same", "standard"]);

/** Marks with a meaning in the line that no one's text may borrow. */
const signs: ReadonlySet<string> = new Set(["#", "$", "%", "@", "*", "|"]);

interface Source {
  lexed: Lexed;
  names: readonly StepName[];
  units: ReadonlySet<string>;
  namesDays: boolean;
}

/** One piece of the line and the lexeme after it. */
interface Part {
  text: string;
  next: number;
}

/** "v3.2", "1.4.2", "10.0.0.1": numbers with no value. "1.200.000" has one. */
const version = /\bv\d+(?:\.\d+)+\b|\b(?!\d{1,3}(?:\.\d{3})+\b)\d+(?:\.\d+){2,}\b/gi;

/** Turns a text into the line that the rules of this folder read: lower-case words and tokens. */
export function annotate(text: string, workload: Workload): string {
  const lexed = lex(text.replace(version, "version"));
  const source: Source = {
    lexed,
    names: stepNames(workload.steps),
    units: unitLemmas(workload.unitOfWork),
    namesDays: lexed.lexemes.some((_, at) => readDaySet(lexed.lexemes, at) !== null),
  };
  const parts: string[] = [];
  for (let at = 0; at < lexed.lexemes.length; ) {
    const part = partAt(source, at);
    parts.push(part.text);
    at = part.next;
  }
  return tidy(parts.join(" "));
}

/** Words that name one unit of work; "stream-second" is also called a stream, never a second. */
function unitLemmas(unitOfWork: string): ReadonlySet<string> {
  const words = lex(unitOfWork).lexemes.filter((lexeme) => lexeme.kind === "word");
  return new Set(words.map((word) => word.lemma).filter((lemma) => periodMs[lemma] === undefined));
}

function partAt(source: Source, at: number): Part {
  const { lexed, names, units } = source;
  const lexeme = lexed.lexemes[at];
  if (lexeme === undefined) return { text: "", next: at + 1 };
  if (isOwnSign(lexed, at)) return { text: "", next: at + 1 };
  const time = timeAt(source, at) ?? rateToken(lexed, at, units);
  if (time !== null) return time;
  const step = lexeme.kind === "word" ? stepAt(lexed.lexemes, at, names) : null;
  if (step !== null) return { text: `$${step.step}`, next: at + step.length };
  return { text: partOf(lexeme, lexed, units), next: at + 1 };
}

/** The minus of "-1 GB": the quantity after it carries it, so it parts no clauses. */
function isOwnSign({ lexemes }: Lexed, at: number): boolean {
  const after = lexemes[at + 1];
  return lexemes[at]?.kind === "mark" && after?.kind === "quantity" && after.glued && after.value < 0;
}

/** Days and hours of work: "weekdays", "Mon-Fri", "9 to 5". A bare "8-18" is a time only where days are named. */
function timeAt({ lexed, namesDays }: Source, at: number): Part | null {
  const days = readDaySet(lexed.lexemes, at);
  if (days !== null) return { text: `#days=${days.daysPerMonth}`, next: days.next };
  const range = readHourRange(lexed.lexemes, at);
  if (range === null || !(range.certain || namesDays)) return null;
  return { text: `#span=${range.hours}`, next: range.to + 1 };
}

function partOf(lexeme: Lexeme, lexed: Lexed, units: ReadonlySet<string>): string {
  switch (lexeme.kind) {
    case "quantity":
      return quantityPart(lexeme, lexed);
    case "word":
      return units.has(lexeme.lemma) ? "@unit" : wordPart(lexeme);
    case "mark":
      return signs.has(lexeme.text) ? "" : lexeme.text;
    case "break":
      return ".";
    case "region":
      return lexeme.precision === "area" ? "area" : `%region=${lexeme.code}`;
    case "instance-type":
      return `%instance=${lexeme.name}`;
    case "inert":
      return "inert";
  }
}

function wordPart(word: Word): string {
  const lower = word.text.toLowerCase();
  if (lower === "y" && word.glued) return "year";
  const plural = lower === `${word.lemma}s` || lower === `${word.lemma}es`;
  if (lower !== word.lemma && !plural && isEveryday(lower)) return lower;
  const fold = (word.corrected || knownLemma(word.lemma) !== undefined) && !unfolded.has(word.lemma);
  return fold ? word.lemma : lower;
}

/** A unit is kept for numbers that leave it out, a range keeps its upper end ("from 500 to 800"). "x86" is no multiple. */
function quantityPart(quantity: Quantity, lexed: Lexed): string {
  const written = lexed.text.slice(quantity.start, quantity.end).toLowerCase();
  if (written.startsWith("x86")) return "x86";
  if (quantity.dimension === "percent" && quantity.value < 0) return `#pct=${-quantity.value} less`;
  const upper = quantity.range ? `^${quantity.high}` : "";
  const factor = isQuantity(quantity, "duration", "size") ? `~${findUnit(quantity.unit, true)?.factor ?? 1}` : "";
  const noun = isQuantity(quantity, "rate") && quantity.noun !== null ? `/${quantity.noun}` : "";
  return `#${kindOf[quantity.dimension]}=${quantity.value}${factor}${upper}${noun}`;
}
