import { isMark, isQuantity, type Lexed, type Lexeme, type Quantity } from "#src/understand/lex/lexeme.ts";
import { findUnit } from "#src/understand/lex/units.ts";

/** Longest key looked at, in words. */
const longestKey = 4;

const memoryKeys = new Set(["memory"]);
const durationKeys = new Set(["duration", "latency"]);
const shortUnits: Readonly<Record<string, string>> = {
  millisecond: "ms",
  second: "s",
  minute: "min",
  hour: "h",
  percent: "%",
};

/** Words of a key before "=" or ":", nearest first. */
function keyWords(lexemes: readonly Lexeme[], mark: number): string[] {
  const words: string[] = [];
  for (let at = mark - 1; at >= 0 && words.length < longestKey; at -= 1) {
    const lexeme = lexemes[at];
    if (isMark(lexeme, '"', "'")) continue;
    if (lexeme?.kind !== "word") break;
    words.push(lexeme.lemma);
  }
  return words;
}

function withUnit(quantity: Quantity, name: string): Quantity {
  const unit = findUnit(name, true);
  if (unit === undefined) return quantity;
  return { ...quantity, dimension: unit.dimension, unit: unit.name, value: quantity.value * unit.factor };
}

/** The unit a key gives its bare number: "duration_ms=200", "memoryMb: 512", "memory=512" (MB), "duration=120" (ms). */
function unitOfKey(words: readonly string[], quantity: Quantity): string | undefined {
  const [last = "", before = ""] = words;
  const perPeriod = before === "per" || before === "every";
  const unit = shortUnits[last] ?? (/^(?:ms|s|mb|gb|kb|sec)$/.test(last) ? last : undefined);
  if (unit !== undefined && !perPeriod) return unit;
  if (words.some((word) => memoryKeys.has(word)) && quantity.value >= 64) return "mb";
  return words.some((word) => durationKeys.has(word)) && quantity.value >= 5 ? "ms" : undefined;
}

/** Gives bare numbers behind a key the unit the key names. */
export function withKeyedUnits(lexed: Lexed): Lexed {
  const lexemes = lexed.lexemes.map((lexeme, at) => {
    const mark = lexed.lexemes[at - 1];
    if (!isQuantity(lexeme, "number") || lexeme.unit !== "" || lexeme.magnitude || !isMark(mark, "=", ":"))
      return lexeme;
    const unit = unitOfKey(keyWords(lexed.lexemes, at - 1), lexeme);
    return unit === undefined ? lexeme : withUnit(lexeme, unit);
  });
  return { ...lexed, lexemes };
}
