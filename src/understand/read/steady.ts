import { addFact, type Facts } from "#src/understand/facts.ts";
import { isQuantity, isWord } from "#src/understand/lex/lexeme.ts";
import { clauseOf, hasLeft, isNegated, placesOf, sentenceHas } from "#src/understand/passage/context.ts";
import { evidence, type Passage } from "#src/understand/passage/passage.ts";
import { wordSet } from "#src/understand/word-set.ts";

const loads = wordSet(
  "load traffic rate volume request event message spread distributed arrive flow stream throughput line clock day month hour usage demand 24x7 peak",
);
const otherThings = wordSet("file rate fee json structure price memory latency size list table schema");

/** "Flat around the clock", "constant, 24x7", "spread evenly", "no peaks": the peak is the mean. */
export function readSteady(passage: Passage, facts: Facts): void {
  for (const at of placesOf(passage, "constant")) {
    const next = passage.lexemes[at + 1];
    if (isNegated(passage, at, 2) || (next?.kind === "word" && otherThings.has(next.lemma) && !isWord(next, "rate")))
      continue;
    const alone = clauseOf(passage, at).length <= 3 || isQuantity(passage.lexemes[at - 1], "rate");
    if (!alone && !sentenceHas(passage, at, loads)) continue;
    addFact(facts, { path: "peakToMean", value: 1, origin: "stated", evidence: evidence(passage, at) });
    return;
  }
  for (const at of placesOf(passage, "varies", "vary", "fluctuate", "fluctuates", "varying")) {
    const still = hasLeft(passage, at, wordSet("hardly barely never not doesn't don't scarcely"), "phrase", 2);
    if (!still || !sentenceHas(passage, at, loads)) continue;
    addFact(facts, { path: "peakToMean", value: 1, origin: "stated", evidence: evidence(passage, at - 1, at) });
    return;
  }
  for (const at of placesOf(passage, "peak", "spike")) {
    if (!isNegated(passage, at, 2)) continue;
    addFact(facts, { path: "peakToMean", value: 1, origin: "stated", evidence: evidence(passage, at - 1, at) });
    return;
  }
}
