import { isMark, isQuantity, isWord } from "#src/understand/lex/lexeme.ts";
import { hasLeft, hasRight } from "#src/understand/passage/context.ts";
import { claim, evidence, isFree, type Passage } from "#src/understand/passage/passage.ts";
import { wordSet } from "#src/understand/word-set.ts";

/** How many cores one call can use: "uses 4 threads", "maxcores=2", "single-threaded". */
export interface CoreHint {
  value: number;
  origin: "stated" | "inferred";
  evidence: string;
}

export function findCores(passage: Passage): CoreHint | null {
  for (const [at, lexeme] of passage.lexemes.entries()) {
    if (isWord(lexeme, "single") && isWord(passage.lexemes[at + 1], "thread", "threaded", "core")) {
      return { value: 1, origin: "stated", evidence: evidence(passage, at, at + 1) };
    }
    if (!isQuantity(lexeme, "cores", "number") || !isFree(passage, at) || lexeme.value <= 0 || lexeme.value > 1024)
      continue;
    const keyed =
      isMark(passage.lexemes[at - 1], "=", ":") &&
      hasLeft(passage, at, wordSet("core maxcore maxcores thread vcpu cpus"), "phrase", 3);
    const used =
      lexeme.dimension === "cores" &&
      (hasLeft(passage, at, wordSet("use uses using across on parallel over saturates all"), "phrase", 4) ||
        hasRight(passage, at, wordSet("parallel each busy"), "phrase", 3));
    const next = passage.lexemes[at + 1];
    const alone =
      lexeme.dimension === "cores" &&
      (passage.boundaries[at] ?? 0) >= 2 &&
      (next === undefined || next.kind === "break" || next.kind === "mark");
    if (!keyed && !used && !alone) continue;
    claim(passage, at, at, "cores");
    return { value: lexeme.value, origin: "stated", evidence: evidence(passage, Math.max(0, at - 2), at) };
  }
  return null;
}
