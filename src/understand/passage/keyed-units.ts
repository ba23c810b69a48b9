import { isMark, isQuantity, isWord, type Lexed, type Lexeme, type Quantity } from "#src/understand/lex/lexeme.ts";
import { findUnit } from "#src/understand/lex/units.ts";
import { wordTable } from "#src/understand/lex/word-table.ts";
import { wordSet } from "#src/understand/word-set.ts";

import { tableUnits } from "./tables.ts";

/** Longest key looked at, in words. */
const longestKey = 4;

const memoryKeys = new Set(["memory"]);
const durationKeys = new Set(["duration", "latency"]);
/** "growth_pct_month: 6": the percent sign is in the key. */
const percentKeys = wordSet("percent pct perc percentage");
const shortUnits = wordTable<string>({
  millisecond: "ms",
  second: "s",
  minute: "min",
  hour: "h",
  percent: "%",
});

/** Words of a key before "=" or ":", nearest first, and where the key starts in the text. */
function keyBefore(lexemes: readonly Lexeme[], mark: number): { words: string[]; start: number } {
  const words: string[] = [];
  let start = lexemes[mark]?.start ?? 0;
  for (let at = mark - 1; at >= 0 && words.length < longestKey; at -= 1) {
    const lexeme = lexemes[at];
    if (isMark(lexeme, '"', "'")) continue;
    if (lexeme?.kind !== "word") break;
    words.push(lexeme.lemma);
    start = lexeme.start;
  }
  return { words, start };
}

function withUnit(quantity: Quantity, name: string): Quantity {
  const unit = findUnit(name, true);
  if (unit === undefined) return quantity;
  const value = quantity.value * unit.factor;
  return { ...quantity, dimension: unit.dimension, unit: unit.name, noun: unit.noun ?? quantity.noun, value };
}

/** The unit a key gives its bare number: "duration_ms=200", "memoryMb: 512", "memory=512" (MB), "duration=120" (ms). */
function unitOfKey(words: readonly string[], quantity: Quantity): string | undefined {
  const [last = "", before = ""] = words;
  const rate = findUnit(last, true);
  if (rate?.dimension === "rate" || words.at(-1) === "rps") return rate?.dimension === "rate" ? last : "rps";
  const first = words.at(-1) ?? "";
  if (words.at(-2) === "per" && /^(?:ms|s|mb|gb|kb)$/.test(shortUnits[first] ?? first))
    return shortUnits[first] ?? first;
  if (words.some((word) => percentKeys.has(word))) return "%";
  const perPeriod = before === "per" || before === "every";
  const unit = shortUnits[last] ?? (/^(?:ms|s|mb|gb|kb|sec)$/.test(last) ? last : undefined);
  if (unit !== undefined && !perPeriod) return unit;
  if (words.some((word) => memoryKeys.has(word)) && quantity.value >= 64) return "mb";
  return words.some((word) => durationKeys.has(word)) && quantity.value >= 5 ? "ms" : undefined;
}

/** "TPS 150": the unit stands before its number. */
function isRateUnit(lexemes: readonly Lexeme[], at: number): boolean {
  const unit = lexemes[at - 1];
  const before = lexemes[at - 2];
  const named = unit?.kind === "word" && findUnit(unit.text, true)?.dimension === "rate";
  return named && !isQuantity(before, "number");
}

/** The word before a figure; "mem?" on the line above asks for what stands below. */
function answered(lexemes: readonly Lexeme[], at: number): Lexeme | undefined {
  let here = at - 1;
  while (here > at - 5 && (lexemes[here]?.kind === "break" || isMark(lexemes[here], ">", "?"))) here -= 1;
  const asked = here < at - 1 && isMark(lexemes[here + 1], "?");
  return asked ? lexemes[here] : lexemes[at - 1];
}

/** "Memory 512." and "512 memory": a bare size of Lambda memory is in MB. */
function isBareMemory(lexemes: readonly Lexeme[], at: number, quantity: Quantity): boolean {
  const whole = Number.isInteger(quantity.value) && quantity.value >= 128 && quantity.value <= 10_240;
  if (!whole || quantity.unit !== "" || quantity.magnitude || quantity.range) return false;
  const next = lexemes[at + 1];
  const before = answered(lexemes, at);
  const ends = next === undefined || next.kind === "break" || next.kind === "mark";
  // "12ms @256": behind a duration the sign opens the memory.
  const timed = isMark(before, "@") && isQuantity(lexemes[at - 2], "duration") && next?.kind !== "word";
  const goesOn = isWord(next, "because", "since", "as", "and", "with", "so", "for");
  return (isWord(before, "memory") && (ends || goesOn)) || isWord(next, "memory") || timed;
}

