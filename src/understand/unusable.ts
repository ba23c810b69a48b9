import type { Gap } from "./asks.ts";
import { isQuantity, isWord } from "./lex/lexeme.ts";
import { evidence, type Passage } from "./passage/passage.ts";
import { readRate } from "./phrases/rate.ts";

/** A figure no workload can have: a negative or zero rate, duration or size, or a region that does not exist. */
export function findUnusable(passage: Passage): Gap | null {
  for (const [at, lexeme] of passage.lexemes.entries()) {
    if (lexeme.kind === "region" && lexeme.precision === "unknown") {
      return { code: "unknown-region", path: "region", said: lexeme.code };
    }
    if (!isQuantity(lexeme) || lexeme.value > 0) continue;
    const gap = gapOf(passage, at);
    if (gap !== null) return gap;
  }
  return null;
}

function gapOf(passage: Passage, at: number): Gap | null {
  const lexeme = passage.lexemes[at];
  if (lexeme?.kind !== "quantity") return null;
  const rate = readRate(passage.lexemes, at);
  const said = `${lexeme.value < 0 ? "-" : ""}${evidence(passage, at, rate?.to ?? at)}`;
  if (rate !== null && !isWord(passage.lexemes[at - 1], "min", "low"))
    return { code: "bad-input", path: "ratePerSecond", said };
  if (lexeme.dimension === "duration" && ["ms", "s", "us"].includes(lexeme.unit))
    return { code: "bad-input", path: "steps.0.durationMs", said };
  if (lexeme.dimension === "size" && lexeme.value < 0) return { code: "bad-input", path: "steps.0.memoryMb", said };
  return lexeme.dimension === "size" && ["mb", "gb"].includes(lexeme.unit)
    ? { code: "bad-input", path: "steps.0.memoryMb", said }
    : null;
}
