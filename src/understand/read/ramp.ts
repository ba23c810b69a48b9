import { addFact, type Facts } from "#src/understand/facts.ts";
import { isMark, isQuantity, isWord } from "#src/understand/lex/lexeme.ts";
import { hasLeft, sentenceHas, sentenceOf } from "#src/understand/passage/context.ts";
import { claim, evidence, isFree, type Passage } from "#src/understand/passage/passage.ts";
import { wordSet } from "#src/understand/word-set.ts";

const rising = wordSet(
  "ramp ramps ramping peak spike burst surge jump jumps jumped climb climbs rush sale traffic load",
);
const minuteMs = 60_000;

function isPeak(passage: Passage, at: number): boolean {
  return passage.claims[at] === "peak";
}

/** States how fast load rises: "ramp: 5 min", "ramps up over 10 minutes", "within two minutes we're at 3,000". */
export function readRamp(passage: Passage, facts: Facts): void {
  for (const [at, lexeme] of passage.quantities) {
    if (!isQuantity(lexeme, "duration") || !isFree(passage, at) || !["s", "min", "h"].includes(lexeme.unit)) continue;
    const keyed =
      isMark(passage.lexemes[at - 1], "=", ":") && hasLeft(passage, at, wordSet("ramp rampup"), "phrase", 4);
    const named = hasLeft(passage, at, wordSet("ramp ramps ramping"), "bracket", 5);
    const rises = sentenceHas(passage, at, rising) || sentenceOf(passage, at).some((here) => isPeak(passage, here));
    const within = isWord(passage.lexemes[at - 1], "within") && rises;
    if (!keyed && !named && !(within && facts.byPath.has("peakToMean"))) continue;
    claim(passage, at, at, "ramp");
    addFact(facts, {
      path: "rampMinutes",
      value: lexeme.value / minuteMs,
      origin: "stated",
      evidence: evidence(passage, Math.max(0, at - 1), at),
    });
    return;
  }
}