/** "p50 40 ms and p99 380 ms, mean about 60": the mean is in the unit of the percentiles. */
function unitOfMean(lexemes: readonly Lexeme[], at: number): string | undefined {
  const next = lexemes[at + 1];
  const ends = next === undefined || next.kind === "break" || next.kind === "mark";
  const before = [1, 2, 3]
    .map((back) => lexemes[at - back])
    .find((word) => !isWord(word, "about", "is", "of", "around"));
  if (!ends || !isWord(before, "mean", "average", "median")) return undefined;
  const behind = lexemes.slice(Math.max(0, at - 14), at);
  const duration = behind.findLast((lexeme) => isQuantity(lexeme, "duration"));
  return behind.some((lexeme) => isQuantity(lexeme, "percentile")) && isQuantity(duration) ? duration.unit : undefined;
}

/** Sizes people give a Lambda; "uses 256" and nothing behind it names one. */
const usualSizes = new Set([128, 192, 256, 384, 512, 768, 1024, 1536, 1769, 1792, 2048, 3008, 3072, 4096, 5120, 8192]);

/** "Takes 900 ms, uses 256." */
function isUsedSize(lexemes: readonly Lexeme[], at: number, quantity: Quantity): boolean {
  const next = lexemes[at + 1];
  const ends = next === undefined || next.kind === "break" || isMark(next, ".", ",", ";", ")");
  const timed = lexemes.slice(Math.max(0, at - 8), at).some((lexeme) => isQuantity(lexeme, "duration"));
  const sized = lexemes.slice(Math.max(0, at - 8), at + 8).some((lexeme) => isQuantity(lexeme, "size"));
  return usualSizes.has(quantity.value) && ends && timed && !sized && isWord(lexemes[at - 1], "use", "uses", "using");
}

/** "Alle 15 Minuten", "toutes les 5 minutes", "om de 10 minuten": the word before a time that comes back. */
function isForeignEvery(lexemes: readonly Lexeme[], at: number): boolean {
  if (!isQuantity(lexemes[at + 1], "duration")) return false;
  if (isWord(lexemes[at], "alle")) return true;
  return (
    (isWord(lexemes[at], "les", "le") && isWord(lexemes[at - 1], "toutes", "toute", "tous")) ||
    (isWord(lexemes[at], "de") && isWord(lexemes[at - 1], "om"))
  );
}

/** Gives bare numbers behind a key the unit the key names. */
export function withKeyedUnits(lexed: Lexed): Lexed {
  const columns = tableUnits(lexed);
  const lexemes = lexed.lexemes.map((lexeme, at) => {
    const column = columns.get(at);
    if (column !== undefined && isQuantity(lexeme, "number") && lexeme.unit === "") return withUnit(lexeme, column);
    const mark = lexed.lexemes[at - 1];
    if (isForeignEvery(lexed.lexemes, at) && lexeme.kind === "word") return { ...lexeme, lemma: "every" };
    if (isQuantity(lexeme, "number") && lexeme.unit === "" && mark?.kind === "word" && isRateUnit(lexed.lexemes, at)) {
      return withUnit({ ...lexeme, start: mark.start }, mark.text.toLowerCase());
    }
    if (isQuantity(lexeme, "number") && isBareMemory(lexed.lexemes, at, lexeme)) return withUnit(lexeme, "mb");
    if (isQuantity(lexeme, "number") && lexeme.unit === "" && !lexeme.magnitude) {
      if (isUsedSize(lexed.lexemes, at, lexeme)) return withUnit(lexeme, "mb");
      const mean = unitOfMean(lexed.lexemes, at);
      if (mean !== undefined) return withUnit(lexeme, mean);
    }
    if (!isQuantity(lexeme, "number") || lexeme.unit !== "" || lexeme.magnitude || !isMark(mark, "=", ":"))
      return lexeme;
    const key = keyBefore(lexed.lexemes, at - 1);
    const unit = unitOfKey(key.words, lexeme);
    // The key belongs to the evidence: "340" alone says nothing.
    return unit === undefined ? lexeme : withUnit({ ...lexeme, start: key.start }, unit);
  });
  return { ...lexed, lexemes };
}
